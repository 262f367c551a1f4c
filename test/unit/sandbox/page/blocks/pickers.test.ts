import { expect, test } from 'vitest';
import { localTime, secondsOf } from '../../../../../src/sandbox/page/blocks/pickers.ts';

test('a date and time goes into its field and comes back', () => {
  const seconds = new Date('2026-11-21T08:05').getTime() / 1000;
  expect(localTime(seconds)).toBe('2026-11-21T08:05');
  expect(secondsOf(localTime(seconds))).toBe(seconds);
  expect(localTime(null)).toBe('');
  expect(localTime(Number.NaN)).toBe('');
  expect(secondsOf('')).toBeNull();
});
