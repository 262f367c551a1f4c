import { responseUrl } from '../api/response-url.ts';
import type { Interacted, Suggested } from '../interactions.ts';
import { SandboxError } from '../state/errors.ts';
import { outward } from '../state/events.ts';
import type { Json, Person, Place, Values } from '../state/model.ts';
import { isRecord } from '../state/record.ts';
import { issueTrigger } from '../state/triggers.ts';
import type { Workspace } from '../state/workspace.ts';
import { type Control, controlsOf, fieldOf } from './controls.ts';
import { filledIn } from './fill.ts';
import { aboutActor, attachmentWith, interacted, roomName, type Surface, surfaceAt, trouble } from './interaction.ts';

type Named = { actionId: string; blockId?: string | undefined };

const whereIs = (surface: Surface): string =>
  surface.kind === 'message' ? `message ${surface.message.ts}` : `view ${surface.view.id}`;

export function controlIn(surface: Surface, { actionId, blockId }: Named): Control {
  const controls = controlsOf(surface.blocks);
  const found = controls.find(
    (control) => control.actionId === actionId && (blockId === undefined || control.blockId === blockId),
  );
  if (found) return found;
  const known = controls.map((control) => control.actionId).join(', ') || 'none';
  throw new SandboxError('not_found', `no control ${actionId} in ${whereIs(surface)} (there: ${known})`);
}

/** What an action repeats of its control, where the control has it. */
const repeated = ['text', 'style', 'icon', 'url', 'placeholder', 'confirm', 'min_query_length'];
const initial = /^initial_/u;

/** Which of the two feedback buttons has this value. */
function feedback(element: Json, value: unknown): Json {
  const buttons = [element['positive_button'], element['negative_button']].filter(isRecord);
  const pressed = buttons.find((button) => button['value'] === value) ?? buttons[0];
  return { text: pressed?.['text'], value: pressed?.['value'] };
}

/** What the person chose, under the name that this kind of control has for it. */
function chosen({ element, type }: Control, given: Json): Json {
  if (type === 'feedback_buttons') return feedback(element, given['value']);
  if (type === 'overflow') return { selected_option: given['selected_option'] };
  const known = fieldOf(type);
  if (known) return { [known.name]: given[known.name] ?? known.empty };
  return element['value'] === undefined ? {} : { value: element['value'] };
}

/** One entry of `actions`. */
function actionOf(control: Control, given: Json, ts: string): Json {
  const { element, type, blockId, actionId } = control;
  const kept = Object.entries(element).filter(([name]) => repeated.includes(name) || initial.test(name));
  return {
    ...{ type, action_id: actionId, block_id: blockId },
    ...Object.fromEntries(kept),
    ...chosen(control, given),
    action_ts: ts,
  };
}

function messageContainer({ conversation, message }: Extract<Surface, { kind: 'message' }>, control: Control): Json {
  const attachment = attachmentWith(message, control);
  return {
    type: attachment ? 'message_attachment' : 'message',
    message_ts: message.ts,
    ...(attachment ? { attachment_id: attachment['id'] } : {}),
    channel_id: conversation.id,
    is_ephemeral: message.ephemeralTo !== undefined,
    ...(attachment ? { is_app_unfurl: false } : {}),
    ...(message.thread_ts === undefined ? {} : { thread_ts: message.thread_ts }),
  };
}

/** Where the person did it: the message with its room, or the view with all that is filled in. */
function aboutSurface(surface: Surface, control: Control, values: Values): Json {
  if (surface.kind === 'view') {
    const { view } = surface;
    const container = { type: 'view', view_id: view.id };
    return { container, view: { ...view, state: { values } } };
  }
  const { conversation, message } = surface;
  return {
    container: messageContainer(surface, control),
    channel: { id: conversation.id, name: roomName(conversation) },
    message: outward(message),
  };
}

function answerable(workspace: Workspace, by: Person, surface: Surface, values: Values): Json {
  const modal = surface.kind === 'view' && surface.view.type === 'modal' ? surface.view.id : undefined;
  const trigger = { trigger_id: issueTrigger(workspace, by.id, modal) };
  if (surface.kind === 'view') return trigger;
  const { conversation, message } = surface;
  const ticket = { conversation: conversation.id, user: by.id, ts: message.ts };
  return { ...trigger, state: { values }, response_url: responseUrl(workspace, ticket) };
}

const valuesIn = (workspace: Workspace, surface: Surface, given: Values): Values =>
  filledIn(workspace, surface.blocks, given, surface.kind === 'message' ? surface.conversation.id : undefined);

export interface PressRequest {
  place: Place;
  blockId?: string | undefined;
  actionId: string;
  /** What the control adds: value, selected_option, selected_date … */
  action: Json;
  /** The state of all controls. */
  values: Values;
}

/** The action's own value counts among the values of all controls. */
function withAction(values: Values, control: Control, action: Json): Values {
  const { blockId, actionId, type } = control;
  if (!fieldOf(type)) return values;
  return { ...values, [blockId]: { ...values[blockId], [actionId]: { type, ...action } } };
}

/** A person presses a button, or changes another control: `block_actions`. */
export async function pressControl(workspace: Workspace, by: Person, request: PressRequest): Promise<Interacted> {
  const surface = surfaceAt(workspace, by, request.place);
  const control = controlIn(surface, request);
  const values = valuesIn(workspace, surface, withAction(request.values, control, request.action));
  const acknowledgement = await workspace.delivery.interactive({
    type: 'block_actions',
    ...aboutActor(workspace, by),
    ...aboutSurface(surface, control, values),
    ...answerable(workspace, by, surface, values),
    actions: [actionOf(control, request.action, workspace.clock.ts())],
  });
  return interacted(acknowledgement);
}

export interface OptionsRequest {
  place: Place;
  blockId?: string | undefined;
  actionId: string;
  /** What was typed so far. */
  value: string;
}

const mostOptions = 100;

/** The options of an ack, or the groups of them. */
function optionsIn(payload: unknown): Json[] | undefined {
  const list = isRecord(payload) ? (payload['options'] ?? payload['option_groups']) : undefined;
  return Array.isArray(list) && list.length <= mostOptions && list.every(isRecord) ? list : undefined;
}

/** What the app offers in an external select: options, or groups of them. */
export async function loadOptions(workspace: Workspace, by: Person, request: OptionsRequest): Promise<Suggested> {
  const surface = surfaceAt(workspace, by, request.place);
  const control = controlIn(surface, request);
  const { blockId, actionId } = control;
  const payload = {
    ...{ type: 'block_suggestion', ...aboutActor(workspace, by) },
    ...aboutSurface(surface, control, valuesIn(workspace, surface, {})),
    ...{ action_id: actionId, block_id: blockId, value: request.value },
  };
  const answer = interacted(await workspace.delivery.interactive(payload, { accepts: true }));
  const options = optionsIn(answer.payload);
  return options ? { ...answer, options } : { ...answer, options: [], failure: trouble };
}
