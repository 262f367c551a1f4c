export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** The next message timestamp: strictly increasing, six decimals. */
  ts(): string;
}

export function createClock(now: () => number = Date.now): Clock {
  let last = 0;
  return {
    now,
    ts() {
      last = Math.max(last + 1, Math.floor(now() * 1000));
      return `${Math.floor(last / 1e6)}.${String(last % 1e6).padStart(6, '0')}`;
    },
  };
}

export const seconds = (clock: Clock): number => Math.floor(clock.now() / 1000);
