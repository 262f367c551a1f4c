import type { Clock } from '../context/host.ts';

export interface Pace {
  /** Takes a turn; resolves when it is there. */
  turn(signal?: AbortSignal): Promise<void>;
  /** Milliseconds until a turn is free and so many more are left; 0 when it is so. */
  wait(spare?: number): number;
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
    // The machine's clock may be set back.
    tokens = Math.min(burst, tokens + Math.max(0, now - at) / every);
    at = now;
    return now;
  };
  const wait = (spare = 0): number => {
    const now = refill();
    return Math.max(heldUntil - now, (1 + spare - tokens) * every, 0);
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

const mostKept = 500;

/** A pace for each of something, such as each room. Those that were not asked for lately are forgotten. */
export function createPaces(create: () => Pace): (key: string) => Pace {
  const paces = new Map<string, Pace>();
  return (key) => {
    const pace = paces.get(key) ?? create();
    paces.delete(key);
    paces.set(key, pace);
    const [oldest] = paces.keys();
    if (paces.size > mostKept && oldest !== undefined) paces.delete(oldest);
    return pace;
  };
}
