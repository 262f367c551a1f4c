import type { Message } from '../../state/model.ts';
import type { Pending } from '../store.ts';
import { dayOf, millisecondsOf } from './time.ts';

/** One entry of a list of messages, with what stands above it. */
export interface Row {
  key: string;
  message?: Message;
  pending?: Pending;
  /** What stands above the first message of all. */
  isIntro?: true;
  time: number;
  /** The first of its author: with picture and name. */
  isHead: boolean;
  /** The first of its day. */
  isNewDay: boolean;
  /** The first one that the person has not seen. */
  isNew: boolean;
}

export interface RowOptions {
  pending?: readonly Pending[];
  /** The first message of all is among them. */
  isWhole?: boolean;
  /** The last message that the person had seen. */
  newAfter?: string | undefined;
  me: string;
  /** A thread: its first message stands alone. */
  thread?: string | undefined;
}

const together = 5 * 60_000;

/** Under whose name a message stands: an app may give itself another. */
const authorOf = (message: Message): string => `${message.user}/${(message as { username?: string }).username ?? ''}`;

const stands = (message: Message): boolean =>
  message.subtype === 'tombstone' || message.subtype === 'thread_broadcast' || message.ephemeralTo !== undefined;

/** Whether a message goes under the picture and the name of the one before. */
function continues(before: Message, message: Message, thread: string | undefined): boolean {
  if (stands(before) || stands(message) || authorOf(before) !== authorOf(message)) return false;
  if (before.ts === thread || (thread === undefined && (before.reply_count ?? 0) > 0)) return false;
  return millisecondsOf(message.ts) - millisecondsOf(before.ts) < together;
}

function messageRow(before: Message | undefined, message: Message, isNew: boolean, thread: string | undefined): Row {
  const time = millisecondsOf(message.ts);
  const isNewDay = before === undefined || dayOf(millisecondsOf(before.ts)) !== dayOf(time);
  const isHead = isNewDay || isNew || !before || !continues(before, message, thread);
  return { key: message.ts, message, time, isHead, isNewDay, isNew };
}

function pendingRow(before: Row | undefined, pending: Pending, me: string): Row {
  const isNewDay = before === undefined || dayOf(before.time) !== dayOf(pending.at);
  const author = before?.message ? authorOf(before.message) : `${before?.pending?.request.as ?? ''}/`;
  const apart = before?.message !== undefined && stands(before.message);
  const isHead = isNewDay || apart || author !== `${me}/` || pending.at - (before?.time ?? 0) >= together;
  return { key: pending.key, pending, time: pending.at, isHead, isNewDay, isNew: false };
}

/** Where the line "New" stands. Where the last message that was seen is not loaded, neither is its place. */
function firstUnseen(
  messages: readonly Message[],
  newAfter: string | undefined,
  me: string,
  isWhole: boolean | undefined,
): Message | undefined {
  if (newAfter === undefined || (!isWhole && (messages[0]?.ts ?? '') > newAfter)) return undefined;
  return messages.find(({ ts, user }) => ts > newAfter && user !== me);
}

/** The messages with days, authors and the mark of what is new; at the end what is still being sent. */
export function rowsOf(
  messages: readonly Message[],
  { pending = [], isWhole, newAfter, me, thread }: RowOptions,
): Row[] {
  const firstNew = firstUnseen(messages, newAfter, me, isWhole)?.ts;
  const rows: Row[] = isWhole
    ? [{ key: 'intro', isIntro: true, time: 0, isHead: false, isNewDay: false, isNew: false }]
    : [];
  let before: Message | undefined;
  for (const message of messages) {
    rows.push(messageRow(before, message, message.ts === firstNew, thread));
    before = message;
  }
  for (const item of pending)
    rows.push(
      pendingRow(
        rows.findLast(({ isIntro }) => !isIntro),
        item,
        me,
      ),
    );
  return rows;
}
