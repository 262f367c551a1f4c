import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { stopAfter } from '../../../src/run/cancel.ts';

describe('a run whose time is up', () => {
  it.each([
    [300, '600ms'],
    [1000, '2s'],
    [750, '1500ms'],
    [45_000, '90s'],
    [30_000, '1m'],
    [600_000, '20m'],
    [3_600_000, '2h'],
    [43_200_000, '1d'],
    [2_592_000_000, '60d'],
  ])('after %i ms is told how to get twice as long: %s', (ms, twice) => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    using limit = stopAfter({ signal: new AbortController().signal }, ms);
    vi.advanceTimersByTime(ms - 1);
    expect(limit.signal.aborted).toBe(false);
    vi.advanceTimersByTime(1);
    expect(limit.signal.reason).toMatchObject({
      outcome: 'timeout',
      message: `it was stopped after ${ms / 1000} s`,
      hint: `--timeout ${twice} gives it more`,
    });
  });
});
