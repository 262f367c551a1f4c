import type { Conversation, Message } from './model.ts';
import type { Workspace } from './workspace.ts';

/** Where a message with this `ts` stands, or would stand. Timestamps are of one length, so text order is time order. */
export function position({ messages }: Conversation, ts: string): number {
  let low = 0;
  let high = messages.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((messages[middle]?.ts ?? '') < ts) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function messageAt(conversation: Conversation, ts: string): Message | undefined {
  const found = conversation.messages[position(conversation, ts)];
  return found?.ts === ts ? found : undefined;
}

/** A new message, the latest of its room. */
export function storeMessage({ changes }: Workspace, conversation: Conversation, message: Message): void {
  conversation.messages.push(message);
  changes.tell({ type: 'message', channel: conversation.id, message });
}

export function replaceMessage({ changes }: Workspace, conversation: Conversation, message: Message): void {
  conversation.messages[position(conversation, message.ts)] = message;
  changes.tell({ type: 'message', channel: conversation.id, message });
}

export function dropMessage({ changes }: Workspace, conversation: Conversation, ts: string): void {
  const [dropped] = conversation.messages.splice(position(conversation, ts), 1);
  const alone = dropped?.ephemeralTo === undefined ? {} : { ephemeralTo: dropped.ephemeralTo };
  changes.tell({ type: 'message_removed', channel: conversation.id, ts, ...alone });
}

export const isReply = ({ ts, thread_ts: thread }: Message): boolean => thread !== undefined && thread !== ts;

/** What everybody in the room can read, at the room's root. */
export const isAtRoot = (message: Message): boolean =>
  message.ephemeralTo === undefined && (!isReply(message) || message.subtype === 'thread_broadcast');

/** The replies of a thread, oldest first; with a person, also what only they see. */
export function repliesTo(conversation: Conversation, thread: string, user?: string): Message[] {
  const isShown = ({ ephemeralTo }: Message): boolean => ephemeralTo === undefined || ephemeralTo === user;
  return conversation.messages
    .slice(position(conversation, thread))
    .filter((message) => message.thread_ts === thread && isReply(message) && isShown(message));
}

function withReplies(root: Message, thread: string, count: number, users: readonly string[], latest: string): Message {
  const counted = { reply_count: count, reply_users: users, reply_users_count: users.length, latest_reply: latest };
  return { ...root, thread_ts: thread, ...counted, is_locked: false, subscribed: false };
}

/** One more reply, on the thread's first message. */
export function addReply(workspace: Workspace, conversation: Conversation, thread: string, reply: Message): void {
  const root = messageAt(conversation, thread);
  if (!root) return;
  const users = [...new Set([...(root.reply_users ?? []), reply.user])];
  replaceMessage(workspace, conversation, withReplies(root, thread, (root.reply_count ?? 0) + 1, users, reply.ts));
}

/** The thread's first message, with its replies counted anew. */
export function countReplies(workspace: Workspace, conversation: Conversation, thread: string): void {
  const root = messageAt(conversation, thread);
  if (!root) return;
  const replies = repliesTo(conversation, thread);
  const users = [...new Set(replies.map(({ user }) => user))];
  replaceMessage(
    workspace,
    conversation,
    withReplies(root, thread, replies.length, users, replies.at(-1)?.ts ?? thread),
  );
}
