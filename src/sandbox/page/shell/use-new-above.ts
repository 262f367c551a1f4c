import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Row } from './rows.ts';
import type { ListScroll } from './use-list-scroll.ts';

/** What lies over the top of the list. */
const margin = 64;

interface NewAbove {
  isAbove: boolean;
  look(): void;
  go(): void;
}

/** Whether the line "New" is further up, until it was in sight once. */
export function useNewAbove(rows: readonly Row[], { list, scroller, up }: ListScroll): NewAbove {
  const [isAbove, setAbove] = useState(false);
  const seen = useRef<string>(undefined);
  const place = rows.findIndex(({ isNew }) => isNew);
  const key = rows[place]?.key;
  const look = useCallback(() => {
    const [handle, box] = [list.current, scroller.current];
    if (!handle || !box || handle.viewportSize === 0) return;
    const top = box.scrollTop - (box.firstElementChild?.clientHeight ?? 0);
    const isFurtherUp = place >= 0 && handle.getItemOffset(place) < top;
    if (!isFurtherUp) seen.current = key;
    setAbove(isFurtherUp && seen.current !== key);
  }, [place, key, list, scroller]);
  useEffect(() => {
    const frame = requestAnimationFrame(look);
    return () => cancelAnimationFrame(frame);
  }, [look]);
  const go = (): void => up(place, margin);
  return { isAbove, look, go };
}
