import { describe, expect, it } from 'vitest';
import { drain, heedingTime } from '../../../src/slack/drain.ts';
import { manualClock } from '../../support/manual-clock.ts';

describe('a listener that ends', () => {
  it.each([
    ['a usual grace stops what runs at once', 9500, 0, 9500],
    ['a short one too', 2000, 0, 2000],
    ['a long one waits first', 30_000, 20_500, 30_000],
  ])('with %s', async (_, grace, stoppedAt, over) => {
    const clock = manualClock();
    const stops: number[] = [];
    const never = new Promise<void>(() => {});
    const listener = { busy: () => 1, idle: () => never };
    let ended: number | undefined;
    const stop = (): void => void stops.push(clock.elapsed());
    const draining = drain({ grace, listener, clock, stop, note: () => {} }).then(() => {
      ended = clock.elapsed();
    });
    await clock.advance(60_000);
    await draining;
    expect({ stops, ended }).toEqual({ stops: [stoppedAt], ended: over });
  });

  it('waits no longer than anything runs', async () => {
    const clock = manualClock();
    const notes: string[] = [];
    const listener = { busy: () => 2, idle: () => clock.sleep(3000) };
    let ended = false;
    const draining = drain({ grace: 60_000, listener, clock, stop: () => {}, note: (words) => notes.push(words) });
    void draining.then(() => {
      ended = true;
    });
    await clock.advance(3000);
    await draining;
    expect({ ended, notes }).toEqual({
      ended: true,
      notes: ['No new lines are taken; 2 that run have 50.5 s to end'],
    });
  });

  it.each([
    [9500, 8000],
    [60_000, 8000],
    [2000, 500],
    [0, 0],
  ])('and grants %i ms leaves a stopped process %i ms of them', (grace, heeding) => {
    expect(heedingTime(grace)).toBe(heeding);
  });
});
