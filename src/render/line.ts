import type { Span, Style } from '../context/blocks.ts';
import { clean, isLinkable } from './clean.ts';
import { honestLinks } from './links.ts';
import { displayWidth } from './width.ts';

export type Stream = 'stdout' | 'stderr';

/** What every surface draws: clean spans, one after the other. */
export interface Line {
  spans: readonly Span[];
  /** Whether columns must stay under each other, or the surface may set the text as it likes. */
  form: 'prose' | 'fixed';
  stream: Stream;
}

export const spansWidth = (spans: readonly Span[]): number =>
  spans.reduce((width, span) => width + displayWidth(span.text), 0);

export const spansText = (spans: readonly Span[]): string => spans.map((span) => span.text).join('');

/** Spaces up to the next of the stops that stand 8 cells apart. */
export const tabSpaces = (column: number): string => ' '.repeat(8 - (column % 8));

/** The spans as surfaces may show them: clean, tabs expanded, links only where they may be followed, and honest. */
export function cleanSpans(spans: readonly Span[]): Span[] {
  let column = 0;
  const cleaned: Span[] = [];
  for (const { text: said, style, link, user } of spans) {
    const text = expandTabs(clean(said), column);
    if (text === '') continue;
    column += displayWidth(text);
    const span = createSpan(text, style, link);
    cleaned.push(user === undefined ? span : { ...span, user });
  }
  return honestLinks(cleaned);
}

export function createSpan(text: string, style: Style | undefined, link: string | undefined): Span {
  const span: Span = { text };
  if (style !== undefined) span.style = style;
  if (link !== undefined && isLinkable(link)) span.link = link;
  return span;
}

function expandTabs(text: string, start: number): string {
  if (!text.includes('\t')) return text;
  let column = start;
  let expanded = '';
  for (const [index, part] of text.split('\t').entries()) {
    const spaces = index === 0 ? '' : tabSpaces(column);
    column += spaces.length + displayWidth(part);
    expanded += spaces + part;
  }
  return expanded;
}

export function trimEnd(spans: readonly Span[]): Span[] {
  const trimmed = [...spans];
  for (let last = trimmed.pop(); last !== undefined; last = trimmed.pop()) {
    const text = last.text.trimEnd();
    if (text === '') continue;
    trimmed.push({ ...last, text });
    break;
  }
  return trimmed;
}

/** Adds a style below the styles that the spans have. */
export const withStyle = (spans: readonly Span[], style: Style): Span[] =>
  spans.map((span) => ({ ...span, style: { ...style, ...span.style } }));
