import { expect, it, onTestFinished, vi } from 'vitest';
import { afterwards } from '../../../../src/services/client/afterwards.ts';

it('what outlives a run has its time from the end of the run on', () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const run = new AbortController();
  const late = afterwards(run.signal, 9000);
  vi.advanceTimersByTime(3_600_000);
  expect(late.aborted).toBe(false);
  run.abort('stopped');
  vi.advanceTimersByTime(8999);
  expect(late.aborted).toBe(false);
  vi.advanceTimersByTime(1);
  expect([late.aborted, late.reason]).toEqual([true, 'stopped']);
});
