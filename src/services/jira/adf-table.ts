import { type AdfNode, readNodes } from './adf-node.ts';

const mostColumns = 50;

/** A line a row: `name | value`. A cell that is as wide as several has empty ones beside it. */
export function tableLines(node: AdfNode, cellLines: (cell: AdfNode) => string[]): string[] {
  const spread = (cell: AdfNode): string[] => {
    const text = cellLines(cell)
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .join(' ');
    const width = cell.attrs['colspan'];
    const beside = typeof width === 'number' && width > 1 ? Math.min(Math.floor(width), mostColumns) - 1 : 0;
    return [text, ...Array.from({ length: beside }, () => '')];
  };
  return readNodes(node.content).map((row) =>
    readNodes(row.content).flatMap(spread).slice(0, mostColumns).join(' | ').trimEnd(),
  );
}
