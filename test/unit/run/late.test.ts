import { describe, expect, it } from 'vitest';
import { OpsError } from '../../../src/context/errors.ts';
import { insist, isPassing } from '../../../src/run/late.ts';
import { manualClock } from '../../support/manual-clock.ts';

const locked = new OpsError('retry', 'locked');

/** What comes of it, and how often it was tried, where so many attempts fail. */
async function tried(failures: number, { fault = locked as Error, after = 120_000, stopped = false } = {}) {
  const clock = manualClock();
  const controller = new AbortController();
  let attempts = 0;
  const write = async (): Promise<void> => {
    if (++attempts <= failures) throw fault;
  };
  const done = insist(write, { clock, signal: controller.signal, most: 60_000 });
  if (stopped) controller.abort(new Error('stopped'));
  await clock.advance(after);
  return { written: await done, attempts };
}

describe('what the journal did not take', () => {
  it.each([
    ['is written as soon as it can be', 3, {}, { written: true, attempts: 4 }],
    ['is given up after a minute', 1000, {}, { written: false, attempts: 15 }],
    ['is given up at once where that is no use', 1, { fault: new Error('a fault') }, { written: false, attempts: 1 }],
    ['is tried once more when there is no more time', 1000, { stopped: true }, { written: false, attempts: 1 }],
  ])('%s', async (_, failures, how, result) => {
    expect(await tried(failures, how)).toEqual(result);
  });

  it.each([
    [true, locked],
    [true, new OpsError('unavailable', 'the disk is full')],
    [false, new OpsError('unavailable', 'deleted', { details: { gone: true } })],
    [false, new OpsError('config', 'damaged')],
    [false, new Error('a fault')],
  ])('may be taken later: %s of %s', (passing, error) => {
    expect(isPassing(error)).toBe(passing);
  });
});
