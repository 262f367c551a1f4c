import type { Span } from '../context/blocks.ts';
import { type Line, spansText } from './line.ts';

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

/** Neighbours that lead to one address are one link, however they are styled. */
export function groupLinks(spans: readonly Span[]): { group: Span[]; link: string | undefined }[] {
  const groups: { group: Span[]; link: string | undefined }[] = [];
  for (const span of spans) {
    const last = groups.at(-1);
    if (last !== undefined && last.link === span.link) last.group.push(span);
    else groups.push({ group: [span], link: span.link });
  }
  return groups;
}
