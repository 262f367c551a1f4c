import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';

interface Wide {
  /** It is wider than its place. */
  isWide: boolean;
  /** There is more beyond its right edge. */
  isCut: boolean;
}

/** Whether something scrolls sideways. */
export function useWide(box: RefObject<HTMLElement | null>, content: unknown): Wide {
  const [wide, setWide] = useState<Wide>({ isWide: false, isCut: false });
  const measure = (): void => {
    const { current } = box;
    if (!current) return;
    const room = current.scrollWidth - current.clientWidth;
    const next = { isWide: room > 1, isCut: room - current.scrollLeft > 1 };
    setWide((known) => (known.isWide === next.isWide && known.isCut === next.isCut ? known : next));
  };
  useLayoutEffect(measure, [content]);
  useEffect(() => {
    const { current } = box;
    if (!current) return;
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    current.addEventListener('scroll', measure, { passive: true });
    return () => {
      observer.disconnect();
      current.removeEventListener('scroll', measure);
    };
  }, [box]);
  return wide;
}
