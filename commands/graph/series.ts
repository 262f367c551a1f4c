import type { MetricPoint, MetricSeries } from '../../src/index.ts';

/** A series that is shown, and what is to be said of it. */
export interface Shown {
  name: string;
  points: readonly MetricPoint[];
  /** The newest value that is a number, and how many milliseconds before the end it is. */
  last: number | undefined;
  lastAge: number | undefined;
  minimum: number | undefined;
  maximum: number | undefined;
  median: number | undefined;
  trend: Trend | undefined;
}

/** How the last third stands to the first, by what is usual in each. */
export interface Trend {
  direction: 'up' | 'down' | 'steady';
  /** 0.35 is 35 % of what it was; undefined where that was zero, or on the other side of it. */
  change: number | undefined;
}

/** Less than that nobody would call a change. */
const leastChange = 0.1;

const isNumber = (value: number | null): value is number => value !== null && Number.isFinite(value);

/** Values that are something else than numbers. */
export const oddCount = (all: readonly MetricSeries[]): number =>
  all.flatMap(({ points }) => points).filter(([, value]) => value !== null && !Number.isFinite(value)).length;

export function shownOf({ name, points }: MetricSeries, until: number): Shown {
  const known = points.flatMap(([at, value]) => (isNumber(value) ? [{ at, value }] : []));
  const values = known.map(({ value }) => value);
  const newest = known.at(-1);
  return {
    name,
    points: points.map(([at, value]) => [at, isNumber(value) ? value : null]),
    last: newest?.value,
    lastAge: newest === undefined ? undefined : Math.max(0, until - newest.at),
    minimum: reduce(values, Math.min),
    maximum: reduce(values, Math.max),
    median: median(values),
    trend: trendOf(values),
  };
}

const reduce = (values: readonly number[], pick: (one: number, other: number) => number): number | undefined =>
  values.length === 0 ? undefined : values.reduce((one, other) => pick(one, other));

function median(values: readonly number[]): number | undefined {
  const sorted = [...values].sort((one, other) => one - other);
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
}

/** There no share says how much it changed. */
export const isAcrossZero = (one: number, other: number): boolean => one * other < 0;

/** Of three values or more. */
export function trendOf(values: readonly number[]): Trend | undefined {
  const third = Math.floor(values.length / 3);
  const [before, after] = [median(values.slice(0, third)), median(values.slice(values.length - third))];
  if (before === undefined || after === undefined) return undefined;
  const direction = after > before ? 'up' : 'down';
  if (before === 0) return after === 0 ? { direction: 'steady', change: 0 } : { direction, change: undefined };
  if (isAcrossZero(before, after)) return { direction, change: undefined };
  const change = Math.abs((after - before) / before);
  return { direction: change < leastChange ? 'steady' : direction, change };
}

/** Those with the highest last values, the highest first; of few, all in their order. */
export function highest(all: readonly Shown[], most: number): readonly Shown[] {
  if (all.length <= most) return all;
  const height = ({ last, maximum }: Shown): number => last ?? maximum ?? Number.NEGATIVE_INFINITY;
  return [...all]
    .sort((one, other) => (height(one) < height(other) ? 1 : height(one) > height(other) ? -1 : 0))
    .slice(0, most);
}

export const hasValues = ({ last }: Shown): boolean => last !== undefined;
