import type { Clock } from '../context/host.ts';

export interface Pace {
  /** Takes a turn; resolves when it is there. */
  turn(signal?: AbortSignal): Promise<void>;
  /** Milliseconds until the next turn is free; 0 when it is. */
  wait(): number;
  /** Nobody gets a turn for so many seconds: Slack asked for it. */
  hold(seconds: number): void;
}

/** A token bucket: `burst` turns at once, then `perMinute`. https://docs.slack.dev/apis/web-api/rate-limits */
export function createPace(perMinute: number, burst: number, clock: Clock): Pace {
  const every = 60_000 / perMinute;
  let tokens = burst;
  let at = clock.now().getTime();
  let heldUntil = 0;
  const refill = (): number => {
    const now = clock.now().getTime();
    tokens = Math.min(burst, tokens + (now - at) / every);
    at = now;
    return now;
  };
  const wait = (): number => {
    const now = refill();
    return Math.max(heldUntil - now, tokens >= 1 ? 0 : (1 - tokens) * every, 0);
  };
  return {
    wait,
    hold: (seconds) => {
      heldUntil = Math.max(heldUntil, clock.now().getTime() + seconds * 1000);
    },
    turn: async (signal) => {
      for (let ms = wait(); ms > 0; ms = wait()) await clock.sleep(Math.ceil(ms), signal);
      tokens -= 1;
    },
  };
}
