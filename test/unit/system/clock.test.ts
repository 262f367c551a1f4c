import { describe, expect, it } from 'vitest';
import { systemClock } from '../../../src/system/clock.ts';

describe('the system clock', () => {
  it('tells the time', () => {
    const before = Date.now();
    expect(systemClock.now().getTime()).toBeGreaterThanOrEqual(before);
  });

  it('sleeps for the time asked for', async () => {
    const before = performance.now();
    await systemClock.sleep(50);
    expect(performance.now() - before).toBeGreaterThan(45);
  });

  it('wakes with the reason for which it was stopped', async () => {
    const controller = new AbortController();
    const sleep = systemClock.sleep(60_000, controller.signal);
    controller.abort('enough');
    await expect(sleep).rejects.toBe('enough');
  });

  it('does not fall asleep where it was stopped before', async () => {
    await expect(systemClock.sleep(60_000, AbortSignal.abort('enough'))).rejects.toBe('enough');
  });

  it('sleeps longer than one timer can', async () => {
    const controller = new AbortController();
    const sleep = systemClock.sleep(2 ** 33, controller.signal);
    const woke = await Promise.race([sleep, systemClock.sleep(50).then(() => 'still asleep')]);
    expect(woke).toBe('still asleep');
    controller.abort('enough');
    await expect(sleep).rejects.toBe('enough');
  });
});
