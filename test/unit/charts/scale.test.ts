import { describe, expect, it } from 'vitest';
import { logarithmicScale, valueScale, valueWord } from '../../../src/charts/scale.ts';
import type { ChartUnit } from '../../../src/context/chart.ts';

const minute = 60_000;

const words = (values: readonly number[], unit: ChartUnit): string =>
  valueScale(values, unit)
    .ticks.map(({ text }) => text)
    .join(', ');

describe('an axis of values', () => {
  it.each([
    [[4 * minute, 9.5 * minute], 'ms', '0, 2 min, 4 min, 6 min, 8 min, 10 min'],
    [[2.2 * minute], 'ms', '0, 0.5 min, 1 min, 1.5 min, 2 min, 2.5 min'],
    [[75_000], 'ms', '0, 20 s, 40 s, 60 s, 80 s'],
    [[340], 'ms', '0, 100 ms, 200 ms, 300 ms, 400 ms'],
    [[0.3], 'ms', '0, 100 µs, 200 µs, 300 µs'],
    [[3.2 * 60 * minute], 'ms', '0, 1 h, 2 h, 3 h, 4 h'],
    [[50 * 24 * 60 * minute], 'ms', '0, 10 d, 20 d, 30 d, 40 d, 50 d'],
    [[6e12], 'ms', '0, 20000 d, 40000 d, 60000 d, 80000 d'],
    [[1.4e9], 'bytes', '0, 0.5 GB, 1 GB, 1.5 GB'],
    [[4e17], 'number', '0, 1e17, 2e17, 3e17, 4e17'],
    [[4e21], 'number', '0, 1e21, 2e21, 3e21, 4e21'],
    [[4e-9], 'number', '0, 1e-9, 2e-9, 3e-9, 4e-9'],
    [[12], 'number', '0, 5, 10, 15'],
    [[0.07], 'number', '0, 0.02, 0.04, 0.06, 0.08'],
    [[1.2e6], 'number', '0, 0.25 M, 0.5 M, 0.75 M, 1 M, 1.25 M'],
    [[87], 'percent', '0, 20 %, 40 %, 60 %, 80 %, 100 %'],
    [[-30, 40], 'number', '-40, -20, 0, 20, 40'],
    [[], 'number', '0, 0.2, 0.4, 0.6, 0.8, 1'],
    [[0, 0], 'number', '0, 0.2, 0.4, 0.6, 0.8, 1'],
    [[Number.NaN, Number.POSITIVE_INFINITY, 4], 'number', '0, 1, 2, 3, 4'],
  ] as const)('for %j in %s has %s', (values, unit, ticks) => {
    expect(words(values, unit)).toBe(ticks);
  });

  it.each([
    [[999_880, 1_000_120], 'number', '0.9998 M, 0.9999 M, 1 M, 1.0001 M, 1.0002 M'],
    [[3, 3], 'number', '0, 1, 2, 3, 4'],
    [[-5, -5], 'number', '-6, -4, -2, 0'],
    [[80, 100], 'percent', '0, 20 %, 40 %, 60 %, 80 %, 100 %'],
    [[-1e6 - 1, -1e6], 'number', '-1.000001 M'],
    [[0, 0], 'number', '0, 0.2, 0.4, 0.6, 0.8, 1'],
  ] as const)('that is loose has for %j in %s %s', (values, unit, ticks) => {
    expect(
      valueScale(values, unit, true)
        .ticks.map(({ text }) => text)
        .join(', '),
    ).toContain(ticks);
  });

  it('holds all of the values, down to zero', () => {
    expect(valueScale([251, 4999], 'number')).toMatchObject({ min: 0, max: 5000 });
    expect(valueScale([-251], 'number')).toMatchObject({ min: -300, max: 0 });
  });
});

it.each([
  [[200, 900], '100, 200, 500, 1000'],
  [[3, 40_000], '1, 10, 100, 1000, 10 k, 100 k'],
  [[5, 5], '1, 2, 5, 10'],
  [[0, -4, Number.NaN], '1, 2, 5, 10'],
  [[1e-3, 1e12], '0.001, 1, 1000, 1 M, 1 G, 1 T'],
])('an axis of powers of ten for %j has %s', (values, ticks) => {
  expect(
    logarithmicScale(values, 'number')
      .ticks.map(({ text }) => text)
      .join(', '),
  ).toBe(ticks);
});

it.each([
  [90_000, 'ms', 90_000, '90 s'],
  [90_000, 'ms', 600_000, '1.5 min'],
  [0, 'bytes', 1, '0'],
  [1 / 3, 'number', 1, '0.3333'],
] as const)('%d in %s beside %d is %s', (value, unit, largest, word) => {
  expect(valueWord(value, unit, largest)).toBe(word);
});
