import type { History, Thread } from '../../page/protocol.ts';
import { SlackError } from '../../state/errors.ts';
import { isAtRoot, isReply, messageAt, position, repliesTo } from '../../state/messages.ts';
import type { Conversation, Message } from '../../state/model.ts';

export interface Window {
  before?: string;
  around?: string;
  after?: string;
  limit: number;
}

/** What one person sees at the room's root. */
const isShownAtRoot = (message: Message, user: string): boolean =>
  message.ephemeralTo === undefined ? isAtRoot(message) : message.ephemeralTo === user && !isReply(message);

interface Stretch {
  messages: Message[];
  more: boolean;
}

/** Up to `limit` messages from a place in the room, in one direction, nearest first. */
function walk({ messages }: Conversation, user: string, from: number, step: 1 | -1, limit: number): Stretch {
  const found: Message[] = [];
  for (let at = from; at >= 0 && at < messages.length; at += step) {
    const message = messages[at];
    if (!message || !isShownAtRoot(message, user)) continue;
    if (found.length === limit) return { messages: found, more: true };
    found.push(message);
  }
  return { messages: found, more: false };
}

/** The first message at the room's root that a link to a message leads to: its own place, or that of its thread. */
function placeOf(conversation: Conversation, user: string, ts: string): number {
  const message = messageAt(conversation, ts);
  const apart = message && !isShownAtRoot(message, user) && message.thread_ts !== undefined;
  return position(conversation, apart ? (message.thread_ts ?? ts) : ts);
}

/** A page of a room. Its cost is that of the page, however long the room is. */
export function historyOf(conversation: Conversation, user: string, { before, around, after, limit }: Window): History {
  const ends = (at: number, older: number, newer: number): History => {
    const back = walk(conversation, user, at - 1, -1, older);
    const onward = walk(conversation, user, at, 1, newer);
    return { messages: [...back.messages.reverse(), ...onward.messages], older: back.more, newer: onward.more };
  };
  if (around !== undefined) {
    const older = Math.floor(limit / 2);
    return ends(placeOf(conversation, user, around), older, limit - older);
  }
  if (after !== undefined) {
    const at = position(conversation, after);
    return ends(conversation.messages[at]?.ts === after ? at + 1 : at, 0, limit);
  }
  return ends(before === undefined ? conversation.messages.length : position(conversation, before), limit, 0);
}

/** A thread as one person sees it: its root, the replies, and what only they see there. */
export function threadOf(conversation: Conversation, user: string, thread: string): Thread {
  const root = messageAt(conversation, thread);
  if (!root || isReply(root) || root.ephemeralTo !== undefined) throw new SlackError('thread_not_found');
  return { messages: [root, ...repliesTo(conversation, thread, user)] };
}
