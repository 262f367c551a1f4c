import type { Event } from '../context/events.ts';
import type { Child } from './child.ts';
import { answerFetch } from './fetch.ts';
import type { Asker } from './ledger.ts';
import { type HeldTurn, holdTurn } from './pause.ts';
import { createPool, type PoolOptions } from './pool.ts';
import { creditStep, type FromChild, type ToChild } from './protocol.ts';
import type { Turns } from './turns.ts';

export interface RunnerOptions extends PoolOptions {
  /** Whose run comes next. */
  turns: Pick<Turns, 'take' | 'giveBack' | 'pause' | 'resume' | 'leave'>;
  /** Ends a child, at once, with all that it started for that run. */
  kill(pid: number, run: string): Promise<void>;
  /** Milliseconds that a child has to become ready. @default 30000 */
  patience?: number;
  /** Milliseconds that a child has to heed a stop. @default 8000 */
  grace?: number;
}

export type RunnerEnd =
  | { type: 'done'; exitCode: number; again: boolean; isOld?: boolean }
  | { type: 'died'; how: string };

export type OnEvents = (events: readonly Event[]) => undefined | Promise<void>;

/** A run and its words: these are told to the child alone, for they may hold what must not be kept. */
export interface Task extends Asker {
  argv: readonly string[];
  /** Brings a file that is attached to the message to this machine: its path. */
  fetch?(file: string, largest: number): Promise<string>;
  /** It has its turn. */
  onTurn?(): void;
  /** It wants to go on, and may have to wait for its turn. */
  onWait?(): void;
}

export interface Runner {
  /** Carries out an accepted run in a child of its own. `onEvents` may return a promise to hold the child back. */
  run(task: Task, onEvents: OnEvents, signal: AbortSignal): Promise<RunnerEnd>;
  /** Whether a child could be made ready. */
  warm(): Promise<boolean>;
  /** Ends the children that have no run. */
  close(): void;
}

/**
 * Milliseconds until the next child is started: to start one takes the listener 5 ms and a processor 50, which the words
 * of the run that has just begun or ended need first.
 */
const refill = { during: 100, after: 20 } as const;

const stopped = { type: 'died', how: 'ops was stopped before it began' } as const;

/**
 * A child a run, taken from a small warm pool: a crash or an endless loop costs one run. A child that its run has left
 * as good as new goes back to the pool.
 */
export function createRunner(options: RunnerOptions): Runner {
  const { turns } = options;
  const pool = createPool(options);
  pool.fill();
  const inChild = async (carried: Carried, signal: AbortSignal): Promise<RunnerEnd | Unbegun> => {
    const late = setTimeout(pool.fill, refill.during);
    let isBack = false;
    try {
      const child = await pool.take();
      const hear: OnEvents = (events) => {
        if (events.some(({ type }) => type === 'finished')) pool.expect(child);
        return carried.onEvents(events);
      };
      const end = await converse(child, { ...carried, onEvents: hear }, signal, options);
      isBack = end.type === 'done' && end.again;
      const isOld = end.type === 'done' && end.isOld === true;
      if (isBack) pool.giveBack(child, isOld);
      else pool.lose(child);
      if (isOld) setTimeout(() => pool.succeed(child), refill.after);
      return end;
    } finally {
      clearTimeout(late);
      if (!isBack) setTimeout(pool.fill, refill.after);
    }
  };
  return {
    run: async (task, onEvents, signal) => {
      if (!(await turns.take(task, signal))) return stopped;
      using turn = holdTurn(turns, task);
      task.onTurn?.();
      // All that wait may have been killed at once: after these it is given to one that is new.
      for (let left = options.ready + 2; ; left--) {
        const end = await inChild({ task, turn, onEvents }, signal);
        if (end.type !== 'unbegun') return end;
        if (signal.aborted) return stopped;
        if (left === 1) return { type: 'died', how: end.how };
      }
    },
    warm: pool.warm,
    close: pool.close,
  };
}

