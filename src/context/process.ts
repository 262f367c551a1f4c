import type { ProcessId } from './host.ts';

export function isSameProcess(one: ProcessId, other: ProcessId): boolean {
  return one.host === other.host && one.pid === other.pid && one.started === other.started;
}
