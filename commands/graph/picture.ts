import type { Level, LineChart, MetricUnit, Series } from '../../src/index.ts';
import { amount } from './amount.ts';
import type { Found } from './look-up.ts';
import type { Plan } from './plan.ts';
import type { Shown } from './series.ts';
import { windowWords } from './window.ts';

/** As charts have it, and how many of that one is. */
const units: Readonly<Record<MetricUnit, { unit: LineChart['unit']; times: number }>> = {
  number: { unit: 'number', times: 1 },
  ms: { unit: 'ms', times: 1 },
  s: { unit: 'ms', times: 1000 },
  bytes: { unit: 'bytes', times: 1 },
  percent: { unit: 'percent', times: 1 },
  ratio: { unit: 'percent', times: 100 },
};

export function chartOf({ plan, series, earlier, marks, before }: Found): LineChart {
  const { window, title, unit: given, isLogarithmic, isStacked } = plan;
  const { unit, times } = units[given];
  const line = ({ name, points }: Shown): Series => ({
    name,
    points: points.map(([at, value]) => [at, value === null ? null : value * times]),
  });
  return {
    type: 'lines',
    title,
    subtitle: `${windowWords(window)}, times in UTC`,
    unit,
    from: window.from.getTime(),
    until: window.until.getTime(),
    series: [
      ...series.map(line),
      // In the same order, so that each has the colour of the one that it is held against.
      ...earlier.map((one, index) => ({
        name: `${series[index]?.name} ${before}`,
        points: one === undefined ? [] : line(one).points,
        isEarlier: true,
      })),
    ],
    marks,
    isLogarithmic,
    isStacked,
    levels: levelsOf(plan, [...series, ...earlier.flatMap((one) => one ?? [])]).shown.map(
      ({ name, value }): Level => ({ name: `${name} ${amount(value, given)}`, value: value * times, kind: 'limit' }),
    ),
  };
}

/** A level so far from all values that they would be a flat line is told of, and left out. */
export function levelsOf({ thresholds, isLogarithmic, isStacked }: Plan, all: readonly Shown[]) {
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const highest = all.flatMap(({ maximum }) => maximum ?? []);
  const top = isStacked ? sum(highest) : Math.max(...highest);
  const bottom = Math.min(0, ...all.flatMap(({ minimum }) => minimum ?? []));
  const reach = Math.max(top - bottom, Math.abs(top)) * farthest;
  const isNear = (value: number): boolean =>
    highest.length === 0 || reach === 0 || isLogarithmic || (value <= bottom + reach && value >= top - reach);
  return {
    shown: thresholds.filter(({ value }) => isNear(value) && !(isLogarithmic && value <= 0)),
    far: thresholds.filter(({ value }) => !isNear(value) || (isLogarithmic && value <= 0)),
  };
}

/** Times as high as what the values reach. */
const farthest = 4;
