import type { MetricUnit } from '../../src/index.ts';
import { amount, digitsFor } from './amount.ts';
import type { Plan, Threshold } from './plan.ts';
import { isAcrossZero, type Shown, type Trend } from './series.ts';
import { spanWord } from './window.ts';

/** `last 220 ms, min 180 ms, max 450 ms, up 35 %`: what the picture shows, in words. */
export function seriesWords(
  series: Shown,
  plan: Plan,
  earlier: Pick<Shown, 'median'> | undefined,
  before: string,
): string {
  const { last, lastAge = 0, minimum, maximum, trend } = series;
  if (last === undefined || minimum === undefined || maximum === undefined) return 'no values';
  const digits = digitsFor(maximum - minimum, Math.max(maximum, -minimum));
  const say = (value: number): string => amount(value, plan.unit, digits);
  return [
    `last ${say(last)}${isOld(lastAge, plan) ? `, ${spanWord(lastAge)} ago` : ''}`,
    `min ${say(minimum)}`,
    `max ${say(maximum)}`,
    ...(trend === undefined ? [] : [trendWord(trend, minimum)]),
    ...(earlier === undefined ? [] : [comparison(series, earlier, before)]),
    ...plan.thresholds.flatMap((threshold) => thresholdWords(series, threshold)),
  ].join(', ');
}

/** The newest values of a store come a little late. */
const isOld = (age: number, { window }: Plan): boolean =>
  age > Math.max(5 * 60_000, (window.until.getTime() - window.from.getTime()) / 20);

function trendWord({ direction, change }: Trend, minimum: number): string {
  if (direction === 'steady') return 'steady';
  if (change === undefined) return minimum < 0 ? direction : `${direction} from 0`;
  return `${direction} ${share(change)}`;
}

const share = (change: number): string => (change < 100 ? `${Math.round(change * 100)} %` : 'more than 10,000 %');

function comparison({ median: now }: Shown, { median: then }: Pick<Shown, 'median'>, before: string): string {
  if (now === undefined || then === undefined) return `no values ${before}`;
  if (then === 0) return now === 0 ? `as ${before}` : `0 ${before}`;
  const change = (now - then) / Math.abs(then);
  if (Math.abs(change) < 0.05) return `as ${before}`;
  const size = isAcrossZero(then, now) ? '' : `${share(Math.abs(change))} `;
  return `${size}${change > 0 ? 'more' : 'less'} than ${before}`;
}

function thresholdWords({ last = 0, maximum = 0 }: Shown, { name, value }: Threshold): string[] {
  if (last > value) return [`above ${name}`];
  return maximum > value ? [`was above ${name}`] : [];
}

/** Of many only the last values, the first few. */
export function briefly(series: readonly { name: string; last: number | null }[], unit: MetricUnit): string {
  return series
    .slice(0, 3)
    .map(({ name, last }) => `${name} ${last === null ? 'no values' : amount(last, unit)}`)
    .join(', ');
}
