import { onTestFinished, vi } from 'vitest';

export interface HeldTimer {
  /** The time is up, of all that have waited for it. */
  up(): void;
}

/** Holds back whoever waits for exactly so many milliseconds, until it is told that they are over. */
export function heldTimer(ms: number): HeldTimer {
  const { setTimeout: set } = globalThis;
  const held: (() => void)[] = [];
  const hold = (work: () => void, after?: number): NodeJS.Timeout => {
    if (after !== ms) return set(work, after);
    held.push(work);
    return set(() => {}, 2 ** 31 - 1).unref();
  };
  const spy = vi.spyOn(globalThis, 'setTimeout').mockImplementation(Object.assign(hold, set));
  onTestFinished(() => spy.mockRestore());
  return {
    up: () => {
      for (const work of held.splice(0)) work();
    },
  };
}
