import { describe, expect, it } from 'vitest';
import type { Clock } from '../../../../src/context/host.ts';
import { createPace, type Pace, type PaceOptions, paceWithin } from '../../../../src/slack/delivery/pace.ts';
import { manualClock } from '../../../support/manual-clock.ts';

const rate = { perMinute: 60, burst: 3 };

function open(options: Partial<PaceOptions> = {}) {
  const clock = manualClock();
  return { clock, pace: createPace({ clock, rate, atOnce: 5, ...options }) };
}

const spend = (pace: Pace, count: number) => Array.from({ length: count }, () => pace.spend());

function refuse(pace: Pace, seconds: number): void {
  pace.spend()(seconds);
}

describe('a pace', () => {
  it('lets a burst out at once, then one after the other', () => {
    const { pace } = open();
    const waits = [1, 2, 3, 4].map(() => {
      const wait = pace.wait();
      pace.spend();
      return wait;
    });
    expect(waits).toEqual([0, 0, 0, 1000]);
  });

  it('saves turns up, but no more than the burst', async () => {
    const { clock, pace } = open();
    spend(pace, 3);
    await clock.advance(2000);
    expect(pace.wait()).toBe(0);
    await clock.advance(3_600_000);
    spend(pace, 3);
    expect(pace.wait()).toBe(1000);
  });

  it('leaves turns for others', () => {
    const { pace } = open();
    expect([pace.wait(2), pace.wait(3)]).toEqual([0, 1000]);
    pace.spend();
    expect([pace.wait(0), pace.wait(1), pace.wait(2)]).toEqual([0, 0, 1000]);
  });

  it('lets no more be under way than it may', () => {
    const { pace } = open({ atOnce: 2 });
    const [one] = spend(pace, 2);
    expect(pace.isFull()).toBe(true);
    one?.(undefined);
    expect(pace.isFull()).toBe(false);
  });
});

describe('after a refusal', () => {
  it('nothing goes out for as long as Slack asks, and then one alone', async () => {
    const { clock, pace } = open();
    refuse(pace, 30);
    expect(pace.wait()).toBe(30_000);
    await clock.advance(30_000);
    expect([pace.wait(), pace.isFull()]).toEqual([0, false]);
    const probe = pace.spend();
    expect(pace.isFull()).toBe(true);
    probe(undefined);
    expect(pace.isFull()).toBe(false);
  });

  it('the longest of several waits counts', () => {
    const { pace } = open();
    const [one, other] = spend(pace, 2);
    one?.(10);
    other?.(2);
    expect(pace.wait()).toBe(10_000);
  });

  it('the answer of a call from before it does not count as the one that shows', async () => {
    const { clock, pace } = open();
    const [one, other] = spend(pace, 2);
    one?.(10);
    await clock.advance(10_000);
    other?.(undefined);
    pace.spend();
    expect(pace.isFull()).toBe(true);
  });

  it('the rate is the one that Slack is known to take', async () => {
    const { clock, pace } = open({ rate: { perMinute: 60_000, burst: 1000 }, refused: { perMinute: 30, burst: 2 } });
    refuse(pace, 1);
    await clock.advance(1000);
    pace.spend()(undefined);
    expect(pace.wait()).toBe(2000);
    await clock.advance(3_600_000);
    for (const report of spend(pace, 2)) report(undefined);
    expect(pace.wait()).toBe(2000);
  });

  it('from that rate it becomes slower, once for all that were under way, and quicker again with each call', async () => {
    const { clock, pace } = open();
    for (const report of spend(pace, 3)) report(1);
    await clock.advance(1000);
    const probe = pace.spend();
    expect(pace.wait()).toBe(1250);
    probe(undefined);
    expect(pace.wait()).toBe(1225);
    for (let call = 0; call < 20; call++) {
      await clock.advance(2000);
      pace.spend()(undefined);
    }
    await clock.advance(10_000);
    spend(pace, 3);
    expect(pace.wait()).toBe(1000);
  });

  it('a clock that is set back does not make the wait longer', async () => {
    const clock = manualClock();
    let back = 0;
    const moved: Clock = { ...clock, now: () => new Date(clock.now().getTime() - back) };
    const pace = createPace({ clock: moved, rate, atOnce: 5 });
    refuse(pace, 30);
    back = 3_600_000;
    expect(pace.wait()).toBe(30_000);
    await clock.advance(30_000);
    expect(pace.wait()).toBe(0);
  });
});

describe('the pace of a part within that of the whole', () => {
  const open = () => {
    const clock = manualClock();
    const whole = createPace({ clock, rate: { perMinute: 60, burst: 2 }, atOnce: 0 });
    const part = () => paceWithin(whole, createPace({ clock, rate, atOnce: 5 }));
    return [part(), part()] as const;
  };

  it('waits for both', () => {
    const [one, other] = open();
    spend(one, 2);
    expect([one.wait(), other.wait()]).toEqual([1000, 1000]);
  });

  it('waits alone for what was refused to it', () => {
    const [one, other] = open();
    refuse(one, 9);
    expect([one.wait(), other.wait()]).toEqual([9000, 0]);
  });
});
