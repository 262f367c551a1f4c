import { expect, it } from 'vitest';
import { formatDuration } from '../../../src/context/duration.ts';

it.each([
  [0, '0 ms'],
  [0.4, '0 ms'],
  [340, '340 ms'],
  [999.4, '999 ms'],
  [999.6, '1 s'],
  [1000, '1 s'],
  [1234, '1.2 s'],
  [59_940, '59.9 s'],
  [59_960, '1 min'],
  [125_000, '2 min 5 s'],
  [3_599_600, '1 h'],
  [3_780_000, '1 h 3 min'],
  [90_000_000, '25 h'],
  [-5, '0 ms'],
  [Number.NaN, '0 ms'],
])('%d milliseconds read %s', (ms, text) => {
  expect(formatDuration(ms)).toBe(text);
});
