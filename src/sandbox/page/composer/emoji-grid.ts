/** Where a cell is among the groups' rows: the arrows move as the eye does, over group borders. */
export type Move = 'left' | 'right' | 'up' | 'down' | 'pageUp' | 'pageDown' | 'first' | 'last';

const pageRows = 6;

interface Cell {
  group: number;
  row: number;
  column: number;
}

function cellOf(sizes: readonly number[], columns: number, index: number): Cell {
  let start = 0;
  for (const [group, size] of sizes.entries()) {
    if (index < start + size)
      return { group, row: Math.floor((index - start) / columns), column: (index - start) % columns };
    start += size;
  }
  return { group: 0, row: 0, column: 0 };
}

/** The first and one after the last index of each row. */
function rowsOf(sizes: readonly number[], columns: number): [from: number, to: number][] {
  const rows: [number, number][] = [];
  let start = 0;
  for (const size of sizes) {
    for (let from = 0; from < size; from += columns) rows.push([start + from, start + Math.min(size, from + columns)]);
    start += size;
  }
  return rows;
}

/** From one cell to another. `sizes` are the groups' lengths; undefined is none yet. */
export function moveIn(
  sizes: readonly number[],
  columns: number,
  at: number | undefined,
  move: Move,
): number | undefined {
  const total = sizes.reduce((sum, size) => sum + size, 0);
  if (total === 0) return undefined;
  if (move === 'first') return 0;
  if (move === 'last') return total - 1;
  if (at === undefined) return move === 'left' || move === 'up' || move === 'pageUp' ? undefined : 0;
  if (move === 'left') return Math.max(0, at - 1);
  if (move === 'right') return Math.min(total - 1, at + 1);
  const rows = rowsOf(sizes, columns);
  const { column } = cellOf(sizes, columns, at);
  const row = rows.findIndex(([from, to]) => at >= from && at < to);
  const by = { up: -1, down: 1, pageUp: -pageRows, pageDown: pageRows }[move];
  const target = rows[Math.max(0, Math.min(rows.length - 1, row + by))];
  return target ? Math.min(target[0] + column, target[1] - 1) : at;
}
