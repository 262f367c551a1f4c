import type { Span } from '../context/blocks.ts';
import { type Line, spansText } from './line.ts';
import { groupLinks } from './links.ts';

type Drawn = Pick<Line, 'spans' | 'form'>;

/**
 * The spans for a surface where links do not click: an address stands behind its text, `text (address)`; in a fixed
 * line behind the last word, so that columns stay where they are.
 */
export function withAddresses({ spans, form }: Drawn): Span[] {
  const inPlace: Span[] = [];
  const atEnd: Span[] = [];
  for (const { group, link } of groupLinks(spans)) {
    inPlace.push(...group);
    if (link !== undefined && spansText(group) !== link) {
      (form === 'fixed' ? atEnd : inPlace).push({ text: ` (${link})`, style: { dim: true } });
    }
  }
  return [...inPlace, ...atEnd];
}

/** Exactly what a terminal without colour prints of the line. */
export const lineWords = (line: Drawn): string => spansText(withAddresses(line));
