import { expect, it } from 'vitest';
import { createClock } from '../../../../src/sandbox/state/clock.ts';

it('gives timestamps that always increase, also when the clock stands or goes back', () => {
  const times = [1_700_000_000_000, 1_700_000_000_000, 1_600_000_000_000, 1_700_000_000_001];
  const clock = createClock(() => times.shift() ?? 0);
  expect([clock.ts(), clock.ts(), clock.ts(), clock.ts()]).toEqual([
    '1700000000.000000',
    '1700000000.000001',
    '1700000000.000002',
    '1700000000.001000',
  ]);
});
