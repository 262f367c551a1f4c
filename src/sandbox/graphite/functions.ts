import type { Stored } from './store.ts';

/** What a function is given besides series: numbers and texts, in their order. */
type Given = readonly (number | string)[];
type Values = (number | null)[];

interface Called {
  /** All series of its arguments. */
  series: Stored[];
  given: Given;
  /** As it was written. */
  name: string;
}

/** Those that change what is asked for are carried out elsewhere. */
export const functions: Readonly<Record<string, (called: Called) => Stored[]>> = {
  alias: ({ series, given }) => series.map((one) => ({ ...one, name: `${needed(given)}` })),
  aliasByNode: ({ series, given }) => series.map((one) => ({ ...one, name: nodes(one.name, given) })),
  aliasByMetric: ({ series }) => series.map((one) => ({ ...one, name: nodes(one.name, [-1]) })),
  sumSeries: (called) => combine(called, 'sumSeries', sum),
  sum: (called) => combine(called, 'sumSeries', sum),
  averageSeries: (called) => combine(called, 'averageSeries', average),
  avg: (called) => combine(called, 'averageSeries', average),
  maxSeries: (called) => combine(called, 'maxSeries', (values) => Math.max(...values)),
  minSeries: (called) => combine(called, 'minSeries', (values) => Math.min(...values)),
  scale: (called) => each(called, (value) => value * Number(needed(called.given))),
  offset: (called) => each(called, (value) => value + Number(needed(called.given))),
  absolute: (called) => each(called, Math.abs),
  keepLastValue: ({ series }) =>
    series.map((one) => {
      let last: number | null = null;
      return { ...one, name: `keepLastValue(${one.name})`, values: one.values.map((value) => (last = value ?? last)) };
    }),
  perSecond: (called) => differences(called, 'perSecond', (difference, step) => difference / step),
  nonNegativeDerivative: (called) => differences(called, 'nonNegativeDerivative', (difference) => difference),
};

/** Graphite does not expect that it is missing. */
function needed([first]: Given): number | string {
  if (first === undefined) throw new TypeError('an argument is missing');
  return first;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const average = (values: readonly number[]): number => sum(values) / values.length;

/** Parts of a name, the last one being -1; of an expression, of the first name in it. */
function nodes(name: string, given: Given): string {
  const path = /(?:^|[(,\s])([^(),\s]*\.[^(),\s]*)/.exec(name)?.[1] ?? name;
  const parts = path.split('.');
  return given.map((at) => (typeof at === 'number' ? (parts.at(at) ?? '') : at)).join('.');
}

function each({ series, given, name }: Called, change: (value: number) => number): Stored[] {
  return series.map((one) => ({
    ...one,
    name: `${name}(${[one.name, ...given].join(',')})`,
    values: one.values.map((value) => (value === null ? null : change(value))),
  }));
}

function combine({ series, name }: Called, called: string, join: (values: readonly number[]) => number): Stored[] {
  const [first] = series;
  if (first === undefined) return [];
  const step = Math.max(...series.map((one) => one.step));
  const same = series.map((one) => consolidate(one, Math.round(step / one.step)));
  const start = Math.min(...same.map((one) => one.start));
  const end = Math.max(...same.map((one) => one.start + one.values.length * step));
  const values: Values = Array.from({ length: Math.round((end - start) / step) }, (_, index) => {
    const at = start + index * step;
    const known = same.flatMap((one) => one.values[Math.round((at - one.start) / step)] ?? []);
    return known.length === 0 ? null : join(known);
  });
  const written = /\((.*)\)$/s.exec(name)?.[1] ?? '';
  return [{ name: `${called}(${written})`, start, step, values }];
}

function differences({ series }: Called, name: string, of: (difference: number, step: number) => number): Stored[] {
  return series.map((one) => ({
    ...one,
    name: `${name}(${one.name})`,
    values: one.values.map((value, at) => {
      const before = one.values[at - 1] ?? null;
      return value === null || before === null || value < before ? null : of(value - before, one.step);
    }),
  }));
}

/** Every so many values become their mean. */
export function consolidate(series: Stored, count: number): Stored {
  if (count <= 1) return series;
  const values: Values = [];
  for (let at = 0; at < series.values.length; at += count) {
    const known = series.values.slice(at, at + count).filter((value) => value !== null);
    values.push(known.length === 0 ? null : average(known));
  }
  return { ...series, step: series.step * count, values };
}
