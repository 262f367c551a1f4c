import type { Matcher, Query, Selector } from './parse.ts';

export type Labels = Readonly<Record<string, string>>;

/** Times are seconds since 1970, in their order. */
export interface StoredSeries {
  labels: Labels;
  samples: readonly (readonly [at: number, value: number])[];
}

export interface Sample {
  labels: Labels;
  value: number;
}

/** For so long a value counts where none comes after it. */
const lookback = 300;

/** What a query comes to at one time: a number, or one for each series. */
export function evaluate(query: Query, at: number, all: readonly StoredSeries[]): Sample[] | number {
  switch (query.type) {
    case 'number':
      return query.value;
    case 'selector':
      return matching(query, all).flatMap(({ labels, samples }) => {
        const value = samples.findLast(([time]) => time <= at && time > at - lookback)?.[1];
        return value === undefined ? [] : [{ labels, value }];
      });
    case 'call':
      return call(query, at, all);
    case 'aggregate':
      return aggregate(query, evaluate(query.inner, at, all));
    case 'binary':
      return combine(query.sign, evaluate(query.left, at, all), evaluate(query.right, at, all));
  }
}

export function matching({ matchers }: Pick<Selector, 'matchers'>, all: readonly StoredSeries[]): StoredSeries[] {
  return all.filter(({ labels }) => matchers.every((matcher) => isMatch(labels[matcher.label] ?? '', matcher)));
}

function isMatch(value: string, { sign, value: wanted }: Matcher): boolean {
  const isSame = sign === '=' || sign === '!=' ? value === wanted : new RegExp(`^(?:${wanted})$`, 's').test(value);
  return isSame === (sign === '=' || sign === '=~');
}

function call(query: Extract<Query, { type: 'call' }>, at: number, all: readonly StoredSeries[]): Sample[] | number {
  const { name, inner } = query;
  if (inner.type !== 'selector' || inner.range === undefined) {
    const change = { abs: Math.abs, ceil: Math.ceil, floor: Math.floor }[name] ?? ((value: number) => value);
    const found = evaluate(inner, at, all);
    return typeof found === 'number'
      ? change(found)
      : found.map(({ labels, value }) => ({ labels: nameless(labels), value: change(value) }));
  }
  const { range } = inner;
  return matching(inner, all).flatMap(({ labels, samples }) => {
    const within = samples.filter(([time]) => time <= at && time > at - range);
    const value = over(name, within, range);
    return value === undefined ? [] : [{ labels: nameless(labels), value }];
  });
}

function over(name: string, samples: StoredSeries['samples'], range: number): number | undefined {
  const values = samples.map(([, value]) => value);
  if (name === 'avg_over_time') return values.length === 0 ? undefined : total(values) / values.length;
  if (name === 'max_over_time') return values.length === 0 ? undefined : Math.max(...values);
  const [first, last] = [samples[0], samples.at(-1)];
  if (first === undefined || last === undefined || first === last) return undefined;
  // A counter that is lower than before began anew.
  const grown = total(
    values.slice(1).map((value, index) => (value >= (values[index] ?? 0) ? value - (values[index] ?? 0) : value)),
  );
  const each = grown / (last[0] - first[0]);
  return name === 'rate' ? each : each * range;
}

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
const nameless = ({ __name__: _, ...labels }: Labels): Labels => labels;

function aggregate(query: Extract<Query, { type: 'aggregate' }>, found: Sample[] | number): Sample[] {
  if (typeof found === 'number') return [];
  const groups = new Map<string, { labels: Labels; values: number[] }>();
  for (const { labels, value } of found) {
    const kept = Object.entries(nameless(labels)).filter(([label]) =>
      query.by === undefined ? !query.without.includes(label) : query.by.includes(label),
    );
    const group = { labels: Object.fromEntries(kept), values: [] };
    const key = JSON.stringify(kept.sort());
    groups
      .set(key, groups.get(key) ?? group)
      .get(key)
      ?.values.push(value);
  }
  const join: Readonly<Record<string, (values: number[]) => number>> = {
    sum: total,
    avg: (values) => total(values) / values.length,
    min: (values) => Math.min(...values),
    max: (values) => Math.max(...values),
    count: (values) => values.length,
  };
  return [...groups.values()].map(({ labels, values }) => ({
    labels,
    value: join[query.name]?.(values) ?? Number.NaN,
  }));
}

function combine(sign: string, left: Sample[] | number, right: Sample[] | number): Sample[] | number {
  if (typeof left === 'number' && typeof right === 'number') return calculate(sign, left, right);
  if (typeof left === 'number') {
    return (right as Sample[]).map(({ labels, value }) => ({
      labels: nameless(labels),
      value: calculate(sign, left, value),
    }));
  }
  return left.flatMap(({ labels, value }) => {
    const own = nameless(labels);
    const other =
      typeof right === 'number' ? right : right.find((one) => keyOf(nameless(one.labels)) === keyOf(own))?.value;
    return other === undefined ? [] : [{ labels: own, value: calculate(sign, value, other) }];
  });
}

export const keyOf = (labels: Labels): string => JSON.stringify(Object.entries(labels).sort());

function calculate(sign: string, left: number, right: number): number {
  if (sign === '+') return left + right;
  if (sign === '-') return left - right;
  return sign === '*' ? left * right : left / right;
}
