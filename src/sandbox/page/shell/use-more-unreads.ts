import { useCallback, useEffect, useRef, useState } from 'preact/hooks';

export interface MoreUnreads {
  list: { current: HTMLDivElement | null };
  /** Unread places out of sight. */
  isAbove: boolean;
  isBelow: boolean;
  look(): void;
  go(where: 'above' | 'below'): void;
}

interface Hidden {
  above: HTMLElement | undefined;
  below: HTMLElement | undefined;
}

/** The nearest unread places that are out of sight. */
function hiddenIn(list: HTMLElement): Hidden {
  const { top, bottom } = list.getBoundingClientRect();
  const rows = [...list.querySelectorAll<HTMLElement>('.row-unread')];
  return {
    above: rows.findLast((row) => row.getBoundingClientRect().top < top),
    below: rows.find((row) => row.getBoundingClientRect().bottom > bottom),
  };
}

/** Whether something unread lies above or below what is in sight of the list, and the way there. */
export function useMoreUnreads(): MoreUnreads {
  const list = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState({ isAbove: false, isBelow: false });
  const look = useCallback(() => {
    if (!list.current) return;
    const { above, below } = hiddenIn(list.current);
    const next = { isAbove: above !== undefined, isBelow: below !== undefined };
    setSeen((known) => (known.isAbove === next.isAbove && known.isBelow === next.isBelow ? known : next));
  }, []);
  // Rooms are read, and sections folded, without it.
  useEffect(look);
  useEffect(() => {
    const { current } = list;
    if (!current) return;
    const sized = new ResizeObserver(look);
    sized.observe(current);
    return () => sized.disconnect();
  }, [look]);
  const go = (where: 'above' | 'below'): void => {
    const { current } = list;
    const row = current && hiddenIn(current)[where];
    if (row)
      current.scrollTop +=
        row.getBoundingClientRect().top - current.getBoundingClientRect().top - current.clientHeight / 2;
  };
  return { list, ...seen, look, go };
}
