import { describe, expect, it } from 'vitest';
import { createPace, createPaces } from '../../../src/slack/pace.ts';
import { manualClock, settle } from '../../support/manual-clock.ts';

/** When each of so many turns came, in milliseconds. */
async function turns(count: number, { perMinute = 60, burst = 3, ms = 60_000, hold = 0 } = {}): Promise<number[]> {
  const clock = manualClock();
  const pace = createPace(perMinute, burst, clock);
  const times: number[] = [];
  if (hold > 0) pace.hold(hold);
  for (let turn = 0; turn < count; turn++) void pace.turn().then(() => times.push(clock.elapsed()));
  await clock.advance(ms);
  return times;
}

describe('turns', () => {
  it('come at once up to the burst, then at the pace', async () => {
    expect(await turns(6)).toEqual([0, 0, 0, 1000, 2000, 3000]);
  });

  it('are saved up, but for no more than the burst', async () => {
    const clock = manualClock();
    const pace = createPace(60, 3, clock);
    for (let turn = 0; turn < 3; turn++) await pace.turn();
    expect(pace.wait()).toBe(1000);
    await clock.advance(2000);
    expect(pace.wait()).toBe(0);
    await clock.advance(3_600_000);
    for (let turn = 0; turn < 3; turn++) await pace.turn();
    expect(pace.wait()).toBe(1000);
  });

  it('wait as long as Slack asks for', async () => {
    expect(await turns(2, { hold: 30 })).toEqual([30_000, 30_000]);
  });

  it('are not given while the longest of several holds lasts', async () => {
    const clock = manualClock();
    const pace = createPace(60, 3, clock);
    pace.hold(10);
    pace.hold(2);
    expect(pace.wait()).toBe(10_000);
  });

  it('can be given up', async () => {
    const clock = manualClock();
    const pace = createPace(60, 1, clock);
    await pace.turn();
    const controller = new AbortController();
    const turn = pace.turn(controller.signal);
    controller.abort(new Error('enough'));
    await expect(turn).rejects.toThrow('enough');
    expect(pace.wait()).toBe(1000);
  });

  it('can be left for others', async () => {
    const clock = manualClock();
    const pace = createPace(60, 3, clock);
    expect([pace.wait(2), pace.wait(3)]).toEqual([0, 1000]);
    await pace.turn();
    expect([pace.wait(0), pace.wait(1), pace.wait(2)]).toEqual([0, 0, 1000]);
  });
});

describe('a pace for each room', () => {
  it('is its own, and the same one the next time', async () => {
    const clock = manualClock();
    const paces = createPaces(() => createPace(60, 1, clock));
    await paces('one').turn();
    paces('one').hold(9);
    expect([paces('one').wait(), paces('other').wait()]).toEqual([9000, 0]);
  });

  it('is forgotten when many others were asked for since', async () => {
    const clock = manualClock();
    const paces = createPaces(() => createPace(60, 1, clock));
    await paces('old').turn();
    await paces('used').turn();
    for (let room = 0; room < 499; room++) {
      paces(`room ${room}`);
      paces('used');
    }
    await settle();
    expect([paces('used').wait(), paces('old').wait()]).toEqual([1000, 0]);
  });
});
