import { responseUrl } from '../api/response-url.ts';
import type { Press } from '../sandbox.ts';
import type { Acknowledgement } from '../socket/delivery.ts';
import { SandboxError } from './errors.ts';
import { outward } from './events.ts';
import { freshId, uuid } from './ids.ts';
import { messageAt } from './messages.ts';
import type { Conversation, Json, Message, Person } from './model.ts';
import type { Workspace } from './workspace.ts';

interface Control {
  element: Json;
  blockId: unknown;
}

function controlsOf(message: Message): Control[] {
  return (message.blocks ?? []).flatMap((block) => {
    const elements = block['type'] === 'actions' ? (block['elements'] as Json[]) : [];
    const accessory = block['type'] === 'section' && block['accessory'] ? [block['accessory'] as Json] : [];
    return [...elements, ...accessory].map((element) => ({ element, blockId: block['block_id'] }));
  });
}

function controlOf(message: Message, { actionId, blockId }: Press): Control {
  const controls = controlsOf(message);
  const found = controls.find(
    ({ element, blockId: block }) => element['action_id'] === actionId && (blockId === undefined || block === blockId),
  );
  if (found) return found;
  const known = controls.map(({ element }) => String(element['action_id'])).join(', ') || 'none';
  throw new SandboxError('not_found', `no control ${actionId} in message ${message.ts} (there: ${known})`);
}

function actionOf({ element, blockId }: Control, ts: string): Json {
  const { type, action_id, text, value, style } = element;
  return {
    ...{ action_id, block_id: blockId, text },
    ...(value === undefined ? {} : { value }),
    ...(style === undefined ? {} : { style }),
    ...{ type, action_ts: ts },
  };
}

/** What the app gets for a press: `block_actions`. */
function pressed(
  workspace: Workspace,
  conversation: Conversation,
  message: Message,
  by: Person,
  control: Control,
): Json {
  const { team, bot } = workspace;
  const name = { channel: conversation.name, group: 'privategroup', im: 'directmessage', mpim: conversation.name };
  return {
    type: 'block_actions',
    user: { id: by.id, username: by.name, name: by.name, team_id: team.id },
    api_app_id: bot.appId,
    token: 'sandbox',
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: conversation.id,
      is_ephemeral: message.ephemeralTo !== undefined,
      ...(message.thread_ts === undefined ? {} : { thread_ts: message.thread_ts }),
    },
    trigger_id: `${Date.now()}.${freshId('')}.${uuid().replaceAll('-', '')}`,
    team: { id: team.id, domain: team.domain },
    enterprise: null,
    is_enterprise_install: false,
    channel: { id: conversation.id, name: name[conversation.kind] },
    message: outward(message),
    state: { values: {} },
    response_url: responseUrl(workspace, conversation.id, by.id, message.ts),
    actions: [actionOf(control, workspace.clock.ts())],
  };
}

export function press(
  workspace: Workspace,
  conversation: Conversation,
  by: Person,
  wanted: Press,
): Promise<Acknowledgement> {
  const message = messageAt(conversation, wanted.ts);
  const visible = message && (message.ephemeralTo === undefined || message.ephemeralTo === by.id);
  if (!visible) throw new SandboxError('not_found', `${by.name} sees no message ${wanted.ts} in ${wanted.channel}`);
  const control = controlOf(message, wanted);
  return workspace.delivery.interactive(pressed(workspace, conversation, message, by, control));
}