/** Its child is gone, and never began it: another one can. */
interface Unbegun {
  type: 'unbegun';
  how: string;
}

interface Carried {
  task: Task;
  turn: HeldTurn;
  onEvents: OnEvents;
}

async function converse(
  child: Child,
  { task, turn, onEvents }: Carried,
  signal: AbortSignal,
  { kill, patience = 30_000, grace = 8000 }: RunnerOptions,
): Promise<RunnerEnd | Unbegun> {
  const { process, gone } = child;
  const { promise: done, resolve } = Promise.withResolvers<RunnerEnd | Unbegun>();
  // One that could not be started has no number, and whatever stood for it could be that of others.
  const end = (): void => void (process.pid !== undefined && kill(process.pid, task.run).catch(() => {}));
  const tell = (message: ToChild): void => void (process.connected && process.send(message, () => {}));
  let hasBegun = false;
  let taken = 0;
  const take = async ({ events, size }: Extract<FromChild, { type: 'events' }>): Promise<void> => {
    await onEvents(events);
    taken += size;
    if (taken < creditStep) return;
    tell({ type: 'credit', size: taken });
    taken = 0;
  };
  const hear = (message: FromChild): void => {
    if (message.type === 'begun') hasBegun = true;
    if (message.type === 'done') resolve(message);
    if (message.type === 'pause') turn.pause();
    if (message.type === 'resume') void turn.resume().then((isMine) => isMine && tell({ type: 'resumed' }));
    if (message.type === 'fetch') void answerFetch(message, task).then(tell);
    // A run whose events nobody can take must not go on.
    if (message.type === 'events') take(message).catch(end);
  };
  process.on('message', hear);
  const fault = await untilReady(child, patience, signal);
  if (fault !== undefined) {
    // What belongs to a run is found by its name, which the next child has too.
    if (fault.type !== 'unbegun') end();
    return fault;
  }
  // Where its channel is still open, not all that it said was heard: it may have begun.
  using _gone = whenAborted(gone, () => resolve(deathOf(gone, hasBegun || process.connected)));
  tell({ type: 'run', run: task.run, argv: task.argv });
  using _stop = whenStopped(signal, grace, (reason) => tell({ type: 'stop', reason }), end);
  const result = await done;
  process.off('message', hear);
  return result;
}

const deathOf = (gone: AbortSignal, hasBegun: boolean): RunnerEnd | Unbegun => ({
  type: hasBegun ? 'died' : 'unbegun',
  how: String(gone.reason),
});

async function untilReady(
  { ready, gone }: Child,
  patience: number,
  signal: AbortSignal,
): Promise<RunnerEnd | Unbegun | undefined> {
  const { promise, resolve } = Promise.withResolvers<RunnerEnd | Unbegun | undefined>();
  const timer = setTimeout(() => resolve({ type: 'died', how: 'its process was never ready' }), patience);
  using _stop = whenAborted(signal, () => resolve(stopped));
  using _gone = whenAborted(gone, () => resolve(deathOf(gone, false)));
  void ready.then((isReady) => isReady && resolve(undefined));
  const fault = await promise;
  clearTimeout(timer);
  return fault;
}

/** Asks for the end, and after the grace makes it. */
function whenStopped(signal: AbortSignal, grace: number, ask: (reason: string) => void, end: () => void): Disposable {
  let timer: NodeJS.Timeout | undefined;
  const stopping = whenAborted(signal, () => {
    ask(signal.reason instanceof Error ? signal.reason.message : 'it was stopped');
    timer = setTimeout(end, grace);
  });
  return {
    [Symbol.dispose]: () => {
      clearTimeout(timer);
      stopping[Symbol.dispose]();
    },
  };
}

/** Calls back once it is aborted, at once where it has been, unless it is disposed of before. */
function whenAborted(signal: AbortSignal, callback: () => void): Disposable {
  if (signal.aborted) callback();
  else signal.addEventListener('abort', callback, { once: true });
  return { [Symbol.dispose]: () => signal.removeEventListener('abort', callback) };
}
