/** What Node's timers can wait for at most. */
const longest = 2 ** 31 - 1;

interface Timer {
  due: number;
  task(): void;
  handle?: NodeJS.Timeout;
}

export interface Timers {
  add(ms: number, task: () => void): () => void;
  /** Runs what is due by then in the order of its time, after `step` has brought the clock there. */
  runUntil(until: number, step: (due: number) => void): void;
  /** Waits anew for what is left, as the clock has moved. */
  arm(): void;
  close(): void;
}

/** Timers of a clock that may jump. One that does not `run` fires only what it is moved past. */
export function createTimers(now: () => number, runs: boolean): Timers {
  const timers = new Set<Timer>();
  const cancel = (timer: Timer): void => {
    clearTimeout(timer.handle);
    timers.delete(timer);
  };
  const fire = (timer: Timer): void => {
    cancel(timer);
    timer.task();
  };
  const arm = (timer: Timer): void => {
    if (!runs) return;
    clearTimeout(timer.handle);
    const left = Math.max(0, timer.due - now());
    const late = (): void => (left > longest ? arm(timer) : fire(timer));
    timer.handle = setTimeout(late, Math.min(left, longest)).unref();
  };
  const earliest = (): Timer | undefined => {
    let found: Timer | undefined;
    for (const timer of timers) if (!found || timer.due < found.due) found = timer;
    return found;
  };
  return {
    add(ms, task) {
      const timer: Timer = { due: now() + Math.max(0, ms), task };
      timers.add(timer);
      arm(timer);
      return () => cancel(timer);
    },
    runUntil(until, step) {
      for (let next = earliest(); next && next.due <= until; next = earliest()) {
        step(next.due);
        fire(next);
      }
    },
    arm() {
      for (const timer of timers) arm(timer);
    },
    close() {
      for (const timer of timers) cancel(timer);
    },
  };
}
