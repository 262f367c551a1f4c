import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { SandboxError } from './errors.ts';

/** Those of this process: a number alone may be that of a process long gone, which had the same. */
const held = new Set<string>();

/** One that ended and whose parent did not look after it: it has a number, and holds nothing. Only Linux says so. */
function isZombie(pid: number): boolean {
  try {
    return /\) [ZX] [^)]*$/u.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** The process that has the lock; undefined when that one is gone. */
function holder(lock: string): number | undefined {
  let pid: number;
  try {
    pid = Number.parseInt(readFileSync(lock, 'utf8'), 10);
  } catch {
    return undefined;
  }
  if (!(pid > 0) || (pid === process.pid && !held.has(lock))) return undefined;
  return isAlive(pid) ? pid : undefined;
}

function write(path: string, lock: string): void {
  try {
    writeFileSync(lock, `${process.pid}\n`, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') throw error;
    throw new SandboxError('state_failed', `${path} cannot be locked: ${message}`, { cause: error });
  }
}

/** Keeps the file for this sandbox alone, until the answer is called. */
export function takeLock(path: string): () => void {
  const lock = `${path}.lock`;
  try {
    write(path, lock);
  } catch (error) {
    if (error instanceof SandboxError) throw error;
    const pid = holder(lock);
    if (pid !== undefined) {
      const sentence = `${path} is in use by the sandbox of process ${pid} (if there is none, remove ${lock})`;
      throw new SandboxError('state_in_use', sentence);
    }
    rmSync(lock, { force: true });
    write(path, lock);
  }
  held.add(lock);
  return () => {
    held.delete(lock);
    rmSync(lock, { force: true });
  };
}
