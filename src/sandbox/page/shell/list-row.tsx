import type { ComponentChildren } from 'preact';
import { MessageRow } from './message-row.tsx';
import { PendingRow } from './pending-row.tsx';
import type { Row } from './rows.ts';
import { dayLabel } from './time.ts';

interface ListRowProps {
  row: Row;
  channel: string;
  thread?: string | undefined;
  isActive: boolean;
  /** The message that a link leads to. */
  at?: string | undefined;
  intro: ComponentChildren;
  /** In a thread: what stands below its first message. */
  below?: ComponentChildren;
}

function Dividers({ row }: { row: Row }) {
  if (row.isNewDay) {
    return (
      <div class={row.isNew ? 'divider divider-day divider-new' : 'divider divider-day'}>
        <span class="day-pill">{dayLabel(row.time, Date.now())}</span>
        {row.isNew && <span class="divider-mark">New</span>}
      </div>
    );
  }
  if (!row.isNew) return null;
  return (
    <div class="divider divider-line">
      <span class="divider-mark">New</span>
    </div>
  );
}

/** One entry of a list, with the day and the line "New" above it. */
export function ListRow({ row, channel, thread, isActive, at, intro, below }: ListRowProps) {
  const { message, pending, isHead } = row;
  if (row.isIntro) return <div class="list-row">{intro}</div>;
  return (
    <div class="list-row">
      {thread === undefined && <Dividers row={row} />}
      {message && <MessageRow {...{ channel, message, thread, isHead, isActive }} isLinked={message.ts === at} />}
      {pending && <PendingRow {...{ pending, isHead, isActive }} />}
      {message?.ts === thread && below}
    </div>
  );
}
