import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { constants } from 'node:os';
import { OpsError } from '../context/errors.ts';
import type { Exec, ExecOptions, ExecResult } from '../context/system.ts';
import { inheritedEnvironment } from './environment.ts';
import { createLineSplitter } from './lines.ts';
import { createPictureReader } from './pictures.ts';
import { type Consumer, type Reading, readStreams, type StreamName, within } from './reader.ts';
import { refuseUnrunnable, spawnFailure } from './spawn-failure.ts';
import { endTree, type Tree, ticksOf } from './tree.ts';
import { type UnfinishedLine, watchUnfinished } from './unfinished.ts';

const mostCollected = 64 * 2 ** 20;

/** Programs run with a few variables of `base`, in a process group of their own, and never through a shell. */
export function createExec(base: Readonly<Record<string, string | undefined>>): Exec {
  return async (file, args, options = {}) => {
    if (options.signal?.aborted) throw reasonOf(options.signal);
    const env = { ...inheritedEnvironment(base, options.inherit), ...options.env };
    const cwd = options.cwd ?? process.cwd();
    refuseUnrunnable(file, args, env, cwd);
    const child = await (options.onLines === undefined ? ask : start)(file, args, env, cwd);
    const consumer = options.onLines === undefined ? collect(file) : passOn(options.onLines, options.onProgress);
    return supervise(child, consumer, options);
  };
}

type Child = ChildProcess & {
  pid: number;
  stdout: NonNullable<ChildProcess['stdout']>;
  stderr: NonNullable<ChildProcess['stderr']>;
};

type Start = (file: string, args: readonly string[], env: Record<string, string>, cwd: string) => Promise<Child>;

const start: Start = async (file, args, env, cwd) => {
  const { execa } = await import('execa');
  const options = {
    cwd,
    env,
    extendEnv: false,
    stdin: 'ignore',
    buffer: false,
    reject: false,
    detached: true,
  } as const;
  const subprocess = execa(file, args, options);
  if (subprocess.pid === undefined) throw spawnFailure(file, cwd, (await subprocess).cause);
  return subprocess.nodeChildProcess as Child;
};

/** A question, such as one to git, is answered before execa would be loaded. */
const ask: Start = async (file, args, env, cwd) => {
  const child = trySpawn(file, args, env, cwd);
  if (child.pid === undefined) throw spawnFailure(file, cwd, (await once(child, 'error'))[0]);
  return child as Child;
};

function trySpawn(file: string, args: readonly string[], env: Record<string, string>, cwd: string): ChildProcess {
  try {
    return spawn(file, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  } catch (error) {
    throw spawnFailure(file, cwd, error);
  }
}

interface Collector extends Consumer {
  result(): Pick<ExecResult, 'stdout' | 'stderr'>;
}

async function supervise(child: Child, consumer: Collector, options: ExecOptions): Promise<ExecResult> {
  const tree = treeOf(child, options);
  const reading = readStreams(child, consumer);
  const exited = new Promise<number>((resolve) => {
    child.once('exit', (code, signal) => resolve(code ?? 128 + constants.signals[signal ?? 'SIGKILL']));
  });
  options.onStart?.(child.pid);
  const stopping = stopOf(options.signal, reading);
  try {
    const exitCode = await Promise.race([exited, stopping.promise]);
    await Promise.race([reading.finish(), stopping.promise]);
    return { exitCode, ...consumer.result() };
  } catch (reason) {
    if (child.exitCode === null && child.signalCode === null) await endTree(tree, options.grace);
    // Its last words, unless whoever takes them is held back.
    await within(reading.finish(), 200).catch(() => {});
    throw reason;
  } finally {
    reading.close();
    stopping[Symbol.dispose]();
  }
}

function treeOf({ pid }: Child, { env }: ExecOptions): Tree {
  const since = ticksOf(pid);
  return {
    root: pid,
    ...(since === undefined ? {} : { since }),
    ...(env?.OPS_RUN ? { marker: `OPS_RUN=${env.OPS_RUN}` } : {}),
  };
}

/** Rejects when the run is stopped, or when nobody can take the output any more. */
function stopOf(signal: AbortSignal | undefined, reading: Reading): Disposable & { promise: Promise<never> } {
  const { promise, reject } = Promise.withResolvers<never>();
  promise.catch(() => {});
  reading.failed.catch(reject);
  const stop = (): void => reject(signal === undefined ? undefined : reasonOf(signal));
  signal?.addEventListener('abort', stop, { once: true });
  return { promise, [Symbol.dispose]: () => signal?.removeEventListener('abort', stop) };
}

function reasonOf({ reason }: AbortSignal): OpsError {
  return reason instanceof OpsError ? reason : new OpsError('cancelled', 'it was stopped', { cause: reason });
}

function passOn(
  onLines: NonNullable<ExecOptions['onLines']>,
  onProgress: NonNullable<ExecOptions['onProgress']> = () => {},
): Collector {
  const splitters = { stdout: createLineSplitter(), stderr: createLineSplitter() };
  const pictures = { stdout: createPictureReader(), stderr: createPictureReader() };
  const watch = (stream: StreamName): UnfinishedLine =>
    watchUnfinished(splitters[stream].unfinished, (text) => onProgress(stream, text));
  const unfinished = { stdout: watch('stdout'), stderr: watch('stderr') };
  const pass = (stream: StreamName, text: string | undefined): undefined | Promise<void> =>
    text === undefined ? undefined : onLines(stream, text, pictures[stream].take());
  return {
    chunk: (stream, bytes) => {
      const lines = splitters[stream].push(pictures[stream].push(bytes));
      unfinished[stream].heard(lines !== undefined);
      return pass(stream, lines);
    },
    end: async (stream) => {
      unfinished[stream].end();
      await pass(stream, splitters[stream].push(pictures[stream].end()));
      await pass(stream, splitters[stream].end());
    },
    result: () => ({ stdout: '', stderr: '' }),
  };
}

function collect(file: string): Collector {
  const chunks: Record<'stdout' | 'stderr', Buffer[]> = { stdout: [], stderr: [] };
  let size = 0;
  const textOf = (stream: 'stdout' | 'stderr'): string =>
    Buffer.concat(chunks[stream])
      .toString('utf8')
      .replace(/\r?\n$/, '');
  return {
    chunk: (stream, bytes) => {
      size += bytes.length;
      if (size > mostCollected) throw new OpsError('failed', `${file} printed more than 64 MB, and was stopped`);
      chunks[stream].push(bytes);
      return undefined;
    },
    end: () => undefined,
    result: () => ({ stdout: textOf('stdout'), stderr: textOf('stderr') }),
  };
}
