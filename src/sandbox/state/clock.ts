import { SandboxError } from './errors.ts';
import { createTimers } from './timers.ts';

/** Timestamps are exact up to here, and dates can be written. */
export const latestTime = Date.UTC(2200, 0);

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** The next message timestamp: strictly increasing, six decimals. */
  ts(): string;
  /** Timestamps to come are later than this one. */
  passed(ts: string): void;
  /** Runs the task once, when so many milliseconds have passed on this clock; the answer cancels it. Keeps no process alive. */
  timer(ms: number, task: () => void): () => void;
  /** Moves the clock forward. What falls due meanwhile runs first, each at its own time. */
  advance(ms: number): void;
  /** Forgets every timer. */
  close(): void;
}

export interface ClockOptions {
  /** The clock that this one follows. @default Date.now */
  now?: () => number;
  /** Stands at these milliseconds since 1970 until it is moved, in place of following a clock. */
  standing?: number;
}

export function createClock({ now: real = Date.now, standing }: ClockOptions = {}): Clock {
  let last = 0;
  let moved = 0;
  const now = (): number => (standing ?? real()) + moved;
  const timers = createTimers(now, standing === undefined);
  return {
    now,
    ts() {
      last = Math.max(last + 1, Math.floor(now() * 1000));
      return `${Math.floor(last / 1e6)}.${String(last % 1e6).padStart(6, '0')}`;
    },
    passed(ts) {
      last = Math.max(last, Math.floor(Number(ts.replace('.', ''))) || 0);
    },
    timer: timers.add,
    advance(ms) {
      const until = now() + ms;
      if (!(ms >= 0 && until <= latestTime)) throw tooFar(ms, now());
      const step = (due: number): void => {
        moved += Math.max(0, due - now());
      };
      timers.runUntil(until, step);
      step(until);
      timers.arm();
    },
    close: timers.close,
  };
}

function tooFar(ms: number, now: number): SandboxError {
  const most = Math.max(0, Math.floor(latestTime - now));
  return new SandboxError('invalid', `the clock moves by 0 to ${most} ms (to the year 2200), not by ${ms} ms`);
}

export const seconds = (clock: Clock): number => Math.floor(clock.now() / 1000);
