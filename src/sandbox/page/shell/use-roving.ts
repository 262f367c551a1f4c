import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { composerIn, rowOf } from './parts.ts';
import type { Row } from './rows.ts';
import type { ListScroll } from './use-list-scroll.ts';

const steps: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowDown: (at) => at + 1,
  ArrowUp: (at) => at - 1,
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** What lies over the top of a list: the day, and the tools of a message. */
const margin = 56;

/** A row that has just been put in place is out of sight for a frame or two, and cannot have the focus. */
function focusSoon(box: HTMLElement | null, key: string, attempts = 6): void {
  const row = box?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);
  row?.focus({ preventScroll: true });
  if (attempts > 0 && (!row || document.activeElement !== row)) {
    requestAnimationFrame(() => focusSoon(box, key, attempts - 1));
  }
}

export interface Roving {
  /** The row that the Tab key reaches; the others are a step up or down from it. */
  active: string | undefined;
  onFocusIn(event: FocusEvent): void;
  onKeyDown(event: KeyboardEvent): void;
}

const isBare = (event: KeyboardEvent): boolean => !event.altKey && !event.ctrlKey && !event.metaKey;

/** Up and down from message to message, right into its thread, Escape to where one writes. */
export function useRoving(
  rows: readonly Row[],
  { scroller, list, up }: ListScroll,
  onOpen?: (row: Row) => void,
): Roving {
  const [focused, setFocused] = useState<string>();
  const moved = useRef<string>(undefined);
  const stops = rows.filter(({ isIntro }) => !isIntro);
  const active = stops.some(({ key }) => key === focused) ? focused : stops.at(-1)?.key;
  useEffect(() => {
    const key = moved.current;
    moved.current = undefined;
    if (key !== undefined) focusSoon(scroller.current, key);
    // A message that was on its way has arrived, under another key.
    const hasArrived =
      focused?.startsWith('pending-') && active !== focused && document.activeElement === document.body;
    if (hasArrived && active !== undefined) focusSoon(scroller.current, active);
  });
  const onFocusIn = useCallback(({ target }: FocusEvent) => setFocused(rowOf(target)?.dataset['key']), []);
  const reveal = (place: number): void => {
    const [handle, box] = [list.current, scroller.current];
    if (!handle || !box) return;
    const above = box.scrollTop - (box.firstElementChild?.clientHeight ?? 0) + margin;
    if (handle.getItemOffset(place) < above) up(place, margin);
    else handle.scrollToIndex(place, { align: 'nearest' });
  };
  const move = (step: (at: number, count: number) => number, at: number): void => {
    const next = stops[step(at, stops.length)];
    if (!next) return;
    moved.current = next.key;
    setFocused(next.key);
    reveal(rows.indexOf(next));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const row = rowOf(event.target);
    if (!row || row !== event.target || !isBare(event)) return;
    const at = stops.findIndex(({ key }) => key === row.dataset['key']);
    const [step, stop] = [steps[event.key], stops[at]];
    if (step) move(step, at);
    else if (event.key === 'ArrowRight' && stop && onOpen) onOpen(stop);
    else if (event.key === 'Escape') composerIn(row)?.focus();
    else return;
    event.preventDefault();
  };
  return { active, onFocusIn, onKeyDown };
}
