import type { Clock } from '../../context/host.ts';

/** Wakes who looks now and then: there is something to see at once. */
export interface Bell {
  ring(): void;
  /** Resolves after so many milliseconds, when it rings, or at once where it rang since. */
  wait(ms: number, clock: Clock, signal: AbortSignal): Promise<void>;
}

export function createBell(): Bell {
  let rung = new AbortController();
  return {
    ring: () => rung.abort(),
    wait: async (ms, clock, signal) => {
      await clock.sleep(ms, AbortSignal.any([signal, rung.signal])).catch(() => {});
      rung = new AbortController();
    },
  };
}
