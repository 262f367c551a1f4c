import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Virtualizer } from 'virtua';
import { Icon } from '../parts/icon.tsx';
import { DayPill, useDayPill } from './day-pill.tsx';
import type { Row } from './rows.ts';
import { useListScroll } from './use-list-scroll.ts';
import { useNewAbove } from './use-new-above.ts';
import { useRoving } from './use-roving.ts';

interface MessageListProps {
  /** What it is called, for those who hear the page. */
  label: string;
  rows: readonly Row[];
  older: boolean;
  newer: boolean;
  onOlder(): void;
  onNewer(): void;
  /** Goes to the newest messages where they are not loaded. */
  onLatest(): void;
  onBottom(isAtBottom: boolean): void;
  at?: string | undefined;
  /** A row that stays even when it is far off. */
  kept?: string | undefined;
  /** How many messages below were not seen. */
  fresh: number;
  /** Goes into the thread of a message. */
  onOpen?: (row: Row) => void;
  draw(row: Row, isActive: boolean): JSX.Element;
}

/** Whether rows were put before those that were there. */
function useShift(rows: readonly Row[]): boolean {
  const before = useRef<string>(undefined);
  const first = rows[0]?.key;
  const shift =
    before.current !== undefined && before.current !== first && rows.some(({ key }) => key === before.current);
  useLayoutEffect(() => {
    before.current = first;
  }, [first]);
  return shift;
}

function JumpButton({ count, onClick }: { count: number; onClick(): void }) {
  const text = count === 1 ? '1 new message' : `${count} new messages`;
  return (
    <button
      type="button"
      class={count > 0 ? 'jump jump-new' : 'jump'}
      aria-label={count > 0 ? text : 'Jump to the latest message'}
      onClick={onClick}
    >
      {count > 0 && <span>{text}</span>}
      <Icon name="latest" size={16} />
    </button>
  );
}

/** Messages one above the other, of which only those in sight are drawn. */
export function MessageList(props: MessageListProps) {
  const { label, rows, newer, kept, draw, fresh } = props;
  const shift = useShift(rows);
  const scroll = useListScroll(props);
  const roving = useRoving(rows, scroll, props.onOpen);
  const day = useDayPill(rows, scroll);
  const above = useNewAbove(rows, scroll);
  const { isAtBottom, scroller, list } = scroll;
  const stay = [roving.active, kept].map((key) => rows.findIndex((row) => row.key === key)).filter((at) => at >= 0);
  const onScroll = (): void => {
    scroll.onScroll();
    day.look();
    above.look();
  };
  return (
    <div class="list">
      <DayPill day={day} />
      <div
        ref={scroller}
        class="list-scroll"
        role="log"
        aria-live="off"
        aria-label={label}
        onFocusIn={roving.onFocusIn}
        onKeyDown={roving.onKeyDown}
      >
        <div class="list-space" />
        <Virtualizer
          ref={list}
          scrollRef={scroller}
          shift={shift}
          data={rows}
          bufferSize={400}
          itemSize={52}
          keepMounted={stay}
          onScroll={onScroll}
        >
          {(row: Row) => draw(row, row.key === roving.active)}
        </Virtualizer>
      </div>
      {above.isAbove && (
        <div class="list-float list-float-top">
          <button type="button" class="jump jump-new jump-up" onClick={above.go}>
            New messages
            <Icon name="latest" size={16} />
          </button>
        </div>
      )}
      <div class="list-float">
        {(!isAtBottom || newer) && <JumpButton count={fresh} onClick={newer ? props.onLatest : scroll.toBottom} />}
      </div>
    </div>
  );
}
