import { availableParallelism } from 'node:os';
import { type Child, type ChildOptions, startChild } from './child.ts';
import { createIdle } from './idle.ts';

export interface PoolOptions extends ChildOptions {
  /** Children kept ready. */
  ready: number;
}

export interface Pool {
  /** A child for a run: one that is ready, or that one which is ready first. */
  take(): Promise<Child>;
  /** Its run has ended: it only tidies up, sooner than another one could be ready. Given back or lost, then. */
  expect(child: Child): void;
  /** It is as good as new; an old one goes as soon as another one is ready, so that no line waits for that. */
  giveBack(child: Child, isOld?: boolean): void;
  /** It has gone, or is of no use. */
  lose(child: Child): void;
  /** Starts another one for an old one to go, where none waits or is being started. */
  succeed(old: Child): void;
  /** Starts what is missing. */
  fill(): void;
  /** Whether a child could be made ready. */
  warm(): Promise<boolean>;
  /** Ends the children that have no run. */
  close(): void;
}

/** Milliseconds after which a child more than is kept ready is not needed: nobody types. */
const restAfter = 3000;
/** Milliseconds that a child is waited for whose run has ended: by then another one could be ready. */
const tidyUp = 300;

/** Children that wait for a run. */
export function createPool(options: PoolOptions): Pool {
  const idle = createIdle();
  const ending = new Map<Child, NodeJS.Timeout>();
  const takers = createTakers();
  const starter = createStarter(options, idle.remove, takers.tell);
  let closed = false;
  let resting: NodeJS.Timeout | undefined;
  const end = (kept: number): void => {
    while (idle.size() > kept) leave(idle.least());
  };
  const restLater = (): void => {
    clearTimeout(resting);
    resting = setTimeout(() => (idle.isBeingSucceeded() ? restLater() : end(options.ready)), restAfter).unref();
  };
  const fill = (wanted: number): void => {
    while (!closed && idle.size() < wanted) idle.expect(starter.start());
  };
  const find = (): Child | Promise<Child | undefined> => {
    if (!idle.hasReady() && ending.size > takers.count()) return takers.wait();
    return idle.first() ?? (starter.isBusy() ? takers.wait() : starter.start());
  };
  const forget = (child: Child): boolean => {
    clearTimeout(ending.get(child));
    return ending.delete(child);
  };
  const lose = (child: Child): void => void (forget(child) && takers.tell());
  return {
    take: async () => {
      for (;;) {
        const child = await find();
        if (child !== undefined) return child;
      }
    },
    expect: (child) => void ending.set(child, setTimeout(lose, tidyUp, child).unref()),
    giveBack: (child, isOld = false) => {
      forget(child);
      if (takers.tell(child)) return;
      if (isOld && idle.hasYoung()) return leave(child);
      idle.add(child, isOld);
      end(closed ? 0 : options.ready + 1);
      restLater();
    },
    lose,
    fill: () => fill(options.ready),
    succeed: (old) => void (old.process.killed || idle.hasSuccessor() || fill(idle.size() + 1)),
    warm: () => idle.warm(),
    close: () => {
      closed = true;
      end(0);
    },
  };
}

function leave(child: Child | undefined): void {
  child?.process.kill('SIGTERM');
}

interface Takers {
  count(): number;
  /** A child that was given back; undefined where it is worth another look. */
  wait(): Promise<Child | undefined>;
  /** Tells the one that waits longest; false where nobody waits. */
  tell(child?: Child): boolean;
}

function createTakers(): Takers {
  const waiting: ((child: Child | undefined) => void)[] = [];
  return {
    count: () => waiting.length,
    wait: () => new Promise((resolve) => waiting.push(resolve)),
    tell: (child) => {
      const first = waiting.shift();
      first?.(child);
      return first !== undefined;
    },
  };
}

interface Starter {
  start(): Child;
  /** As many are being started as there are processors: more would take them from the listener and from those that run. */
  isBusy(): boolean;
}

function createStarter(options: PoolOptions, onGone: (child: Child) => void, onStarted: () => void): Starter {
  const most = availableParallelism();
  let starting = 0;
  return {
    start: () => {
      const child = startChild(options, () => onGone(child));
      starting += 1;
      void child.ready.then(() => {
        starting -= 1;
        onStarted();
      });
      return child;
    },
    isBusy: () => starting >= most,
  };
}
