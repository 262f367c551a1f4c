import { describe, expect, it } from 'vitest';
import { createLatest } from '../../../../src/slack/answer/latest.ts';
import { settle } from '../../../support/manual-clock.ts';

/** Something that changes, and a way out whose calls end when the test says so. */
function harness() {
  let state = 0;
  const sent: number[] = [];
  const open: PromiseWithResolvers<void>[] = [];
  const latest = createLatest(async (taken) => {
    taken();
    sent.push(state);
    const call = Promise.withResolvers<void>();
    open.push(call);
    await call.promise;
  });
  return {
    sent,
    change: (to: number) => {
      state = to;
      latest.touch();
    },
    finish: (to: number) => {
      state = to;
      return latest.finish();
    },
    end: async (fault?: Error) => {
      const call = open.shift();
      if (fault === undefined) call?.resolve();
      else call?.reject(fault);
      await settle();
    },
  };
}

describe('what is newest', () => {
  it('goes out at once, one at a time, and nothing that is old by then', async () => {
    const { sent, change, end } = harness();
    for (const state of [1, 2, 3]) change(state);
    await settle();
    expect(sent).toEqual([1]);
    change(4);
    await end();
    expect(sent).toEqual([1, 4]);
    await end();
    expect(sent).toEqual([1, 4]);
    change(5);
    expect(sent).toEqual([1, 4, 5]);
  });

  it('goes out last, after what is under way', async () => {
    const { sent, change, finish, end } = harness();
    change(1);
    const last = finish(2);
    await settle();
    expect(sent).toEqual([1]);
    await end();
    await end();
    await expect(last).resolves.toBeUndefined();
    expect(sent).toEqual([1, 2]);
  });

  it('goes out last where nothing went before', async () => {
    const { sent, finish, end } = harness();
    const last = finish(1);
    await end();
    await expect(last).resolves.toBeUndefined();
    expect(sent).toEqual([1]);
  });

  it('is not tried over and over where it fails, but for the last time', async () => {
    const { sent, change, finish, end } = harness();
    change(1);
    await end(new Error('refused'));
    for (const state of [2, 3, 4]) change(state);
    await settle();
    expect(sent).toEqual([1]);
    const last = finish(5);
    await settle();
    await end();
    await expect(last).resolves.toBeUndefined();
    expect(sent).toEqual([1, 5]);
  });

  it('fails where the last time fails too', async () => {
    const { sent, change, finish, end } = harness();
    change(1);
    const last = finish(2);
    last.catch(() => {});
    await end(new Error('refused'));
    await end(new Error('refused again'));
    await expect(last).rejects.toThrow('refused again');
    expect(sent).toEqual([1, 2]);
  });
});
