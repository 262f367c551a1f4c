import { describe, expect, it } from 'vitest';
import { amount } from '../../../../commands/graph/amount.ts';
import { hasPlace } from '../../../../commands/graph/picture.ts';
import type { Plan } from '../../../../commands/graph/plan.ts';
import { highest, type Shown, shownOf, trendOf } from '../../../../commands/graph/series.ts';
import { seriesWords } from '../../../../commands/graph/words.ts';
import type { MetricUnit } from '../../../../src/context/config-metrics.ts';

const seriesOf = (...values: (number | null)[]) => ({
  name: 'a',
  points: values.map((value, index) => [index * 60_000, value] as const),
});
const shown = (...values: (number | null)[]): Shown => shownOf(seriesOf(...values), (values.length - 1) * 60_000);

describe('what a series comes to', () => {
  it('is told by its numbers alone', () => {
    const { last, lastAge, minimum, maximum, points } = shown(1, Number.NaN, -3, Number.POSITIVE_INFINITY, 2, null);
    expect({ last, lastAge, minimum, maximum }).toEqual({ last: 2, lastAge: 60_000, minimum: -3, maximum: 2 });
    expect(points.map(([, value]) => value)).toEqual([1, null, -3, null, 2, null]);
  });

  it.each([
    [[], undefined],
    [[1, 2], undefined],
    [[1, 1, 1], { direction: 'steady', change: 0 }],
    [[100, 50, 104], { direction: 'steady', change: 0.04 }],
    [[100, 0, 150], { direction: 'up', change: 0.5 }],
    [[-100, 0, -150], { direction: 'down', change: 0.5 }],
    [[10, 1000, 10, 5, 5, 5, 5, 1000, 5], { direction: 'down', change: 0.5 }],
    [[5, 0, -5], { direction: 'down', change: undefined }],
    [[-0.1, 0, 90], { direction: 'up', change: undefined }],
    [[0, 5, 5], { direction: 'up', change: undefined }],
    [[0, 9, 0], { direction: 'steady', change: 0 }],
  ])('the trend of %j is %j', (values, trend) => {
    expect(trendOf(values)).toEqual(trend);
  });

  it('is higher where its last value is; what has none comes last', () => {
    const all = [shown(9, 1), shown(null), shown(2), shown(3, null)];
    expect(highest(all, 3).map(({ last }) => last)).toEqual([3, 2, 1]);
    expect(highest(all, 4)).toEqual(all);
  });
});

describe('an amount', () => {
  it.each<[number, MetricUnit, string]>([
    [220, 'ms', '220 ms'],
    [0.4217, 'ms', '0.422 ms'],
    [1234, 'ms', '1.2 s'],
    [0.25, 's', '250 ms'],
    [-90, 's', '-1 min 30 s'],
    [1.5e9, 'bytes', '1.5 GB'],
    [12.345, 'percent', '12.3 %'],
    [0.5, 'ratio', '50 %'],
    [99.96, 'percent', '99.96 %'],
    [0.999_97, 'ratio', '99.997 %'],
    [100, 'percent', '100 %'],
    [0, 'number', '0'],
    [0.00001234, 'number', '1.2e-5'],
    [1234.5, 'number', '1235'],
    [12_345, 'number', '12.3 k'],
    [-2_500_000, 'number', '-2.5 M'],
    [1e20, 'number', '1.00e20'],
  ])('of %s in %s is %s', (value, unit, words) => {
    expect(amount(value, unit)).toBe(words);
  });
});

const plan = (given: Partial<Plan> = {}): Plan => ({
  ...{ targets: ['a'], title: 'a', system: undefined, unit: 'number', compare: undefined, thresholds: [] },
  ...{ isLogarithmic: false, isStacked: false, deploys: undefined },
  window: { from: new Date(0), until: new Date(3_600_000), isCurrent: true },
  ...given,
});

describe('the words of a series', () => {
  const limit = { thresholds: [{ name: 'limit', value: 5 }] };
  it.each([
    [shown(), plan(), undefined, 'no values'],
    [shown(4), plan(), undefined, 'last 4, min 4, max 4'],
    [shown(4, 4, 6), plan(limit), undefined, 'last 6, min 4, max 6, up 50 %, above limit'],
    [shown(6, 4, 4), plan(limit), undefined, 'last 4, min 4, max 6, down 33 %, was above limit'],
    [shown(4), plan(), { median: 2 }, 'last 4, min 4, max 4, 100 % more than before'],
    [shown(4), plan(), { median: 4.1 }, 'last 4, min 4, max 4, as before'],
    [shown(4), plan(), { median: undefined }, 'last 4, min 4, max 4, no values before'],
    [shown(4), plan(), { median: 0 }, 'last 4, min 4, max 4, 0 before'],
    [shown(4, 1, -5), plan(), { median: -3 }, 'last -5, min -5, max 4, down, more than before'],
    [shown(-4, -3, 0), plan(), { median: -3 }, 'last 0, min -4, max 0, up 100 %, as before'],
    [shown(199.912, 199.957), plan(), undefined, 'last 199.96, min 199.91, max 199.96'],
    [shown(1, 1, 50), plan(), undefined, 'last 50, min 1, max 50, up 4900 %'],
  ])('%# are %s', (series, given, earlier, words) => {
    expect(seriesWords(series, given, earlier, 'before')).toBe(words);
  });
});

it.each([
  [5, false, true],
  [0, false, true],
  [5, true, true],
  [0, true, false],
  [-5, true, false],
])('a level at %d has, where the scale is logarithmic (%s), a place: %s', (value, isLogarithmic, has) => {
  expect(hasPlace({ name: 'limit', value }, { isLogarithmic })).toBe(has);
});
