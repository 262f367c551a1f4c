import type { Span, Style } from '../context/blocks.ts';
import { splitSpans } from './cut.ts';
import type { Line } from './line.ts';
import { spansText } from './line.ts';

export interface RichTextStyle {
  bold?: true;
  italic?: true;
  strike?: true;
  code?: true;
}

export type RichTextPart =
  | { type: 'text'; text: string; style?: RichTextStyle }
  | { type: 'link'; url: string; text?: string; style?: RichTextStyle }
  | { type: 'user'; user_id: string; style?: RichTextStyle };

export interface RichTextElement {
  type: 'rich_text_section' | 'rich_text_preformatted';
  elements: RichTextPart[];
}

type Drawn = Pick<Line, 'spans' | 'form'>;

const longestElement = 3000;

// Slack refuses an element without text, which an empty line alone would be.
const emptyLine = '\u200b';

const types = { prose: 'rich_text_section', fixed: 'rich_text_preformatted' } as const;

/** Lines as rich text: neighbours of one form share an element, as far as its size allows. */
export const toRichText = (lines: readonly Drawn[]): RichTextElement[] =>
  groupByForm(lines).flatMap(({ form, lines: group }) =>
    inChunks(group).map((chunk) => ({ type: types[form], elements: toParts(chunk, form) })),
  );

interface Group {
  form: Line['form'];
  lines: (readonly Span[])[];
}

function groupByForm(lines: readonly Drawn[]): Group[] {
  const groups: Group[] = [];
  for (const { spans, form } of lines) {
    const last = groups.at(-1);
    if (last?.lines.every((line) => line.length === 0)) last.form = form;
    // An empty line has no form of its own: it stays with what it stands between.
    if (last !== undefined && (last.form === form || spans.length === 0)) last.lines.push(spans);
    else groups.push({ form, lines: [spans] });
  }
  return groups;
}

const sizeOf = (spans: readonly Span[]): number =>
  spans.reduce((sum, { text, link = '' }) => sum + text.length + link.length, 1);

function inChunks(lines: readonly (readonly Span[])[]): (readonly Span[])[][] {
  const chunks: (readonly Span[])[][] = [];
  let room = 0;
  for (const line of lines.flatMap(inPieces)) {
    const size = sizeOf(line);
    const last = chunks.at(-1);
    if (last !== undefined && size <= room) {
      last.push(line);
      room -= size;
    } else {
      chunks.push([line]);
      room = longestElement - size;
    }
  }
  return chunks;
}

/** A line that no element could hold, in pieces. */
function inPieces(line: readonly Span[]): (readonly Span[])[] {
  if (spansText(line).length < longestElement) return [line];
  const pieces: Span[][] = [];
  for (let rest: readonly Span[] = line; rest.length > 0; ) {
    const [piece, after] = splitSpans(rest, longestElement - 1);
    pieces.push(piece);
    rest = after;
  }
  return pieces;
}

function toParts(lines: readonly (readonly Span[])[], form: Line['form']): RichTextPart[] {
  const spans = lines.flatMap((line, index) => (index === 0 ? line : [{ text: '\n' }, ...line]));
  const parts: RichTextPart[] = [];
  for (const span of spans) {
    const part = form === 'prose' ? toPart(span, richStyle(span.style)) : toPart(withoutUser(span), undefined);
    const last = parts.at(-1);
    if (last?.type === 'text' && part.type === 'text' && isSameStyle(last.style, part.style)) last.text += part.text;
    else parts.push(part);
  }
  return parts.length === 0 ? [{ type: 'text', text: emptyLine }] : parts;
}

/** Where columns must stay under each other, Slack takes no names of its own. */
const withoutUser = ({ user: _, ...span }: Span): Span => span;

function toPart({ text, link, user }: Span, style: RichTextStyle | undefined): RichTextPart {
  const styled = style === undefined ? {} : { style };
  if (user !== undefined) return { type: 'user', user_id: user, ...styled };
  if (link === undefined) return { type: 'text', text, ...styled };
  return text === link ? { type: 'link', url: link, ...styled } : { type: 'link', url: link, text, ...styled };
}

const richStyles = ['bold', 'italic', 'strike', 'code'] as const;

function richStyle(style: Style | undefined): RichTextStyle | undefined {
  const kept = richStyles.filter((name) => style?.[name] === true);
  return kept.length === 0 ? undefined : Object.fromEntries(kept.map((name) => [name, true]));
}

const isSameStyle = (one: RichTextStyle | undefined, other: RichTextStyle | undefined): boolean =>
  richStyles.every((name) => one?.[name] === other?.[name]);

/** What members of a workspace are called, by id. */
export type Names = Readonly<Record<string, string>>;

/** The lines that an element shows. */
export function fromRichText({ type, elements }: RichTextElement, names: Names = {}): Drawn[] {
  const form = type === 'rich_text_preformatted' ? 'fixed' : 'prose';
  const lines: Span[][] = [[]];
  for (const part of elements) {
    if (part.type === 'link') {
      lines.at(-1)?.push({ text: part.text ?? part.url, link: part.url });
      continue;
    }
    if (part.type === 'user') {
      lines.at(-1)?.push({ text: names[part.user_id] ?? part.user_id });
      continue;
    }
    for (const [index, text] of part.text.split('\n').entries()) {
      if (index > 0) lines.push([]);
      if (text !== '') lines.at(-1)?.push({ text });
    }
  }
  if (spansText(lines.flat()) === emptyLine) return [{ spans: [], form }];
  return lines.map((spans) => ({ spans, form }));
}
