import type { Inline } from './inline.ts';
import { readMarkdownInline } from './markdown-inline.ts';
import { readList } from './markdown-list.ts';
import { type Align, readTable } from './markdown-table.ts';

export interface Item {
  /** Undefined where it is no task. */
  done?: boolean;
  content: Markdown[];
}

export type Markdown =
  | { type: 'heading'; level: number; elements: Inline[] }
  | { type: 'paragraph'; elements: Inline[] }
  | { type: 'code'; language: string; text: string }
  | { type: 'quote'; content: Markdown[] }
  | { type: 'list'; ordered: boolean; start: number; items: Item[] }
  | { type: 'table'; align: Align[]; head: Inline[][]; rows: Inline[][][] }
  | { type: 'rule' };

/** What a reader made of the lines from its own on, and how many it took. */
export interface Taken {
  block: Markdown;
  lines: number;
}

/** Reads the lines that start at `at`; undefined where they are none of its kind. */
export type BlockReader = (lines: readonly string[], at: number, depth: number) => Taken | undefined;

/** Quotes and lists in one another: what lies deeper is text. */
const deepest = 8;

const readFence: BlockReader = (lines, at) => {
  const [, indent = '', ticks = '', info = ''] = /^( {0,3})(`{3,}|~{3,})([^`]*)$/u.exec(lines[at] ?? '') ?? [];
  if (ticks === '') return undefined;
  const end = lines.findIndex((line, index) => index > at && isFenceEnd(line, ticks));
  const inside = lines.slice(at + 1, end < 0 ? lines.length : end);
  const text = inside.map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line)).join('\n');
  return {
    block: { type: 'code', language: info.trim().split(/\s/u, 1)[0] ?? '', text },
    lines: inside.length + (end < 0 ? 1 : 2),
  };
};

function isFenceEnd(line: string, ticks: string): boolean {
  const trimmed = line.trim();
  return trimmed.length >= ticks.length && trimmed === ticks.charAt(0).repeat(trimmed.length);
}

const readHeading: BlockReader = (lines, at) => {
  const found = /^ {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$/u.exec(lines[at] ?? '');
  if (!found) return undefined;
  const elements = readMarkdownInline(found[2] ?? '');
  return { block: { type: 'heading', level: found[1]?.length ?? 1, elements }, lines: 1 };
};

const readRule: BlockReader = (lines, at) =>
  /^ {0,3}(?:(?:\* *){3,}|(?:- *){3,}|(?:_ *){3,})$/u.test(lines[at] ?? '')
    ? { block: { type: 'rule' }, lines: 1 }
    : undefined;

const quoteMark = /^ {0,3}> ?/u;

const readQuote: BlockReader = (lines, at, depth) => {
  if (depth >= deepest || !quoteMark.test(lines[at] ?? '')) return undefined;
  const after = lines.slice(at).findIndex((line) => !quoteMark.test(line));
  const quoted = lines.slice(at, after < 0 ? lines.length : at + after);
  const content = readBlocks(
    quoted.map((line) => line.replace(quoteMark, '')),
    depth + 1,
  );
  return { block: { type: 'quote', content }, lines: quoted.length };
};

const readIndented: BlockReader = (lines, at) => {
  if (!/^ {4}\S/u.test(lines[at] ?? '')) return undefined;
  const after = lines.slice(at).findIndex((line) => !/^(?: {4}|\s*$)/u.test(line));
  const taken = lines.slice(at, after < 0 ? lines.length : at + after);
  const text = taken
    .map((line) => line.slice(4))
    .join('\n')
    .trimEnd();
  return { block: { type: 'code', language: '', text }, lines: taken.length };
};

const readers: readonly BlockReader[] = [
  ...[readFence, readHeading, readRule, readQuote, readTable],
  (lines, at, depth) => (depth >= deepest ? undefined : readList(lines, at, depth, readBlocks)),
];

const readAny: BlockReader = (lines, at, depth) => {
  for (const read of readers) {
    const taken = read(lines, at, depth);
    if (taken) return taken;
  }
  return undefined;
};

/** What may follow a paragraph without an empty line between. */
const interrupting =
  /^ {0,3}(?:#{1,6}(?:\s|$)|>|`{3,}|~{3,}|[-*+] +\S|1[.)] +\S|(?:\* *){3,}$|(?:- *){3,}$|(?:_ *){3,}$)/u;

const interrupts = (lines: readonly string[], at: number): boolean =>
  lines[at]?.trim() === '' || interrupting.test(lines[at] ?? '') || readTable(lines, at, 0) !== undefined;

const readParagraph = (lines: readonly string[], at: number): Taken => {
  let end = at + 1;
  while (end < lines.length && !interrupts(lines, end)) end += 1;
  const text = lines
    .slice(at, end)
    .map((line) => line.trimStart())
    .join('\n')
    .trimEnd();
  return { block: { type: 'paragraph', elements: readMarkdownInline(text) }, lines: end - at };
};

function readBlocks(lines: readonly string[], depth: number): Markdown[] {
  const found: Markdown[] = [];
  for (let at = 0; at < lines.length; ) {
    if (lines[at]?.trim() === '') {
      at += 1;
      continue;
    }
    const taken = readAny(lines, at, depth) ?? readIndented(lines, at, depth) ?? readParagraph(lines, at);
    found.push(taken.block);
    at += taken.lines;
  }
  return found;
}

/** Markdown as Slack shows it: the usual part of CommonMark with tables, task lists and strikethrough; never HTML. */
export const readMarkdown = (source: string): Markdown[] =>
  readBlocks(source.replaceAll('\r\n', '\n').replaceAll('\t', '    ').split('\n'), 0);
