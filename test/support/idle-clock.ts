import type { Clock } from '../../src/context/host.ts';
import type { Call } from '../../src/slack/connection/client.ts';

/** A clock that goes on to the next moment somebody waits for, once no call is under way. */
export interface IdleClock extends Clock {
  /** The same calls, which time stands still for. */
  watch(call: Call): Call;
  /** Lets time pass until the work is done. */
  runUntil<Result>(work: Promise<Result>): Promise<Result>;
}

/** `advance` moves the clock of the other side. */
export function idleClock(now: () => number, advance: (ms: number) => void): IdleClock {
  const sleepers = new Set<{ at: number; wake(): void }>();
  let underWay = 0;
  return {
    now: () => new Date(now()),
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason);
        const sleeper = { at: now() + Math.max(0, ms), wake: resolve };
        sleepers.add(sleeper);
        signal?.addEventListener('abort', () => {
          if (sleepers.delete(sleeper)) reject(signal.reason);
        });
      }),
    watch: (call) => async (method, args) => {
      underWay += 1;
      try {
        return await call(method, args);
      } finally {
        underWay -= 1;
      }
    },
    runUntil: async (work) => {
      let isDone = false;
      const done = work.finally(() => {
        isDone = true;
      });
      done.catch(() => {});
      while (!isDone) {
        await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
        if (isDone || underWay > 0) continue;
        const [next] = [...sleepers].sort((one, other) => one.at - other.at);
        if (next === undefined) continue;
        sleepers.delete(next);
        advance(Math.max(0, next.at - now()));
        next.wake();
      }
      return done;
    },
  };
}
