import './preformatted.css';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { usePage } from '../page.ts';
import { Glyph } from './glyph.tsx';
import { scrolls } from './scrolls.ts';

/** Columns stay columns: a long line scrolls, and wraps only when asked to. Beside it, a button that copies it. */
export function Preformatted({
  children,
  text,
  language,
}: {
  children: ComponentChildren;
  text: string;
  language?: string;
}) {
  const box = useRef<HTMLPreElement>(null);
  const [isWide, setWide] = useState(false);
  const [wraps, setWraps] = useState(false);
  useLayoutEffect(() => {
    const { current } = box;
    if (!current) return;
    const measure = (): void => setWide(current.scrollWidth > current.clientWidth + 1);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    return () => observer.disconnect();
  }, [text]);
  const isCut = isWide && !wraps;
  return (
    <div class={isCut ? 'preformatted preformatted-wide' : 'preformatted'}>
      <pre
        ref={box}
        class={wraps ? 'preformatted-text preformatted-wrapped' : 'preformatted-text'}
        {...(isCut ? scrolls('Output, scrolls sideways') : {})}
      >
        <code data-language={language}>{children}</code>
      </pre>
      <div class="preformatted-tools">
        {(isWide || wraps) && (
          <button
            type="button"
            class="preformatted-tool"
            aria-pressed={wraps}
            aria-label="Wrap long lines"
            title="Wrap long lines"
            onClick={() => setWraps(!wraps)}
          >
            <Glyph name="wrap" size={16} />
          </button>
        )}
        <CopyButton text={text} />
      </div>
    </div>
  );
}

/** Milliseconds for which it says that it did. */
const praise = 1500;

export function CopyButton({ text, label = 'Copy' }: { text: string; label?: string }) {
  const page = usePage();
  const [isDone, setDone] = useState(false);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setDone(true);
      setTimeout(() => setDone(false), praise);
    } catch {
      page.tell('The browser did not let it be copied.');
    }
  };
  return (
    <button type="button" class="preformatted-tool" aria-label={label} title={isDone ? 'Copied' : label} onClick={copy}>
      <Glyph name={isDone ? 'check' : 'copy'} size={16} />
      <span class="preformatted-said" aria-live="polite">
        {isDone ? 'Copied' : ''}
      </span>
    </button>
  );
}
