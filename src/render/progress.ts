import type { Event } from '../context/events.ts';
import { lastRewrite } from '../context/rewrite.ts';
import { createAnsiParser } from './ansi.ts';
import { splitSpans } from './cut.ts';
import { type Line, type Stream, spansText } from './line.ts';

/** Characters that are enough to see how far something is. */
const longest = 200;

/** Lines that are not whole yet, of each stream the newest. */
export interface ProgressLines {
  /** True where it told something of them. */
  follow(event: Event): boolean;
  lines(): Line[];
}

export function createProgressLines(): ProgressLines {
  const newest = new Map<Stream, Line>();
  return {
    follow: (event) => {
      if (event.type === 'finished') newest.clear();
      if (event.type !== 'progress' && event.type !== 'line') return false;
      const line = event.type === 'line' ? undefined : lineOf(event);
      if (line === undefined) return newest.delete(event.stream);
      newest.delete(event.stream);
      newest.set(event.stream, line);
      return true;
    },
    lines: () => [...newest.values()],
  };
}

function lineOf({ stream, text }: Extract<Event, { type: 'progress' }>): Line | undefined {
  const spans = createAnsiParser().parse(lastRewrite(text));
  if (spans.every((span) => span.text.trim() === '')) return undefined;
  const isLong = spansText(spans).length > longest;
  const shown = isLong ? [...splitSpans(spans, longest - 1)[0], { text: '…' }] : spans;
  return { spans: shown, form: 'fixed', stream };
}
