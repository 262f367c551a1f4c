import type { Clock } from '../../src/context/host.ts';

export interface ManualClock extends Clock {
  /** Lets time pass, and everything happen that waits for it. */
  advance(ms: number): Promise<void>;
  /** Milliseconds that have passed. */
  elapsed(): number;
}

interface Sleeper {
  at: number;
  wake(): void;
}

/** A clock that stands still until it is told to go on. */
export function manualClock(): ManualClock {
  const began = Date.UTC(2026, 0, 1);
  const sleepers = new Set<Sleeper>();
  let elapsed = 0;
  return {
    now: () => new Date(began + elapsed),
    elapsed: () => elapsed,
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason);
        const sleeper: Sleeper = { at: elapsed + Math.max(0, ms), wake: resolve };
        sleepers.add(sleeper);
        signal?.addEventListener('abort', () => {
          if (sleepers.delete(sleeper)) reject(signal.reason);
        });
      }),
    advance: async (ms) => {
      const end = elapsed + ms;
      await settle();
      for (;;) {
        const [next] = [...sleepers].filter(({ at }) => at <= end).sort((one, other) => one.at - other.at);
        if (next === undefined) break;
        sleepers.delete(next);
        elapsed = Math.max(elapsed, next.at);
        next.wake();
        await settle();
      }
      elapsed = end;
    },
  };
}

/** All that is ready to go on does so. */
export function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
}
