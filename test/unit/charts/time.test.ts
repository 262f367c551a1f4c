import { expect, it } from 'vitest';
import { timeTicks } from '../../../src/charts/time.ts';

const at = (text: string): number => Date.parse(`${text}Z`);

/** Each time, and in brackets what stands below it. */
it.each([
  ['2026-11-21T07:00:00', '2026-11-21T09:00:00', '07:00 (21 Nov UTC), 07:30, 08:00, 08:30, 09:00'],
  ['2026-11-20T21:10:00', '2026-11-21T03:05:00', '22:00 (20 Nov UTC), 23:00, 00:00 (21 Nov), 01:00, 02:00, 03:00'],
  ['2026-11-21T07:00:00', '2026-11-21T07:00:20', '07:00:00 (21 Nov UTC), 07:00:05, 07:00:10, 07:00:15, 07:00:20'],
  ['2026-11-21T09:03:00', '2026-11-21T09:08:00', '09:03 (21 Nov UTC), 09:04, 09:05, 09:06, 09:07, 09:08'],
  ['2026-11-19T09:00:00', '2026-11-21T09:00:00', '12:00 (19 Nov UTC), 00:00 (20 Nov), 12:00, 00:00 (21 Nov)'],
  ['2026-12-29T00:00:00', '2027-01-03T00:00:00', '29 Dec (2026 UTC), 30 Dec, 31 Dec, 1 Jan (2027), 2 Jan, 3 Jan'],
  ['2026-11-01T00:00:00', '2026-11-29T00:00:00', '2 Nov (2026 UTC), 9 Nov, 16 Nov, 23 Nov'],
  ['2026-08-23T09:00:00', '2026-11-21T09:00:00', 'Sep (2026 UTC), Oct, Nov'],
  ['2025-11-21T09:00:00', '2026-11-21T09:00:00', 'Jan (2026 UTC), Apr, Jul, Oct'],
  ['2023-06-01T00:00:00', '2027-02-01T00:00:00', '2024 (UTC), 2025, 2026, 2027'],
  ['2026-11-21T07:00:00', '2026-11-21T07:00:00', '07:00:00 (21 Nov UTC)'],
])('from %s to %s the times are %s', (from, until, ticks) => {
  expect(
    timeTicks(at(from), at(until))
      .map(({ lines: [word, below] }) => (below === undefined ? word : `${word} (${below})`))
      .join(', '),
  ).toBe(ticks);
});

it('has no more of them than there is room for, however long the window is', () => {
  for (const days of [1, 100, 5000, 90_000, 5e6]) {
    expect(timeTicks(0, days * 86_400_000).length).toBeLessThanOrEqual(7);
  }
});
