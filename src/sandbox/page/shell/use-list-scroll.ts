import type { RefObject } from 'preact';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { VirtualizerHandle } from 'virtua';
import type { Row } from './rows.ts';

interface ListScrollOptions {
  rows: readonly Row[];
  older: boolean;
  newer: boolean;
  onOlder(): void;
  onNewer(): void;
  onBottom(isAtBottom: boolean): void;
  /** The row to begin with, instead of the last. */
  at?: string | undefined;
}

export interface ListScroll {
  scroller: RefObject<HTMLDivElement | null>;
  list: RefObject<VirtualizerHandle | null>;
  isAtBottom: boolean;
  onScroll(): void;
  toBottom(): void;
}

/** How near an end is before more is fetched, in pixels: far enough that nobody gets there first. */
const near = 2000;
const tolerance = 32;

const below = (box: HTMLElement): number => box.scrollHeight - box.clientHeight - box.scrollTop;

const toEnd = (box: HTMLElement | null): void => {
  if (box) box.scrollTop = box.scrollHeight;
};

/** Whatever grows is told at once, before it is painted. */
function useGrowth(scroller: RefObject<HTMLDivElement | null>, onGrown: () => void): void {
  useLayoutEffect(() => {
    const box = scroller.current;
    const items = box?.lastElementChild;
    if (!box || !items) return;
    const grown = new ResizeObserver(onGrown);
    grown.observe(items);
    grown.observe(box);
    return () => grown.disconnect();
  }, [scroller, onGrown]);
}

/** What is wanted of the server at this place of the list. */
function fetchMore(box: HTMLElement, { older, newer, onOlder, onNewer }: ListScrollOptions): void {
  if (older && box.scrollTop < near) onOlder();
  if (newer && below(box) < near) onNewer();
}

/** Stays at the end, also while the last row grows, until the person scrolls up; fetches what is beyond the ends. */
export function useListScroll(options: ListScrollOptions): ListScroll {
  const { rows, at } = options;
  const scroller = useRef<HTMLDivElement>(null);
  const list = useRef<VirtualizerHandle>(null);
  const latest = useRef(options);
  latest.current = options;
  const isStuck = useRef(at === undefined);
  const before = useRef(0);
  const [isAtBottom, setAtBottom] = useState(at === undefined);
  const look = useCallback(() => {
    const box = scroller.current;
    if (!box) return;
    if (below(box) <= tolerance && !latest.current.newer) isStuck.current = true;
    else if (box.scrollTop < before.current - 1) isStuck.current = false;
    before.current = box.scrollTop;
    setAtBottom(isStuck.current);
    latest.current.onBottom(isStuck.current);
    fetchMore(box, latest.current);
  }, []);
  const stay = useCallback(() => {
    if (isStuck.current) toEnd(scroller.current);
    look();
  }, [look]);
  useGrowth(scroller, stay);
  useLayoutEffect(() => {
    const place = at === undefined ? -1 : latest.current.rows.findIndex(({ key }) => key === at);
    if (place < 0) return;
    isStuck.current = false;
    list.current?.scrollToIndex(place, { align: 'center' });
  }, [at]);
  useEffect(stay, [rows, stay]);
  const toBottom = useCallback(() => {
    isStuck.current = true;
    list.current?.scrollToIndex(latest.current.rows.length - 1, { align: 'end' });
    stay();
  }, [stay]);
  return { scroller, list, isAtBottom, onScroll: look, toBottom };
}
