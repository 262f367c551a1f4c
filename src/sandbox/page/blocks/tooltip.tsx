import type { ComponentChildren, RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Floating } from './floating.tsx';

/** Milliseconds for which a pointer rests before it is told what it rests on. */
const patience = 350;

/** A few words above something that the pointer rests on, or that has the focus. */
export function Tooltip({ anchor, children }: { anchor: RefObject<HTMLElement | null>; children: ComponentChildren }) {
  const [isShown, show] = useState(false);
  useEffect(() => {
    const target = anchor.current;
    if (!target) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const hide = (): void => {
      clearTimeout(timer);
      show(false);
    };
    const events: readonly [string, (event: Event) => void][] = [
      ['pointerenter', (event) => (event as PointerEvent).pointerType === 'mouse' && wait()],
      ['focus', () => target.matches(':focus-visible') && show(true)],
      ['keydown', (event) => (event as KeyboardEvent).key === 'Escape' && hide()],
      ...(['pointerleave', 'pointerdown', 'blur'] as const).map((name): [string, () => void] => [name, hide]),
    ];
    const wait = (): void => {
      timer = setTimeout(() => show(true), patience);
    };
    for (const [name, listener] of events) target.addEventListener(name, listener);
    return () => {
      clearTimeout(timer);
      for (const [name, listener] of events) target.removeEventListener(name, listener);
    };
  }, [anchor]);
  if (!isShown) return null;
  return (
    <Floating anchor={anchor} align="center" side="above" class="floating-tip">
      {children}
    </Floating>
  );
}
