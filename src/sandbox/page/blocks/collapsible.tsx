import './collapsible.css';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/** Pixels of text from which on the rest is shown when asked for. */
const tallest = 700;

/** What people opened stays open when it scrolled away and comes back. */
const opened = new Set<string>();

interface CollapsibleProps {
  /** What tells it from every other one. */
  name: string;
  /** It is shown whole anyway. */
  isWhole?: boolean;
  children: ComponentChildren;
}

/** Long text, cut with the rest a press away. */
export function Collapsible({ name, isWhole = false, children }: CollapsibleProps) {
  const box = useRef<HTMLDivElement>(null);
  const [isTall, setTall] = useState(false);
  const [isOpen, setOpen] = useState(opened.has(name));
  useLayoutEffect(() => {
    setTall((box.current?.scrollHeight ?? 0) > tallest);
  });
  const toggle = (): void => {
    if (isOpen) opened.delete(name);
    else opened.add(name);
    setOpen(!isOpen);
  };
  const isCut = isTall && !isOpen && !isWhole;
  return (
    <>
      <div ref={box} class={isCut ? 'collapsible collapsible-cut' : 'collapsible'}>
        {children}
      </div>
      {isTall && !isWhole && (
        <button type="button" class="collapsible-toggle" aria-expanded={isOpen} onClick={toggle}>
          {isOpen ? 'See less' : 'See more'}
        </button>
      )}
    </>
  );
}
