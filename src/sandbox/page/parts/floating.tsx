import type { ComponentChildren, RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { type PlaceOptions, placeBeside, windowSize } from './place.ts';

interface FloatingProps extends PlaceOptions {
  anchor: RefObject<HTMLElement | null>;
  class?: string;
  /** At least as wide as what it belongs to. */
  isAsWide?: boolean;
  /** A press elsewhere. Escape is for who has the focus to hear. */
  onClose?: () => void;
  children: ComponentChildren;
}

function place(box: HTMLElement, anchor: HTMLElement, options: PlaceOptions): void {
  const { left, top } = placeBeside(anchor.getBoundingClientRect(), box.getBoundingClientRect(), windowSize(), options);
  box.style.left = `${left}px`;
  box.style.top = `${top}px`;
}

/** Something above everything else, dialogs too, beside what it belongs to; it follows when that moves. */
export function Floating({ anchor, class: name = '', isAsWide, onClose, align, side, children }: FloatingProps) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const { current } = box;
    if (!current || !anchor.current) return;
    if (!current.matches(':popover-open')) current.showPopover();
    if (isAsWide) current.style.minWidth = `${anchor.current.offsetWidth}px`;
    place(current, anchor.current, { ...(align ? { align } : {}), ...(side ? { side } : {}) });
  });
  useEffect(() => {
    const follow = (): void => {
      const options = { ...(align ? { align } : {}), ...(side ? { side } : {}) };
      if (box.current && anchor.current) place(box.current, anchor.current, options);
    };
    const press = ({ target }: Event): void => {
      const isInside = [box, anchor].some(({ current }) => current?.contains(target as Node));
      if (!isInside) onClose?.();
    };
    document.addEventListener('scroll', follow, true);
    window.addEventListener('resize', follow);
    document.addEventListener('pointerdown', press, true);
    return () => {
      document.removeEventListener('scroll', follow, true);
      window.removeEventListener('resize', follow);
      document.removeEventListener('pointerdown', press, true);
    };
  }, [anchor, align, side, onClose]);
  return (
    <div ref={box} popover="manual" class={`floating ${name}`}>
      {children}
    </div>
  );
}
