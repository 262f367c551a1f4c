import { readdirSync, readFileSync } from 'node:fs';

/** Whether a process runs: one that has ended and was not yet noticed by its parent does not. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ');
  } catch {
    return false;
  }
}

/** The processes that one has started. */
export function childrenOf(parent: number): number[] {
  const tasks = readdirSync(`/proc/${parent}/task`);
  const lists = tasks.map((task) => readFileSync(`/proc/${parent}/task/${task}/children`, 'utf8'));
  return lists
    .join(' ')
    .split(' ')
    .filter((pid) => pid !== '')
    .map(Number);
}
