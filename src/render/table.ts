import type { Column, Inline, Span, Style } from '../context/blocks.ts';
import { inlineLine } from './inline.ts';
import { spansWidth, trimEnd, withStyle } from './line.ts';

const gap = 2;

const spaces = (count: number): Span[] => (count > 0 ? [{ text: ' '.repeat(count) }] : []);

/** The table's lines: headings in bold, columns two spaces apart, nothing after the last word. */
export function layoutTable(columns: readonly Column[], rows: readonly (readonly Inline[])[]): Span[][] {
  if (rows.length === 0) return [[{ text: '(none)', style: { dim: true } }]];
  const headings = columns.map((column) => withStyle(inlineLine(column.name), { bold: true }));
  const cells = [headings, ...rows.map((row) => columns.map((_, index) => inlineLine(row[index] ?? '')))];
  const widths = columns.map((_, index) => cells.reduce((width, row) => Math.max(width, cellWidth(row, index)), 0));
  return cells.map((row) => trimEnd(row.flatMap((cell, index) => alignCell(cell, index, columns[index], widths))));
}

const cellWidth = (row: readonly Span[][], index: number): number => spansWidth(row[index] ?? []);

function alignCell(cell: Span[], index: number, column: Column | undefined, widths: readonly number[]): Span[] {
  const padding = spaces((widths[index] ?? 0) - spansWidth(cell));
  const kept = isolate(cell);
  const aligned = column?.align === 'right' ? [...padding, ...kept] : [...kept, ...padding];
  return index === 0 ? aligned : [...spaces(gap), ...aligned];
}

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** Letters that run from right to left would draw the cells beside them to the other side: they stay in their own. */
function isolate(cell: Span[]): Span[] {
  return cell.some(({ text }) => rightToLeft.test(text)) ? [{ text: '\u2068' }, ...cell, { text: '\u2069' }] : cell;
}

/** Names and values below each other; a value's further lines stay under its first. */
export function layoutPairs(
  pairs: readonly { name: Span[]; value: Span[][] }[],
  names: Style = { dim: true },
): Span[][] {
  const column = pairs.reduce((width, { name }) => Math.max(width, spansWidth(name)), 0) + gap;
  return pairs.flatMap(({ name, value }) =>
    value.map((spans, index) => {
      const first = index === 0 ? withStyle(name, names) : [];
      return trimEnd([...first, ...spaces(column - spansWidth(first)), ...spans]);
    }),
  );
}
