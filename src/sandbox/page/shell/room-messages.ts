import type { Message } from '../../state/model.ts';
import type { History } from '../protocol.ts';

/** What is loaded of a conversation: one stretch without gaps, oldest first. */
export interface Room {
  messages: readonly Message[];
  older: boolean;
  newer: boolean;
  /** Something may have been missed: it has to be loaded again. */
  stale: boolean;
  /** Another number for another stretch: what was looked at is no more. */
  stretch: number;
}

/** Which end of the stretch a page of history belongs to. */
export type Edge = 'newest' | 'before' | 'after' | 'around';

const isReply = ({ ts, thread_ts: thread }: Message): boolean => thread !== undefined && thread !== ts;

export const isAtRoot = (message: Message): boolean => !isReply(message) || message.subtype === 'thread_broadcast';

/** Where a message with this `ts` stands, or would stand. */
function positionOf(messages: readonly Message[], ts: string): number {
  let low = 0;
  let high = messages.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((messages[middle]?.ts ?? '') < ts) low = middle + 1;
    else high = middle;
  }
  return low;
}

function putMessage(messages: readonly Message[], message: Message): readonly Message[] {
  const at = positionOf(messages, message.ts);
  const same = messages[at]?.ts === message.ts ? 1 : 0;
  return messages.toSpliced(at, same, message);
}

export function withoutMessage(messages: readonly Message[], ts: string): readonly Message[] {
  const at = positionOf(messages, ts);
  return messages[at]?.ts === ts ? messages.toSpliced(at, 1) : messages;
}

const fresh = (room: Room | undefined, { messages, older, newer }: History): Room => ({
  ...{ messages, older, newer },
  stale: false,
  stretch: (room?.stretch ?? 0) + 1,
});

/** The newest page is the truth from its first message on; what was loaded before that stays, if nothing lies between. */
function withNewest(room: Room | undefined, { messages, older }: History): Room {
  const first = messages[0]?.ts;
  const joined = room && !room.newer && older && first !== undefined && (room.messages.at(-1)?.ts ?? '') >= first;
  if (!joined) return fresh(room, { messages, older, newer: false });
  const kept = room.messages.slice(0, positionOf(room.messages, first));
  const more = kept.length > 0 ? room.older : older;
  return { ...room, messages: [...kept, ...messages], older: more, newer: false, stale: false };
}

export function withHistory(room: Room | undefined, edge: Edge, history: History): Room {
  const { messages, older, newer } = history;
  if (edge === 'newest') return withNewest(room, history);
  if (edge === 'around' || !room) return fresh(room, history);
  const [first, last] = [room.messages[0]?.ts, room.messages.at(-1)?.ts];
  if (edge === 'before') {
    const before = messages.filter(({ ts }) => first === undefined || ts < first);
    return { ...room, messages: [...before, ...room.messages], older };
  }
  const after = messages.filter(({ ts }) => last === undefined || ts > last);
  return { ...room, messages: [...room.messages, ...after], newer };
}

/** A message that is new or changed, if it belongs to the stretch that is loaded. */
export function withMessage(room: Room, message: Message): Room {
  if (!isAtRoot(message)) return room;
  const [first, last] = [room.messages[0]?.ts, room.messages.at(-1)?.ts];
  const beyond = room.newer && last !== undefined && message.ts > last;
  const before = room.older && first !== undefined && message.ts < first;
  return beyond || before ? room : { ...room, messages: putMessage(room.messages, message) };
}

/** The same for a thread: its first message, or a reply. */
export function withReply(messages: readonly Message[], thread: string, message: Message): readonly Message[] {
  return message.ts === thread || message.thread_ts === thread ? putMessage(messages, message) : messages;
}
