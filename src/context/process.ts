import type { ProcessId } from './host.ts';
import type { RunRecord } from './journal.ts';

/** Who carries out a run that waits without a process: the journal alone knows of it, and whoever takes it goes on. */
export const nobody: ProcessId = { host: '', pid: 0, started: '' };

/** It waits, and no process with it. */
export function isParked({ state, process }: Pick<RunRecord, 'state' | 'process'>): boolean {
  return state === 'waiting' && isSameProcess(process, nobody);
}

export function isSameProcess(one: ProcessId, other: ProcessId): boolean {
  return one.host === other.host && one.pid === other.pid && one.started === other.started;
}
