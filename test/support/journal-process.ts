import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { JournalTask } from './journal-worker.ts';

const worker = fileURLToPath(new URL('journal-worker.ts', import.meta.url));

export interface JournalProcess {
  child: ChildProcessByStdio<Writable, Readable, null>;
  /** Resolves once its code is loaded. */
  ready: Promise<void>;
  /** What it says, after which it is told to begin. */
  work(): Promise<unknown>;
  exited: Promise<unknown>;
}

/** Starts a worker that waits to be told to begin; `limit` is the largest file it may write, in 512-byte blocks. */
export function journalProcess(task: JournalTask, path: string, limit?: number): JournalProcess {
  const line = limit === undefined ? 'exec "$@"' : `ulimit -f ${limit} && exec "$@"`;
  const child = spawn('sh', ['-c', line, 'sh', process.execPath, worker, task, path], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();

  async function next(): Promise<unknown> {
    const { value, done } = await lines.next();
    if (done) throw new Error(`the ${task} process ended without a word`);
    return JSON.parse(value);
  }

  const ready = next().then(() => undefined);
  return {
    child,
    ready,
    exited,
    async work() {
      await ready;
      child.stdin.end();
      return next();
    },
  };
}

/** The same work in several processes, begun at the same moment. */
export async function together<Result>(count: number, task: JournalTask, path: string): Promise<Result[]> {
  const processes = Array.from({ length: count }, () => journalProcess(task, path));
  await Promise.all(processes.map((one) => one.ready));
  const results = await Promise.all(processes.map((one) => one.work()));
  await Promise.all(processes.map((one) => one.exited));
  const failed = results.find((result) => Object.hasOwn(Object(result), 'error'));
  if (failed !== undefined) throw new Error(`the ${task} process failed: ${JSON.stringify(failed)}`);
  return results as Result[];
}
