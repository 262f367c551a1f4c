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
  /** Goes up to a row of this number, so that it has as many pixels above it as are asked for. */
  up(place: number, margin: number): void;
}

/** How near an end is before more is fetched, in pixels: far enough that nobody gets there first. */
const near = 2000;
const tolerance = 32;
/** Milliseconds that somebody who goes up may take to get away from the end: the browser moves smoothly. */
const takeOff = 500;

const below = (box: HTMLElement): number => box.scrollHeight - box.clientHeight - box.scrollTop;

const toEnd = (box: HTMLElement | null): void => {
  if (box) box.scrollTop = box.scrollHeight;
};

/** What is being edited in a list: it must stay where the person looks, whatever others write. */
function editedIn(box: HTMLElement | null): Element | null | undefined {
  const { activeElement } = document;
  return activeElement instanceof HTMLTextAreaElement && box?.contains(activeElement)
    ? activeElement.closest('form')
    : null;
}

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

/** Whether the list follows its end: from when the person is there until they scroll up. */
function useStuck(scroller: RefObject<HTMLDivElement | null>, atFirst: boolean) {
  const isStuck = useRef(atFirst);
  const before = useRef({ top: 0, height: 0 });
  const leavingUntil = useRef(0);
  const leave = useCallback(() => {
    isStuck.current = false;
    leavingUntil.current = performance.now() + takeOff;
  }, []);
  useEffect(() => {
    const box = scroller.current;
    // It is told before the list has moved, so that nothing that grows meanwhile takes the person back.
    const turn = ({ deltaY }: WheelEvent): void => {
      if (deltaY < 0 && box && box.scrollTop > 0) leave();
    };
    const press = ({ key }: KeyboardEvent): void => {
      if (key === 'PageUp' && box && box.scrollTop > 0 && !editedIn(box)) leave();
    };
    box?.addEventListener('wheel', turn, { passive: true });
    box?.addEventListener('keydown', press);
    return () => {
      box?.removeEventListener('wheel', turn);
      box?.removeEventListener('keydown', press);
    };
  }, [scroller, leave]);
  const see = useCallback((box: HTMLElement, newer: boolean): boolean => {
    const { top, height } = before.current;
    // Rows that turn out smaller than was thought move the list too, and that is nobody's wish.
    const isByHand = box.scrollHeight === height && box.scrollTop < top - 1;
    const isLeaving = box.scrollTop <= top && performance.now() < leavingUntil.current;
    if (below(box) <= tolerance && !newer && !isLeaving) isStuck.current = true;
    else if (isByHand) isStuck.current = false;
    before.current = { top: box.scrollTop, height: box.scrollHeight };
    return isStuck.current;
  }, []);
  return { isStuck, leave, see };
}

/** Stays at the end, also while the last row grows, until the person scrolls up; fetches what is beyond the ends. */
export function useListScroll(options: ListScrollOptions): ListScroll {
  const { rows, at } = options;
  const scroller = useRef<HTMLDivElement>(null);
  const list = useRef<VirtualizerHandle>(null);
  const latest = useRef(options);
  latest.current = options;
  const { isStuck, leave, see } = useStuck(scroller, at === undefined);
  const [isAtBottom, setAtBottom] = useState(at === undefined);
  const look = useCallback(() => {
    const box = scroller.current;
    if (!box) return;
    const isThere = see(box, latest.current.newer);
    setAtBottom(isThere);
    latest.current.onBottom(isThere);
    fetchMore(box, latest.current);
  }, []);
  const stay = useCallback(() => {
    const [box, edited] = [scroller.current, editedIn(scroller.current)];
    if (isStuck.current && box && edited) {
      edited.scrollIntoView({ block: 'nearest' });
      isStuck.current = below(box) <= tolerance;
    } else if (isStuck.current) toEnd(box);
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
  const up = useCallback((place: number, margin: number) => {
    leave();
    list.current?.scrollToIndex(place, { align: 'start', offset: -margin });
  }, []);
  return { scroller, list, isAtBottom, onScroll: look, toBottom, up };
}
