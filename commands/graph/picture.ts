import type { Level, LineChart, MetricUnit, Series } from '../../src/index.ts';
import { amount } from './amount.ts';
import type { Found } from './look-up.ts';
import type { Plan, Threshold } from './plan.ts';
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
  const { window, title, unit: given, thresholds, isLogarithmic, isStacked } = plan;
  const { unit, times } = units[given];
  const line = ({ name, points }: Shown): Series => ({
    name,
    points: points.map(([at, value]) => [at, value === null ? null : value * times]),
  });
  return {
    type: 'lines',
    title,
    subtitle: windowWords(window),
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
    levels: thresholds
      .filter((threshold) => hasPlace(threshold, plan))
      .map(
        ({ name, value }): Level => ({
          name: `${name} ${amount(value, given, exact)}`,
          value: value * times,
          kind: 'limit',
        }),
      ),
  };
}

/** Of what was typed, nothing is rounded away. */
const exact = 6;

/** A logarithmic scale has no place for what is not above 0; far ones are an arrow at the edge. */
export const hasPlace = ({ value }: Threshold, { isLogarithmic }: Pick<Plan, 'isLogarithmic'>): boolean =>
  !isLogarithmic || value > 0;
