import type { RefObject } from 'preact';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Row } from './rows.ts';
import { dayLabel, dayOf } from './time.ts';
import type { ListScroll } from './use-list-scroll.ts';

/** The height in which one day pushes the other away. */
const height = 44;

interface Day {
  label: string | undefined;
  pill: RefObject<HTMLDivElement | null>;
  look(): void;
}

/** Which day the messages at the top are of. */
export function useDayPill(rows: readonly Row[], { list, scroller }: ListScroll): Day {
  const [label, setLabel] = useState<string>();
  const pill = useRef<HTMLDivElement>(null);
  const look = useCallback(() => {
    const [handle, box] = [list.current, scroller.current];
    if (!handle || !box) return;
    const space = box.firstElementChild?.clientHeight ?? 0;
    const top = box.scrollTop - space;
    const first = handle.findItemIndex(Math.max(top, 0));
    const row = rows[first];
    // A day whose own line is in sight needs no second one.
    const isNamed = row?.isNewDay && top - handle.getItemOffset(first) < height;
    const isAbove = top > 0 && row !== undefined && !row.isIntro && !isNamed;
    setLabel(isAbove ? dayLabel(row.time, Date.now()) : undefined);
    if (!isAbove || !pill.current) return;
    const next = rows.findIndex((other, at) => at > first && other.isNewDay && dayOf(other.time) !== dayOf(row.time));
    const room = next < 0 ? height : handle.getItemOffset(next) - top;
    pill.current.style.transform = room < height ? `translateY(${Math.min(0, room - height)}px)` : '';
  }, [rows, list, scroller]);
  useEffect(look, [look]);
  return { label, pill, look };
}

/** The day at the top of the list, over the messages. */
export function DayPill({ day }: { day: Day }) {
  return (
    <div class="day-float" ref={day.pill} aria-hidden="true">
      {day.label !== undefined && <span class="day-pill">{day.label}</span>}
    </div>
  );
}
