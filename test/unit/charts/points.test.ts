import { expect, it } from 'vitest';
import { pointsOf } from '../../../src/charts/points.ts';
import type { Series } from '../../../src/context/chart.ts';

const heights = (series: readonly Series[], isStacked: boolean, isLogarithmic = false): string[] =>
  pointsOf({ type: 'lines', title: '', unit: 'number', from: 0, until: 9, series, isStacked, isLogarithmic }).map(
    (points) => points.map(({ y, isGap }) => `${y}${isGap ? ' gap' : ''}`).join(', '),
  );

const one: Series = {
  name: 'one',
  points: [
    [1, 2],
    [2, null],
    [3, 0],
    [4, Number.NaN],
  ],
};
const other: Series = {
  name: 'other',
  points: [
    [1, 10],
    [2, 20],
    [3, 30],
    [4, null],
  ],
};

it.each([
  ['beside each other', false, false, ['2, NaN gap, 0, NaN gap', '10, 20, 30, NaN gap']],
  ['on each other, whatever is missing below', true, false, ['2, 0 gap, 0, NaN gap', '12, 20, 30, NaN gap']],
  ['without what has no power of ten', false, true, ['2, NaN gap, NaN gap, NaN gap', '10, 20, 30, NaN gap']],
])('values stand %s', (_, isStacked, isLogarithmic, found) => {
  expect(heights([one, other], isStacked, isLogarithmic)).toEqual(found);
});

it('what was earlier is a pile of its own', () => {
  const before = { ...other, isEarlier: true };
  expect(heights([one, before, before], true)).toEqual([
    '2, NaN gap, 0, NaN gap',
    '10, 20, 30, NaN gap',
    '20, 40, 60, NaN gap',
  ]);
});
