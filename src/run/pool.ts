import { availableParallelism } from 'node:os';
import { type Child, type ChildOptions, startChild } from './child.ts';

export interface PoolOptions extends ChildOptions {
  /** Children kept ready. */
  ready: number;
}

export interface Pool {
  /** A child for a run: one that is ready, or that one which is ready first. */
  take(): Promise<Child>;
  /** It is as good as new. */
  giveBack(child: Child): void;
  /** Starts what is missing. */
  fill(): void;
  /** Whether a child could be made ready. */
  warm(): Promise<boolean>;
  /** Ends the children that have no run. */
  close(): void;
}

/** Milliseconds after which a child more than is kept ready is not needed: nobody types. */
const restAfter = 3000;

/**
 * Children that wait for a run. No more are started at a time than there are processors: more would only be ready later,
 * and take the processors from the listener and from those that run.
 */
export function createPool(options: PoolOptions): Pool {
  const idle: Child[] = [];
  const waiting: ((child: Child | undefined) => void)[] = [];
  const mostStarting = availableParallelism();
  let starting = 0;
  let closed = false;
  let resting: NodeJS.Timeout | undefined;
  const start = (): Child => {
    const child = startChild(options, () => {
      if (idle.includes(child)) idle.splice(idle.indexOf(child), 1);
    });
    starting += 1;
    void Promise.race([child.ready, child.gone]).then(() => {
      starting -= 1;
      waiting.shift()?.(undefined);
    });
    return child;
  };
  // They have done nothing yet, or are as good as new, so that nothing is lost.
  const end = (kept: number): void => {
    for (const { process } of idle.splice(kept)) process.kill('SIGTERM');
  };
  return {
    take: async () => {
      for (;;) {
        const child = idle.shift();
        if (child !== undefined) return child;
        if (starting < mostStarting) return start();
        const given = await new Promise<Child | undefined>((resolve) => waiting.push(resolve));
        if (given !== undefined) return given;
      }
    },
    giveBack: (child) => {
      const next = waiting.shift();
      if (next !== undefined) return next(child);
      // First in line: it is warm, and another one may still be starting.
      idle.unshift(child);
      end(closed ? 0 : options.ready + 1);
      clearTimeout(resting);
      resting = setTimeout(() => end(options.ready), restAfter).unref();
    },
    fill: () => {
      while (!closed && idle.length < options.ready) idle.push(start());
    },
    warm: async () => idle[0] === undefined || Promise.race([idle[0].ready, idle[0].gone.then(() => false)]),
    close: () => {
      closed = true;
      end(0);
    },
  };
}
