import { type ChildProcess, fork } from 'node:child_process';
import type { Event } from '../context/events.ts';
import type { FromChild, ToChild } from './protocol.ts';

export interface RunnerOptions {
  /** The module that a child runs, and its arguments. */
  worker: string;
  args: readonly string[];
  cwd: string;
  /** Children kept ready. */
  ready: number;
  /** Runs at the same time; more wait their turn. */
  most: number;
  /** Ends a child with all that it started. */
  kill(pid: number): Promise<void>;
  /** Milliseconds that a child has to heed a stop. @default 15000 */
  grace?: number;
}

export type RunnerEnd = { type: 'done'; exitCode: number; again: boolean } | { type: 'died'; how: string };

export interface Runner {
  /** Carries out an accepted run in a child of its own. `onEvents` may return a promise to hold the child back. */
  run(
    id: string,
    onEvents: (events: readonly Event[]) => undefined | Promise<void>,
    signal: AbortSignal,
  ): Promise<RunnerEnd>;
  /** Resolves when a child is ready. */
  warm(): Promise<void>;
  close(): void;
}

/**
 * Milliseconds until the next child is started: to start one takes the listener 5 ms and a processor 50, which the words
 * of the run that has just begun or ended need first.
 */
const refill = { during: 100, after: 20 } as const;

interface Child {
  process: ChildProcess;
  ready: Promise<boolean>;
}

/**
 * A child a run, taken from a small warm pool: a crash or an endless loop costs one run. A child that its run has left
 * as good as new goes back to the pool.
 */
export function createRunner(options: RunnerOptions): Runner {
  const idle: Child[] = [];
  const waiting: (() => void)[] = [];
  let active = 0;
  let closed = false;
  const start = (): Child => startChild(options, (child) => remove(idle, child));
  const fill = (): void => {
    while (!closed && idle.length < options.ready) idle.push(start());
  };
  const take = async (): Promise<Child> => {
    if (active >= options.most) await new Promise<void>((resolve) => waiting.push(resolve));
    active++;
    return idle.shift() ?? start();
  };
  const giveBack = (child: Child): void => {
    if (closed) return child.process.disconnect();
    // First in line: it is warm, and another one may still be starting.
    idle.unshift(child);
    for (const spare of idle.splice(options.ready + 1)) spare.process.disconnect();
  };
  fill();
  return {
    run: async (id, onEvents, signal) => {
      const child = await take();
      const late = setTimeout(fill, refill.during);
      try {
        const end = await converse(child, id, onEvents, signal, options);
        if (end.type === 'done' && end.again) giveBack(child);
        return end;
      } finally {
        clearTimeout(late);
        setTimeout(fill, refill.after);
        active--;
        waiting.shift()?.();
      }
    },
    warm: async () => void (await idle[0]?.ready),
    close: () => {
      closed = true;
      for (const child of idle) child.process.disconnect();
    },
  };
}

function remove(children: Child[], child: Child): void {
  const at = children.indexOf(child);
  if (at !== -1) children.splice(at, 1);
}

// A group of its own: Ctrl-C in the listener's terminal is the listener's to pass on.
function startChild({ worker, args, cwd }: RunnerOptions, onGone: (child: Child) => void): Child {
  const child = fork(worker, args, {
    cwd,
    detached: true,
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ready = new Promise<boolean>((resolve) => {
    child.once('message', () => resolve(true));
    child.once('exit', () => resolve(false));
    child.once('error', () => resolve(false));
  });
  const started = { process: child, ready };
  child.once('exit', () => onGone(started));
  return started;
}

async function converse(
  child: Child,
  id: string,
  onEvents: Parameters<Runner['run']>[1],
  signal: AbortSignal,
  { kill, grace = 15_000 }: RunnerOptions,
): Promise<RunnerEnd> {
  const { process, ready } = child;
  const { promise, resolve } = Promise.withResolvers<RunnerEnd>();
  let timer: NodeJS.Timeout | undefined;
  const tell = (message: ToChild): void => void (process.connected && process.send(message, () => {}));
  const stop = (): void => {
    tell({ type: 'stop', reason: signal.reason instanceof Error ? signal.reason.message : 'it was stopped' });
    timer = setTimeout(() => void kill(process.pid ?? 0), grace);
  };
  const take = async (message: Extract<FromChild, { type: 'events' }>): Promise<void> => {
    await onEvents(message.events);
    tell({ type: 'credit', size: message.size });
  };
  const hear = (message: FromChild): void => {
    if (message.type === 'events') void take(message);
    else if (message.type === 'done') resolve(message);
  };
  const die = (code: number | null, cause: string | null): void =>
    resolve({ type: 'died', how: cause ?? `exit code ${code}` });
  process.on('message', hear).once('exit', die);
  if (!(await ready)) return { type: 'died', how: 'it did not start' };
  tell({ type: 'run', run: id });
  if (signal.aborted) stop();
  else signal.addEventListener('abort', stop, { once: true });
  const end = await promise;
  clearTimeout(timer);
  process.off('message', hear).off('exit', die);
  signal.removeEventListener('abort', stop);
  return end;
}
