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

function childrenListsOf(parent: number): string[] {
  try {
    const tasks = readdirSync(`/proc/${parent}/task`);
    return tasks.map((task) => readFileSync(`/proc/${parent}/task/${task}/children`, 'utf8'));
  } catch {
    return [];
  }
}

/** The processes that one has started; none where it has ended meanwhile. */
export function childrenOf(parent: number): number[] {
  return childrenListsOf(parent)
    .join(' ')
    .split(' ')
    .filter((pid) => pid !== '')
    .map(Number);
}
