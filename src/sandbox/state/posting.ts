import { type Composed, compose, type Directory } from '../text/compose.ts';
import { channelNamed } from './conversations.ts';
import { SlackError } from './errors.ts';
import { changedEvent, deletedEvent, mentionEvent, messageEvent, type SlackEvent } from './events.ts';
import { addReply, countReplies, dropMessage, isReply, messageAt, replaceMessage, storeMessage } from './messages.ts';
import type { Conversation, Json, Message, Speaker } from './model.ts';
import { nameBlocks } from './name-blocks.ts';
import { clearStatus } from './statuses.ts';
import { userGroupNamed } from './usergroups.ts';
import { botProfile, type Workspace } from './workspace.ts';

/** What a message says. */
export type Content = Pick<Message, 'text'> &
  Partial<Pick<Message, 'blocks' | 'attachments' | 'files' | 'metadata' | 'subtype' | 'username' | 'icons'>>;

export interface Placement {
  thread?: string;
  /** Shows the reply at the room's root too. */
  broadcast?: boolean;
  ephemeralTo?: string;
}

/** What follows an @ or a #; that of a user group has its @. */
function nameOf({ users, conversations, usergroups }: Workspace, id: string): string | undefined {
  const group = usergroups.get(id);
  return group ? `@${group.handle}` : (users.get(id)?.name ?? conversations.get(id)?.name);
}

/** Names, and who is called so, for the composer. */
function directoryOf(workspace: Workspace): Directory {
  return {
    user: (name) => [...workspace.users.values()].find((user) => user.name.toLowerCase() === name.toLowerCase())?.id,
    channel: (name) => channelNamed(workspace, name)?.id,
    group: (handle) => userGroupNamed(workspace, handle)?.id,
    name: (id) => nameOf(workspace, id),
  };
}

/** What a person's client sends for what they typed. */
export function typedContent(
  workspace: Workspace,
  text: string,
  options: { smart?: boolean; escaped?: boolean },
): Content {
  const composed: Composed = compose(text, directoryOf(workspace), { smart: workspace.smart, ...options });
  if (composed.text === '') throw new SlackError('no_text');
  return {
    text: composed.text,
    blocks: [{ type: 'rich_text', block_id: workspace.ids.short(), elements: composed.parts }],
  };
}

/** Tells the app, if it is in the room. */
export function tell(workspace: Workspace, conversation: Conversation, event: SlackEvent): void {
  if (conversation.members.has(workspace.bot.userId)) workspace.delivery.event(event);
}

function authored(workspace: Workspace, speaker: Speaker): Partial<Message> & { user: string } {
  if (speaker.kind === 'person') return { user: speaker.userId, client_msg_id: workspace.ids.uuid() };
  const { userId, botId, appId } = workspace.bot;
  return { user: userId, bot_id: botId, app_id: appId, bot_profile: botProfile(workspace) };
}

/** The root of the thread that a reply goes to. */
function threadRoot(conversation: Conversation, thread: string): Message {
  if (!/^\d+\.\d+$/u.test(thread)) {
    const messages = [`[ERROR] ${thread} is not a valid thread_ts`];
    throw new SlackError('invalid_thread_ts', { response_metadata: { messages } });
  }
  const found = messageAt(conversation, thread);
  const root = found && isReply(found) ? messageAt(conversation, found.thread_ts ?? '') : found;
  if (!root) throw new SlackError('thread_not_found');
  return root;
}

function reply(conversation: Conversation, placement: Placement): Partial<Message> {
  if (placement.thread === undefined) return {};
  const root = threadRoot(conversation, placement.thread);
  const broadcast = placement.broadcast ? { subtype: 'thread_broadcast', root: { ts: root.ts, text: root.text } } : {};
  return { thread_ts: root.ts, parent_user_id: root.user, ...broadcast };
}

/** Blocks can stand in attachments too. */
function named({ ids }: Workspace, content: Content): Content {
  const inAttachment = (attachment: Json): Json =>
    Array.isArray(attachment['blocks'])
      ? { fallback: '[no preview available]', ...attachment, blocks: nameBlocks(attachment['blocks'], ids.short) }
      : attachment;
  return {
    ...content,
    ...(content.blocks ? { blocks: nameBlocks(content.blocks, ids.short) } : {}),
    ...(content.attachments ? { attachments: content.attachments.map(inAttachment) } : {}),
  };
}

/** Stores a message and tells the app. */
export function post(
  workspace: Workspace,
  conversation: Conversation,
  speaker: Speaker,
  content: Content,
  placement: Placement = {},
): Message {
  const placed = reply(conversation, placement);
  const message: Message = {
    ...authored(workspace, speaker),
    type: 'message',
    ts: workspace.clock.ts(),
    team: workspace.team.id,
    ...named(workspace, content),
    ...placed,
    ...(placement.ephemeralTo === undefined ? {} : { ephemeralTo: placement.ephemeralTo }),
  };
  storeMessage(workspace, conversation, message);
  if (placement.ephemeralTo !== undefined) return message;
  if (placed.thread_ts !== undefined) {
    addReply(workspace, conversation, placed.thread_ts, message);
    if (speaker.kind === 'bot') clearStatus(workspace, conversation, placed.thread_ts);
  }
  tell(workspace, conversation, messageEvent(conversation, message));
  if (speaker.kind === 'person' && conversation.kind !== 'im' && message.text.includes(`<@${workspace.bot.userId}>`)) {
    tell(workspace, conversation, mentionEvent(conversation, message));
  }
  return message;
}

/** Replaces what a message says. Text alone drops the blocks; only edits without blocks are marked as edited. */
export function change(
  workspace: Workspace,
  conversation: Conversation,
  before: Message,
  content: Content,
  edited: boolean,
): Message {
  const { blocks: _, edited: __, attachments: ___, ...kept } = before;
  const after: Message = {
    ...kept,
    ...named(workspace, content),
    ...(edited ? { edited: { user: before.user, ts: workspace.clock.ts() } } : {}),
  };
  replaceMessage(workspace, conversation, after);
  if (before.ephemeralTo === undefined) {
    tell(workspace, conversation, changedEvent(conversation, before, after, workspace.clock.ts()));
  }
  return after;
}

/** Takes a message away; the first of a thread leaves a gravestone, so that its replies stay. */
export function remove(workspace: Workspace, conversation: Conversation, before: Message): void {
  if (before.reply_count) {
    replaceMessage(workspace, conversation, gravestoneOf(before));
  } else {
    dropMessage(workspace, conversation, before.ts);
  }
  if (isReply(before) && before.thread_ts !== undefined) countReplies(workspace, conversation, before.thread_ts);
  if (before.ephemeralTo === undefined) {
    tell(workspace, conversation, deletedEvent(conversation, before, workspace.clock.ts()));
  }
}

/** What the replies need of their first message. */
const ofThread = [
  'type',
  'ts',
  'team',
  'thread_ts',
  'reply_count',
  'reply_users',
  'reply_users_count',
  'latest_reply',
  'is_locked',
  'subscribed',
] as const;

function gravestoneOf(message: Message): Message {
  const kept = Object.fromEntries(ofThread.flatMap((key) => (message[key] === undefined ? [] : [[key, message[key]]])));
  return {
    ...(kept as Pick<Message, 'type' | 'ts' | 'team'>),
    text: 'This message was deleted.',
    subtype: 'tombstone',
    user: 'USLACKBOT',
    hidden: true,
  };
}
