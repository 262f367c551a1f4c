import { availableParallelism } from 'node:os';
import { type Child, type ChildOptions, startChild } from './child.ts';

export interface PoolOptions extends ChildOptions {
  /** Children kept ready. */
  ready: number;
}

export interface Pool {
  /** A child for a run: one that is ready, or that one which is ready first. */
  take(): Promise<Child>;
  /** It is as good as new, if old. */
  giveBack(child: Child, isOld?: boolean): void;
  /** Starts one more than are kept ready, for when an old one goes. */
  succeed(): void;
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
  const old = new WeakSet<Child>();
  const waiting: ((child: Child | undefined) => void)[] = [];
  const mostStarting = availableParallelism();
  let starting = 0;
  let closed = false;
  let resting: NodeJS.Timeout | undefined;
  const start = (): Child => {
    const child = startChild(options, () => remove(idle, child));
    starting += 1;
    void Promise.race([child.ready, child.gone]).then(() => {
      starting -= 1;
      waiting.shift()?.(undefined);
    });
    return child;
  };
  const end = (kept: number): void => {
    while (idle.length > kept) takeLeast(idle, old)?.process.kill('SIGTERM');
  };
  const fill = (wanted: number): void => {
    while (!closed && idle.length < wanted) idle.push(start());
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
    giveBack: (child, isOld = false) => {
      if (isOld) old.add(child);
      const next = waiting.shift();
      if (next !== undefined) return next(child);
      // First in line: it is warm, and another one may still be starting.
      idle.unshift(child);
      end(closed ? 0 : options.ready + 1);
      clearTimeout(resting);
      resting = setTimeout(() => end(options.ready), restAfter).unref();
    },
    fill: () => fill(options.ready),
    succeed: () => fill(options.ready + 1),
    warm: async () => idle[0] === undefined || Promise.race([idle[0].ready, idle[0].gone.then(() => false)]),
    close: () => {
      closed = true;
      end(0);
    },
  };
}

function remove(idle: Child[], child: Child): void {
  if (idle.includes(child)) idle.splice(idle.indexOf(child), 1);
}

/** They have done nothing yet, or are as good as new, so that nothing is lost; old ones go first. */
function takeLeast(idle: Child[], old: WeakSet<Child>): Child | undefined {
  const oldest = idle.findIndex((child) => old.has(child));
  return oldest === -1 ? idle.pop() : idle.splice(oldest, 1)[0];
}
