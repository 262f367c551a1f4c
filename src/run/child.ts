import { type ChildProcess, fork } from 'node:child_process';
import { childFlags } from './child-flags.ts';

export interface ChildOptions {
  /** The module that a child runs, and its arguments. */
  worker: string;
  args: readonly string[];
  cwd: string;
}

export interface Child {
  process: ChildProcess;
  /** Resolves when it waits for a run; with false where it has ended before. */
  ready: Promise<boolean>;
  /**
   * Aborted, with how it ended, once it has ended and all that it said was heard. A promise would keep whatever waits for
   * it for as long as the child lives, and with it all of a run.
   */
  gone: AbortSignal;
}

/** How long to wait for the last words of a child that has ended. */
const lastWords = 1000;

// A group of its own: Ctrl-C in the listener's terminal is the listener's to pass on.
export function startChild({ worker, args, cwd }: ChildOptions, onGone: () => void): Child {
  const child = fork(worker, args, {
    cwd,
    detached: true,
    serialization: 'advanced',
    execArgv: [...childFlags],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = new Promise<string>((resolve) => {
    child.once('exit', (code, signal) =>
      resolve(signal === null ? `left with code ${code}` : `was ended by ${signal}`),
    );
    // With a pid, it is only that something could not be said to it any more.
    child.on('error', ({ message }) => child.pid === undefined && resolve(`could not be started: ${message}`));
  });
  void ended.then(onGone);
  const gone = new AbortController();
  const { promise: ready, resolve } = Promise.withResolvers<boolean>();
  child.once('message', () => resolve(true));
  void ended.then(async (how) => {
    await allHeard(child);
    gone.abort(`its process ${how}`);
    resolve(false);
  });
  return { process: child, ready, gone: gone.signal };
}

/** The system can tell of a child's end before its last messages are read. */
async function allHeard(child: ChildProcess): Promise<void> {
  if (!child.connected) return;
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, lastWords);
  child.once('disconnect', resolve);
  await promise;
  clearTimeout(timer);
}
