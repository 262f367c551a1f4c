/** A series that a store has before it is asked. Times are milliseconds since 1970. */
export interface TableSeries {
  /** As Graphite calls it. */
  path: string;
  /** As Prometheus does. */
  metric: string;
  labels: Readonly<Record<string, string>>;
  points: readonly (readonly [at: number, value: number])[];
}

/** Points of a series, each a step after the one before. */
export const tableLength = 40;
export const manySeries = 200;

/**
 * What `metricsContract` asks for: series up to `end`, with a value each `step`. Both are milliseconds, `end` a multiple
 * of `step`, and `step` a round one (1 s, 10 s, 30 s); for Prometheus it is 30 s or more, so that a gap is longer than
 * the time for which it takes the value before.
 */
export function metricTable(end: number, step: number): TableSeries[] {
  const points = (valueAt: (index: number) => number | undefined, from = 0): [number, number][] =>
    Array.from({ length: tableLength - from }, (_, index) => index + from).flatMap((index) => {
      const value = valueAt(index);
      return value === undefined ? [] : [[end - (tableLength - 1 - index) * step, value] as [number, number]];
    });
  const one = (path: string, labels: TableSeries['labels'], values: [number, number][]): TableSeries => ({
    path,
    metric: `contract_${path.split('.').at(-1)}`,
    labels,
    points: values,
  });
  const odd = new Map([
    [20, Number.POSITIVE_INFINITY],
    [21, Number.NEGATIVE_INFINITY],
    [22, Number.NaN],
  ]);
  return [
    one(
      'contract.web1.requests',
      { host: 'web1', job: 'shop' },
      points((index) => index),
    ),
    one(
      'contract.web2.requests',
      { host: 'web2', job: 'shop' },
      points(() => 100),
    ),
    one(
      'contract.gap',
      {},
      points((index) => (index >= 10 && index < 30 ? undefined : 7)),
    ),
    one(
      'contract.odd',
      {},
      points((index) => odd.get(index) ?? -5),
    ),
    ...Array.from({ length: manySeries }, (_, index) => {
      const number = `n${String(index).padStart(3, '0')}`;
      return {
        ...one(
          `contract.many.${number}`,
          { number },
          points(() => index, tableLength - 3),
        ),
        metric: 'contract_many',
      };
    }),
  ];
}

/** Lines for the plain text port of carbon, which takes no NaN. */
export const carbonLines = (table: readonly TableSeries[]): string =>
  table
    .flatMap(({ path, points }) =>
      points.flatMap(([at, value]) => (Number.isNaN(value) ? [] : [`${path} ${numberWord(value)} ${at / 1000}\n`])),
    )
    .join('');

/** A file for `promtool tsdb create-blocks-from openmetrics`. */
export function openMetrics(table: readonly TableSeries[]): string {
  const names = [...new Set(table.map(({ metric }) => metric))];
  const families = names.map((name) => {
    const lines = table
      .filter(({ metric }) => metric === name)
      .flatMap(({ metric, labels, points }) => {
        const inner = Object.entries(labels).map(([label, value]) => `${label}=${JSON.stringify(value)}`);
        const series = inner.length === 0 ? metric : `${metric}{${inner.join(',')}}`;
        return points.map(([at, value]) => `${series} ${numberWord(value)} ${at / 1000}\n`);
      });
    return `# TYPE ${name} gauge\n${lines.join('')}`;
  });
  return `${families.join('')}# EOF\n`;
}

const numberWord = (value: number): string =>
  Number.isNaN(value) ? 'NaN' : `${value}`.replace(/^(-?)Infinity$/, (_, sign: string) => `${sign || '+'}Inf`);
