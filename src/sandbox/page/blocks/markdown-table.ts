import type { BlockReader } from './markdown.ts';
import { readMarkdownInline } from './markdown-inline.ts';

export type Align = 'left' | 'center' | 'right';

const delimiter = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/u;

const cellsOf = (line: string): string[] =>
  line
    .trim()
    .replace(/^\|/u, '')
    .replace(/(?<!\\)\|$/u, '')
    .split(/(?<!\\)\|/u)
    .map((cell) => cell.trim().replaceAll('\\|', '|'));

function alignOf(cell: string): Align {
  if (!cell.endsWith(':')) return 'left';
  return cell.startsWith(':') ? 'center' : 'right';
}

export const readTable: BlockReader = (lines, at) => {
  const [head = '', rule = ''] = lines.slice(at, at + 2);
  if (!head.includes('|') || !rule.includes('-') || !delimiter.test(rule)) return undefined;
  const align = cellsOf(rule).map(alignOf);
  const names = cellsOf(head);
  if (names.length !== align.length) return undefined;
  const after = lines.slice(at + 2).findIndex((line) => line.trim() === '' || !line.includes('|'));
  const body = lines.slice(at + 2, after < 0 ? lines.length : at + 2 + after);
  const rows = body.map((line) => {
    const cells = cellsOf(line);
    return names.map((_, column) => readMarkdownInline(cells[column] ?? ''));
  });
  const block = { type: 'table' as const, align, head: names.map((name) => readMarkdownInline(name)), rows };
  return { block, lines: body.length + 2 };
};
