import type { Interacted } from '../interactions.ts';
import type { Acknowledgement } from '../state/delivery.ts';
import { SandboxError } from '../state/errors.ts';
import { messageAt } from '../state/messages.ts';
import type { Conversation, Json, Message, Person, Place } from '../state/model.ts';
import { homeOf, modalsOf, type View } from '../state/views.ts';
import type { Workspace } from '../state/workspace.ts';
import { type Control, controlsOf } from './controls.ts';

export type { Interacted };

/** What a person reads when the app did not answer, or not with anything that Slack understands. */
export const trouble = 'We had some trouble connecting. Try again?';

export const interacted = (acknowledgement: Acknowledgement): Interacted =>
  acknowledgement.acked ? acknowledgement : { ...acknowledgement, failure: trouble };

const roomNames = { group: 'privategroup', im: 'directmessage' } as const;

export const roomName = ({ kind, name }: Conversation): string =>
  kind === 'group' || kind === 'im' ? roomNames[kind] : name;

/** What every interaction says of the person and of the app. */
export function aboutActor({ team, bot }: Workspace, by: Person): Json {
  return {
    user: { id: by.id, username: by.name, name: by.name, team_id: team.id },
    api_app_id: bot.appId,
    token: 'sandbox',
    team: { id: team.id, domain: team.domain },
    enterprise: null,
    is_enterprise_install: false,
  };
}

const blocksOf = (attachment: Json): readonly Json[] =>
  Array.isArray(attachment['blocks']) ? (attachment['blocks'] as Json[]) : [];

/** All blocks of a message: those of its attachments come after its own. */
const blocksIn = ({ blocks = [], attachments = [] }: Message): readonly Json[] => [
  ...blocks,
  ...attachments.flatMap(blocksOf),
];

/** The attachment that the block stands in. */
export const attachmentWith = ({ attachments = [] }: Message, { block }: Control): Json | undefined =>
  attachments.find((attachment) => controlsOf(blocksOf(attachment)).some((known) => known.block === block));

/** What a person sees controls in. */
export type Surface =
  | { kind: 'message'; conversation: Conversation; message: Message; blocks: readonly Json[] }
  | { kind: 'view'; view: View; blocks: readonly Json[] };

function messageSurface(workspace: Workspace, by: Person, channel: string, ts: string): Surface {
  const conversation = workspace.conversations.get(channel);
  const message = conversation && messageAt(conversation, ts);
  const visible =
    conversation &&
    (conversation.kind === 'channel' || conversation.members.has(by.id)) &&
    (message?.ephemeralTo === undefined || message.ephemeralTo === by.id);
  if (!message || !visible) throw new SandboxError('not_found', `${by.name} sees no message ${ts} in ${channel}`);
  return { kind: 'message', conversation, message, blocks: blocksIn(message) };
}

/** The view with this id, if the person has it before them. */
export function openViewOf(workspace: Workspace, by: Person, id: string): View {
  const home = homeOf(workspace, by.id);
  const found = [...modalsOf(workspace, by.id), ...(home ? [home] : [])].find((view) => view.id === id);
  if (found) return found;
  throw new SandboxError('not_found', `${by.name} has no view ${id} open`);
}

export function surfaceAt(workspace: Workspace, by: Person, place: Place): Surface {
  if ('channel' in place) return messageSurface(workspace, by, place.channel, place.ts);
  const view = openViewOf(workspace, by, place.view);
  return { kind: 'view', view, blocks: view.blocks };
}
