import type { Span } from '../context/blocks.ts';

const isInsidePair = (text: string, index: number): boolean => {
  const low = text.charCodeAt(index);
  const high = text.charCodeAt(index - 1);
  return low >= 0xdc00 && low <= 0xdfff && high >= 0xd800 && high <= 0xdbff;
};

/** The first `length` UTF-16 units at most, never half a character. */
export const firstOf = (text: string, length: number): string =>
  text.slice(0, isInsidePair(text, length) ? length - 1 : length);

/** The last `length` UTF-16 units at most, never half a character. */
export function lastOf(text: string, length: number): string {
  const start = Math.max(0, text.length - length);
  return text.slice(isInsidePair(text, start) ? start + 1 : start);
}

/** The first spans that hold `length` units, and what is left over. */
export function splitSpans(spans: readonly Span[], length: number): [Span[], Span[]] {
  const first: Span[] = [];
  let room = length;
  for (const [index, span] of spans.entries()) {
    if (span.text.length <= room) {
      first.push(span);
      room -= span.text.length;
      continue;
    }
    const text = firstOf(span.text, room);
    // Half a name is nobody's.
    const { user: _, ...plain } = span;
    if (text !== '') first.push({ ...plain, text });
    return [first, [{ ...plain, text: span.text.slice(text.length) }, ...spans.slice(index + 1)]];
  }
  return [first, []];
}
