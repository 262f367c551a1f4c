import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { rowOf } from './parts.ts';

const takes = (element: Element | null | undefined): boolean => {
  if (!(element instanceof HTMLElement)) return false;
  element.focus({ preventScroll: true });
  return document.activeElement === element;
};

/** When a pane goes while the focus is in it, the focus goes back where it came from, or near: to the message, or to where one writes. */
export function usePaneFocus(pane: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const before = document.activeElement;
    const row = rowOf(before)?.dataset['key'];
    const box = pane.current;
    return () => {
      const { activeElement } = document;
      if (activeElement !== document.body && !box?.contains(activeElement)) return;
      const found = row === undefined ? null : document.querySelector(`.room [data-key="${CSS.escape(row)}"]`);
      const places = [
        before === document.body ? null : before,
        found,
        document.querySelector('.room .composer-place textarea'),
      ];
      places.some(takes);
    };
  }, [pane]);
}
