import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { later } from '../../../src/context/timer.ts';

const day = 86_400_000;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a timer', () => {
  it.each([0, 300, 25 * day, 60 * day])('of %i ms does its work then, and not before', (ms) => {
    let done = 0;
    later(ms, () => done++);
    vi.advanceTimersByTime(Math.max(0, ms - 1));
    expect(done).toBe(ms === 0 ? 1 : 0);
    vi.advanceTimersByTime(1);
    expect(done).toBe(1);
    vi.advanceTimersByTime(60 * day);
    expect(done).toBe(1);
  });

  it.each([1, 26 * day])('that is disposed of after %i ms does nothing', (ms) => {
    let done = 0;
    const timer = later(60 * day, () => done++).unref();
    vi.advanceTimersByTime(ms);
    timer[Symbol.dispose]();
    vi.advanceTimersByTime(100 * day);
    expect(done).toBe(0);
  });
});
