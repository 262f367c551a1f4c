/** A figure, and where it has to stay below something, what that is. */
export interface Row {
  what: string;
  value: string;
  bound?: string;
  /** Whether it stays within its bound. */
  ok?: boolean;
}

export interface Section {
  title: string;
  /** How it was measured. */
  how: string;
  rows: readonly Row[];
}

export function bounded(what: string, value: number, most: number, unit: string): Row {
  const digits = most < 10 ? 2 : 1;
  return { what, value: `${value.toFixed(digits)} ${unit}`, bound: `≤ ${most} ${unit}`, ok: value <= most };
}

export function atLeast(what: string, value: number, least: number): Row {
  return { what, value: value.toFixed(0), bound: `≥ ${least}`, ok: value >= least };
}

/** Columns as wide as their widest cell. */
export function formatSection({ title, how, rows }: Section): string {
  const cells = rows.map(({ what, value, bound = '', ok }) => [what, value, bound, verdict(ok)]);
  const width = (column: number): number => Math.max(0, ...cells.map((row) => row[column]?.length ?? 0));
  const widths = [width(0), width(1), width(2)];
  const lines = cells.map(([what = '', value = '', bound = '', ok = '']) =>
    `  ${what.padEnd(widths[0] ?? 0)}  ${value.padStart(widths[1] ?? 0)}  ${bound.padEnd(widths[2] ?? 0)}  ${ok}`.trimEnd(),
  );
  return [title, `  ${how}`, ...lines, ''].join('\n');
}

function verdict(ok: boolean | undefined): string {
  if (ok === undefined) return '';
  return ok ? 'ok' : 'MISSED';
}
