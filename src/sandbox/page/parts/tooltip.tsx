import { useEffect, useMemo, useState } from 'preact/hooks';
import { Floating } from './floating.tsx';

/** Milliseconds for which a pointer rests before it is told what it rests on. */
const patience = 350;

/** A few words above something that the pointer rests on, or that has the focus; `large` stands above them. */
export const tip = (text: string, large?: string) => ({ 'data-tip': text || undefined, 'data-tip-large': large });

/** What has words for itself, and has not opened anything yet that would lie below them. */
const targetOf = ({ target }: Event): HTMLElement | undefined =>
  (target instanceof Element && target.closest<HTMLElement>('[data-tip]:not([aria-expanded="true"])')) || undefined;

/** The words are shown to a mouse that rests, and at once to the keyboard, until something else happens. */
function listen(show: (target: HTMLElement | undefined) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let over: HTMLElement | undefined;
  const turn = (target: HTMLElement | undefined): void => {
    clearTimeout(timer);
    over = target;
    show(undefined);
  };
  const events: readonly [string, (event: Event) => void][] = [
    [
      'pointerover',
      (event) => {
        const target = targetOf(event);
        if (target === over) return;
        turn(target);
        const isMouse = (event as PointerEvent).pointerType === 'mouse';
        if (target && isMouse) timer = setTimeout(() => target.isConnected && show(target), patience);
      },
    ],
    [
      'focusin',
      (event) => {
        if (event.target instanceof Element && event.target.matches(':focus-visible')) show(targetOf(event));
      },
    ],
    ['keydown', (event) => (event as KeyboardEvent).key === 'Escape' && turn(undefined)],
    // What was pressed has been understood.
    ['pointerdown', (event) => turn(targetOf(event))],
    ['focusout', () => turn(undefined)],
    ['scroll', () => turn(undefined)],
  ];
  for (const [name, listener] of events) document.addEventListener(name, listener, true);
  return () => {
    clearTimeout(timer);
    for (const [name, listener] of events) document.removeEventListener(name, listener, true);
  };
}

/** All the tips of the page: one at a time. */
export function Tooltips() {
  const [target, show] = useState<HTMLElement>();
  const anchor = useMemo(() => ({ current: target ?? null }), [target]);
  useEffect(() => listen(show), []);
  if (!target?.isConnected) return null;
  const { tip: text, tipLarge: large } = target.dataset;
  return (
    <Floating anchor={anchor} align="center" side="above" class="floating-tip">
      <div aria-hidden="true">
        {large && <span class="floating-tip-large">{large}</span>}
        {text}
      </div>
    </Floating>
  );
}
