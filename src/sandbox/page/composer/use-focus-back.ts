import { useEffect } from 'preact/hooks';

/** Takes the focus; at the end it goes back where it came from, unless it went on by itself. */
export function useFocusBack(box: { current: HTMLElement | null }, take: () => void): void {
  useEffect(() => {
    const before = document.activeElement;
    const element = box.current;
    take();
    return () => {
      const { activeElement } = document;
      const isLost = activeElement === null || activeElement === document.body || element?.contains(activeElement);
      if (isLost && before instanceof HTMLElement) before.focus();
    };
  }, []);
}
