import { expect, it } from 'vitest';
import { timeTicks } from '../../../src/charts/time.ts';

const at = (text: string): number => Date.parse(`2026-${text}Z`);

it.each([
  ['11-21T07:00:00', '11-21T09:00:00', '07:00, 07:30, 08:00, 08:30, 09:00'],
  ['11-20T21:10:00', '11-21T03:05:00', '22:00, 23:00, 21 Nov, 01:00, 02:00, 03:00'],
  ['11-21T07:00:00', '11-21T07:00:20', '07:00:00, 07:00:05, 07:00:10, 07:00:15, 07:00:20'],
  ['11-01T00:00:00', '11-29T00:00:00', '5 Nov, 12 Nov, 19 Nov, 26 Nov'],
  ['01-01T00:00:00', '12-31T00:00:00', '22 Jan, 23 Apr, 23 Jul, 22 Oct'],
  ['11-21T07:00:00', '11-21T07:00:00', '07:00:00'],
])('from %s to %s the times are %s', (from, until, ticks) => {
  expect(
    timeTicks(at(from), at(until))
      .map(({ text }) => text)
      .join(', '),
  ).toBe(ticks);
});

it('has no more of them than there is room for, however long the window is', () => {
  for (const days of [1, 100, 5000, 90_000]) expect(timeTicks(0, days * 86_400_000).length).toBeLessThanOrEqual(7);
});
