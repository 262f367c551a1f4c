import type { Inline, Span } from '../context/blocks.ts';
import { cleanSpans } from './line.ts';

const lineBreak = /\r\n|[\n\r\u2028\u2029]/;

const toSpans = (inline: Inline): Span[] => {
  const parts = typeof inline === 'string' || !Array.isArray(inline) ? [inline as string | Span] : inline;
  return parts.map((part) => (typeof part === 'string' ? { text: part } : part));
};

/** The text's lines, clean; at least one. */
export function inlineLines(inline: Inline): Span[][] {
  const lines: Span[][] = [[]];
  for (const span of toSpans(inline)) {
    for (const [index, text] of splitLines(span.text).entries()) {
      if (index > 0) lines.push([]);
      lines.at(-1)?.push({ ...span, text });
    }
  }
  return lines.map(cleanSpans);
}

/** The text in one line, where there is room for no more: line breaks become spaces. */
export const inlineLine = (inline: Inline): Span[] =>
  inlineLines(inline).flatMap((spans, index) =>
    index === 0 || spans.length === 0 ? spans : [{ text: ' ' }, ...spans],
  );

export const splitLines = (text: string): string[] => text.split(lineBreak);
