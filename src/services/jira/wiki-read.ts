import { fenced, hang, linesOf, tidyLines } from './lines.ts';
import { wikiLine } from './wiki-inline.ts';

/** Markup of Jira Server as text. Code stands between fences; what is not known stands as it was written. */
export function wikiText(markup: string): string {
  const lines = verbatimParts(markup).flatMap((part) =>
    'code' in part ? fenced(...part.code) : proseLines(part.text),
  );
  return tidyLines(lines);
}

type MarkupPart = { text: string } | { code: [content: string, language: string] };

const verbatim = /(?<!\\)\{(code|noformat)(?::([^}\n]*))?\}/g;

/** Parts in which nothing is markup, and the others. */
export function verbatimParts(markup: string): MarkupPart[] {
  const parts: MarkupPart[] = [];
  let end = 0;
  for (const { 0: opening, 1: name = '', 2: options = '', index } of markup.matchAll(verbatim)) {
    if (index < end) continue;
    const from = index + opening.length;
    const to = markup.indexOf(`{${name}}`, from);
    if (to === -1) continue;
    parts.push({ text: markup.slice(end, index).replace(/\r?\n$/, '') });
    parts.push({ code: [markup.slice(from, to).replace(/^\r?\n/, ''), languageIn(options)] });
    end = to + name.length + 2;
    end += /^\r?\n/.exec(markup.slice(end, end + 2))?.[0].length ?? 0;
  }
  parts.push({ text: markup.slice(end) });
  return parts.filter((part) => 'code' in part || part.text !== '');
}

function languageIn(options: string): string {
  const named = /(?:^|\|)language=([^|]*)/.exec(options);
  return named?.[1] ?? options.split('|').find((option) => !option.includes('=')) ?? '';
}

const block = /(?<!\\)\{(quote|panel|info|note|tip|warning|expand)(?::([^}\n]*))?\}/g;
const labels: Readonly<Record<string, string>> = { info: 'Info:', note: 'Note:', tip: 'Tip:', warning: 'Warning:' };

/** What stands within a quote or a panel has `>` before it. */
function proseLines(markup: string): string[] {
  const lines: string[] = [];
  let open: string | undefined;
  let end = 0;
  const add = (text: string): void => {
    if (text.trim() === '' && open !== undefined) return;
    const read = markupLines(text.replace(/^\r?\n|\r?\n$/g, ''));
    lines.push(...(open === undefined || open === 'expand' ? read : hang('> ', '> ', read)));
  };
  for (const { 0: whole, 1: name = '', 2: options = '', index } of markup.matchAll(block)) {
    add(markup.slice(end, index));
    end = index + whole.length;
    open = open === name ? undefined : name;
    const title = open === undefined ? '' : titleOf(name, options);
    if (title !== '') lines.push(name === 'expand' ? `▸ ${title}` : `> ${title}`);
  }
  add(markup.slice(end));
  return lines;
}

function titleOf(name: string, options: string): string {
  const title = /(?:^|\|)title=([^|]*)/.exec(options)?.[1] ?? (name === 'expand' ? options : '');
  return [labels[name] ?? '', title].filter((word) => word !== '').join(' ');
}

/** The lists that are open, the outermost first, with how many items each has had. */
type Lists = { mark: string; count: number }[];

function markupLines(markup: string): string[] {
  const lists: Lists = [];
  return linesOf(markup).flatMap((line) => {
    const [, marks = '', item] = /^\s*([*#-]+)\s+(\S.*)$/.exec(line) ?? [];
    if (item !== undefined && !/^-{2,}$/.test(marks)) return itemLines(marks, linesOf(wikiLine(item)), lists);
    lists.length = 0;
    return lineLines(line);
  });
}

const deepest = 10;

function itemLines(marks: string, lines: readonly string[], lists: Lists): string[] {
  const depth = Math.min(marks.length, deepest);
  lists.length = Math.min(lists.length, depth);
  if (lists[depth - 1]?.mark !== marks.at(-1)) lists.length = Math.min(lists.length, depth - 1);
  while (lists.length < depth) lists.push({ mark: marks.at(-1) ?? '', count: 0 });
  const count = (lists[depth - 1]?.count ?? 0) + 1;
  lists[depth - 1] = { mark: marks.at(-1) ?? '', count };
  const mark = marks.endsWith('#') ? `${count}. ` : '• ';
  const indent = '  '.repeat(depth - 1);
  return hang(`${indent}${mark}`, indent + ' '.repeat(mark.length), lines);
}

function lineLines(line: string): string[] {
  if (/^\s*-{4,}\s*$/.test(line)) return ['────────'];
  const [, start, rest] = /^\s*(h[1-6]|bq)\.\s+(.*)$/.exec(line) ?? [];
  if (start === 'bq') return hang('> ', '> ', linesOf(wikiLine(rest ?? '')));
  if (start !== undefined) return ['', ...linesOf(wikiLine(rest ?? ''))];
  return /^\s*\|/.test(line) ? [rowLine(line)] : linesOf(wikiLine(line));
}

const cell = /(?:\[[^\]\n]{0,2000}\]|\\.|[^|\\[]|[\\[])+/g;

function rowLine(line: string): string {
  const cells =
    line
      .trim()
      .replace(/^\|+|\|+$/g, '')
      .match(cell) ?? [];
  return cells.map((text) => linesOf(wikiLine(text.trim())).join(' ')).join(' | ');
}
