import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readText } from '../../src/system/proc.ts';

/** Whether a process runs: one that has ended and was not yet noticed by its parent does not. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ');
  } catch {
    return false;
  }
}

/** What a thread has started; nothing where it has ended meanwhile, as threads do while their process goes on. */
function childrenOfTask(path: string): number[] {
  const list = readText(join(path, 'children')) ?? '';
  return list.split(' ').flatMap((pid) => (pid === '' ? [] : [Number(pid)]));
}

/** The processes that one has started; none where it has ended meanwhile. */
export function childrenOf(parent: number): number[] {
  const tasks = `/proc/${parent}/task`;
  try {
    return readdirSync(tasks).flatMap((task) => childrenOfTask(join(tasks, task)));
  } catch {
    return [];
  }
}
