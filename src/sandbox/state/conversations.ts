import { seconds } from './clock.ts';
import { SlackError } from './errors.ts';
import { namedId } from './ids.ts';
import type { Conversation, Speaker } from './model.ts';
import { conversationOf, directMessageId, type Workspace } from './workspace.ts';

const visible = (conversation: Conversation, speaker: Speaker): boolean =>
  conversation.kind === 'channel' || conversation.members.has(speaker.userId);

export const isDirect = ({ kind }: Conversation): boolean => kind === 'im' || kind === 'mpim';

export const isMember = (conversation: Conversation, speaker: Speaker): boolean =>
  conversation.members.has(speaker.userId);

export function channelNamed(workspace: Workspace, name: string): Conversation | undefined {
  for (const conversation of workspace.conversations.values()) {
    if (!isDirect(conversation) && conversation.name === name) return conversation;
  }
  return undefined;
}

/** The conversation with this id, if the speaker may know of it. */
export function conversationFor(workspace: Workspace, speaker: Speaker, id: string): Conversation {
  const conversation = workspace.conversations.get(id);
  if (!conversation || !visible(conversation, speaker)) throw new SlackError('channel_not_found');
  return conversation;
}

/** Where to post: an id, `#name`, `name`, or a person's id for the direct messages with them. */
export function destinationFor(workspace: Workspace, speaker: Speaker, where: string): Conversation {
  if (workspace.users.has(where)) return openConversation(workspace, speaker, [where]).conversation;
  const named = workspace.conversations.has(where) ? undefined : channelNamed(workspace, where.replace(/^#/u, ''));
  return conversationFor(workspace, speaker, named?.id ?? where);
}

export function mustBeMember(conversation: Conversation, speaker: Speaker): Conversation {
  if (!isMember(conversation, speaker)) throw new SlackError('not_in_channel');
  return conversation;
}

export interface Opened {
  conversation: Conversation;
  existed: boolean;
}

/** The direct messages of the speaker with one person, or with several. */
export function openConversation(workspace: Workspace, speaker: Speaker, others: readonly string[]): Opened {
  const unknown = others.find((id) => !workspace.users.has(id));
  if (unknown !== undefined) throw new SlackError('user_not_found');
  const members = new Set([speaker.userId, ...others]);
  const kind = members.size > 2 ? 'mpim' : 'im';
  const [one = '', other = one] = members;
  const id = kind === 'im' ? directMessageId(one, other) : namedId('G', [...members].sort().join('+'));
  const known = workspace.conversations.get(id);
  if (known) return { conversation: known, existed: true };
  const names = [...members].map((member) => workspace.users.get(member)?.name ?? member);
  const conversation = conversationOf(kind, {
    id,
    name: kind === 'im' ? '' : `mpdm-${names.join('--')}-1`,
    created: seconds(workspace.clock),
    creator: speaker.userId,
    members,
  });
  workspace.conversations.set(id, conversation);
  workspace.changes.tell({ type: 'conversation', channel: id });
  return { conversation, existed: false };
}
