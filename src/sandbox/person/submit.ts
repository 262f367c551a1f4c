import { readView } from '../api/blocks/view.ts';
import { responseUrl } from '../api/response-url.ts';
import type { Submitted } from '../interactions.ts';
import { SandboxError, SlackError } from '../state/errors.ts';
import type { Json, Person, Values } from '../state/model.ts';
import { isRecord } from '../state/record.ts';
import { issueTrigger } from '../state/triggers.ts';
import { modalsOf, pushView, setModals, updateView, type View } from '../state/views.ts';
import type { Workspace } from '../state/workspace.ts';
import { controlsOf } from './controls.ts';
import { filledIn } from './fill.ts';
import { inputErrors } from './inputs.ts';
import { aboutActor, openViewOf, trouble } from './interaction.ts';

/** Addresses for the rooms that the person picked, where the program asked for one. */
function responseUrls(workspace: Workspace, by: Person, view: View, values: Values): Json[] {
  return controlsOf(view.blocks)
    .filter(({ element }) => element['response_url_enabled'] === true)
    .flatMap(({ blockId, actionId }) => {
      const state = values[blockId]?.[actionId];
      const channel = state?.['selected_conversation'] ?? state?.['selected_channel'];
      if (typeof channel !== 'string') return [];
      const url = responseUrl(workspace, { conversation: channel, user: by.id });
      return [{ block_id: blockId, action_id: actionId, channel_id: channel, response_url: url }];
    });
}

function openModal(workspace: Workspace, by: Person, id: string): View {
  const view = openViewOf(workspace, by, id);
  if (view.type === 'modal') return view;
  throw new SandboxError('not_found', `${by.name} has no modal ${id} open`);
}

function closeTop(workspace: Workspace, by: Person, view: View): void {
  const open = modalsOf(workspace, by.id).filter(({ id }) => id !== view.id);
  setModals(workspace, by.id, open);
}

/** The errors of an ack, if each of them is under an input of the view. */
function readErrors(view: View, payload: Json): Record<string, string> | undefined {
  const { errors } = payload;
  if (!isRecord(errors) || Object.keys(errors).length === 0) return undefined;
  const inputs = new Set(view.blocks.filter(({ type }) => type === 'input').map((block) => block['block_id']));
  const right = Object.entries(errors).every(([block, text]) => inputs.has(block) && typeof text === 'string');
  return right ? (errors as Record<string, string>) : undefined;
}

/** What the app's answer does to the modals: an empty one closes this one. */
function follow(workspace: Workspace, by: Person, view: View, payload: unknown): Omit<Submitted, 'acked'> {
  if (!isRecord(payload) || Object.keys(payload).length === 0) {
    closeTop(workspace, by, view);
    return {};
  }
  switch (payload['response_action']) {
    case 'errors': {
      const errors = readErrors(view, payload);
      return errors ? { errors } : { failure: trouble };
    }
    case 'update':
      updateView(workspace, { user: by.id, view }, readView(payload['view'], 'modal'));
      return {};
    case 'push':
      pushView(workspace, by.id, readView(payload['view'], 'modal'));
      return {};
    case 'clear':
      setModals(workspace, by.id, []);
      return {};
    default:
      return { failure: trouble };
  }
}

/** A person submits a modal: `view_submission`. What a required field lacks never reaches the app. */
export async function submitView(
  workspace: Workspace,
  by: Person,
  request: { view: string; values: Values },
): Promise<Submitted> {
  const view = openModal(workspace, by, request.view);
  const values = filledIn(workspace, view.blocks, request.values);
  const errors = inputErrors(view.blocks, values);
  if (Object.keys(errors).length > 0) return { acked: false, errors };
  const payload = {
    type: 'view_submission',
    ...aboutActor(workspace, by),
    trigger_id: issueTrigger(workspace, by.id, view.id),
    view: { ...view, state: { values } },
    response_urls: responseUrls(workspace, by, view, values),
  };
  const answer = await workspace.delivery.interactive(payload, { accepts: true });
  if (!answer.acked) return { ...answer, failure: trouble };
  const now = modalsOf(workspace, by.id).find(({ id }) => id === view.id);
  if (!now) return answer;
  try {
    return { ...answer, ...follow(workspace, by, now, answer.payload) };
  } catch (error) {
    if (!(error instanceof SlackError)) throw error;
    return { ...answer, failure: trouble };
  }
}

/** A person closes the modal on top, or all of them; apps that asked for it hear of each: `view_closed`. */
export function closeView(workspace: Workspace, by: Person, request: { view: string; all?: boolean }): void {
  const view = openModal(workspace, by, request.view);
  const open = modalsOf(workspace, by.id);
  const all = request.all === true || view.clear_on_close;
  const closed = all ? open.toReversed() : open.filter(({ id }) => id === view.id);
  setModals(
    workspace,
    by.id,
    open.filter((one) => !closed.includes(one)),
  );
  for (const one of closed) {
    if (!one.notify_on_close) continue;
    void workspace.delivery.interactive({
      type: 'view_closed',
      ...aboutActor(workspace, by),
      view: one,
      is_cleared: all,
    });
  }
}
