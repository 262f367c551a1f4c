import './preformatted.css';
import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { usePage } from '../page.ts';
import { Icon } from '../parts/icon.tsx';
import { scrolls } from '../parts/scrolls.ts';
import { tip } from '../parts/tooltip.tsx';
import { useWide } from '../parts/use-wide.ts';

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
  const [wraps, setWraps] = useState(false);
  const { isWide, isCut } = useWide(box, text);
  return (
    <div class={isCut ? 'preformatted preformatted-wide' : 'preformatted'}>
      <pre
        ref={box}
        class={wraps ? 'preformatted-text preformatted-wrapped' : 'preformatted-text'}
        {...(isWide ? scrolls('Output, scrolls sideways') : {})}
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
            {...tip('Wrap long lines')}
            onClick={() => setWraps(!wraps)}
          >
            <Icon name="wrap" size={16} />
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
    <button
      type="button"
      class="preformatted-tool"
      aria-label={label}
      {...tip(isDone ? 'Copied' : label)}
      onClick={copy}
    >
      <Icon name={isDone ? 'check' : 'copy'} size={16} />
      <span class="preformatted-said" aria-live="polite">
        {isDone ? 'Copied' : ''}
      </span>
    </button>
  );
}
