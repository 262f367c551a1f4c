import { onTestFinished, vi } from 'vitest';

export interface HeldTimer {
  /** The time is up, of all that wait for it. */
  up(): void;
}

/** Holds back whoever waits for exactly so many milliseconds, until it is told that they are over. */
export function heldTimer(ms: number): HeldTimer {
  const { setTimeout: set, clearTimeout: clear } = globalThis;
  const held = new Map<unknown, () => void>();
  const hold = (work: () => void, after?: number): NodeJS.Timeout => {
    if (after !== ms) return set(work, after);
    const timer = set(() => {}, 2 ** 31 - 1).unref();
    held.set(timer, work);
    return timer;
  };
  const letGo = (timer?: NodeJS.Timeout): void => {
    held.delete(timer);
    clear(timer);
  };
  const spies = [
    vi.spyOn(globalThis, 'setTimeout').mockImplementation(Object.assign(hold, set)),
    vi.spyOn(globalThis, 'clearTimeout').mockImplementation(letGo as typeof clearTimeout),
  ];
  onTestFinished(() => {
    for (const spy of spies) spy.mockRestore();
  });
  return {
    up: () => {
      const works = [...held.values()];
      held.clear();
      for (const work of works) work();
    },
  };
}
