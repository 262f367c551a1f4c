import { realpathSync } from 'node:fs';
import { type FileHandle, open, rename } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import type { SandboxOptions } from '../sandbox.ts';
import { SandboxError } from './errors.ts';
import { loadState } from './load.ts';
import { takeLock } from './lock.ts';
import { savedLines } from './saved.ts';
import type { Workspace } from './workspace.ts';

/** Milliseconds from a change to its being saved. */
const pause = 300;
/** Saving takes this share of the time at most. */
const share = 10;
/** Characters that are handed over at once. */
const batch = 256 * 1024;

export interface Keeper {
  /** Something may be different. */
  changed(): void;
  /** Saves what is left, and gives the file free. */
  close(): Promise<void>;
}

async function writeLines(file: FileHandle, lines: Iterable<string>): Promise<void> {
  let texts: string[] = [];
  let length = 0;
  for (const line of lines) {
    texts.push(line, '\n');
    length += line.length;
    if (length < batch) continue;
    await file.appendFile(texts.join(''));
    texts = [];
    length = 0;
  }
  await file.appendFile(texts.join(''));
}

/** Written aside and put in place at once: who reads the file finds all of it, whatever happens meanwhile. */
async function save(path: string, workspace: Workspace): Promise<void> {
  const aside = `${path}.new`;
  const lines = savedLines(workspace);
  const file = await open(aside, 'w', 0o600);
  try {
    await file.chmod(0o600);
    await writeLines(file, lines);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(aside, path);
}

const failed = (path: string, error: unknown): SandboxError =>
  new SandboxError('state_failed', `${path} cannot be written to: ${(error as Error).message}`, { cause: error });

interface Saver {
  changed(): void;
  finish(): Promise<void>;
}

/** Saves a while after a change, and rarely where saving takes long. */
function createSaver(path: string, workspace: Workspace, warn: (message: string) => void): Saver {
  let isDirty = false;
  let isOver = false;
  let complained = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  const run = async (): Promise<void> => {
    const began = performance.now();
    isDirty = false;
    try {
      await save(path, workspace);
      complained = false;
    } catch (error) {
      if (!complained) warn(failed(path, error).message);
      complained = true;
    }
    running = undefined;
    if (isDirty) schedule(Math.max(pause, (performance.now() - began) * share));
  };
  const schedule = (ms: number): void => {
    timer = setTimeout(() => {
      timer = undefined;
      running = run();
    }, ms).unref();
  };
  return {
    changed() {
      if (isOver) return;
      isDirty = true;
      if (!timer && !running) schedule(pause);
    },
    async finish() {
      clearTimeout(timer);
      await running;
      clearTimeout(timer);
      isOver = true;
      if (!isDirty && !complained) return;
      await save(path, workspace).catch((error: unknown) => Promise.reject(failed(path, error)));
    },
  };
}

function followLinks(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

/** Brings the workspace to what the file says, and the file to what the workspace becomes. */
export async function keepState(
  workspace: Workspace,
  options: SandboxOptions,
  warn: (message: string) => void,
): Promise<Keeper> {
  if (options.state === undefined) return { changed() {}, close: async () => {} };
  const path = followLinks(options.state);
  const release = takeLock(path);
  try {
    await loadState(path, workspace, options);
    await save(path, workspace).catch((error: unknown) => Promise.reject(failed(path, error)));
  } catch (error) {
    release();
    throw error;
  }
  const saver = createSaver(path, workspace, warn);
  const unfollow = workspace.changes.follow(saver.changed);
  return {
    changed: saver.changed,
    close: () => {
      unfollow();
      return saver.finish().finally(release);
    },
  };
}
