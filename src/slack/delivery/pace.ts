import type { Clock } from '../../context/host.ts';

/** So many calls at once, then so many a minute. */
export interface Rate {
  perMinute: number;
  burst: number;
}

export interface PaceOptions {
  clock: Clock;
  rate: Rate;
  /** The rate from the first refusal on. @default rate */
  refused?: Rate;
  /** Calls that may be under way at once: so many are refused before the first refusal is heard. */
  atOnce: number;
}

export interface Pace {
  /** Milliseconds until a call may go out and so many more could; 0 when it may. */
  wait(spare?: number): number;
  /** Too many are under way. After a refusal, a single one is: it shows whether Slack takes more. */
  isFull(): boolean;
  /** A call goes out. To be told what came of it: the seconds that Slack asked to wait, where it refused. */
  spend(): (retryAfter: number | undefined) => void;
}

const slowest = 8;
const slower = 1.25;
const quicker = 0.98;

/** A token bucket that learns from refusals. https://docs.slack.dev/apis/web-api/rate-limits */
export function createPace({ clock, rate, refused = rate, atOnce }: PaceOptions): Pace {
  const elapsed = createStopwatch(clock);
  let { perMinute, burst } = rate;
  let tokens = burst;
  let slowness = 1;
  let at = 0;
  let refusedAt = -1;
  let heldUntil = 0;
  let underWay = 0;
  let isProbing = false;
  const every = (): number => (60_000 / perMinute) * slowness;
  const refill = (): number => {
    const now = elapsed();
    tokens = Math.min(burst, tokens + Math.max(0, now - at) / every());
    at = Math.max(at, now);
    return now;
  };
  const learn = (seconds: number, began: number): void => {
    const now = elapsed();
    heldUntil = Math.max(heldUntil, now + Math.max(1, seconds) * 1000);
    at = heldUntil;
    tokens = 1;
    isProbing = true;
    // Those that were under way when one was refused say nothing new.
    if (began <= refusedAt) return;
    refusedAt = now;
    if (perMinute === refused.perMinute) slowness = Math.min(slowest, slowness * slower);
    ({ perMinute, burst } = refused);
  };
  return {
    isFull: () => underWay >= (isProbing ? 1 : atOnce),
    wait: (spare = 0) => {
      const now = refill();
      return Math.max(heldUntil - now, at - now + (1 + spare - tokens) * every(), 0);
    },
    spend: () => {
      const began = refill();
      tokens -= 1;
      underWay += 1;
      return (retryAfter) => {
        underWay -= 1;
        if (retryAfter !== undefined) return learn(retryAfter, began);
        isProbing &&= began < heldUntil;
        slowness = Math.max(1, slowness * quicker);
      };
    },
  };
}

/** The pace of a part within that of the whole. What is refused is held against the part. */
export function paceWithin(whole: Pace, part: Pace): Pace {
  return {
    isFull: part.isFull,
    wait: (spare) => Math.max(part.wait(spare), whole.wait()),
    spend: () => {
      const [ofWhole, ofPart] = [whole.spend(), part.spend()];
      return (retryAfter) => {
        ofWhole(undefined);
        ofPart(retryAfter);
      };
    },
  };
}

/** Milliseconds that have passed. The machine's clock may be set back, and then none have. */
function createStopwatch(clock: Clock): () => number {
  let elapsed = 0;
  let at = clock.now().getTime();
  return () => {
    const now = clock.now().getTime();
    elapsed += Math.max(0, now - at);
    at = now;
    return elapsed;
  };
}
