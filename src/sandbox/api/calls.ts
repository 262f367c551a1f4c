import type { Call } from '../sandbox.ts';
import { createBounded } from '../state/bounded.ts';

const mostCalls = 2000;
const mostBytes = 16 * 1024 * 1024;

export interface CallLog {
  readonly calls: readonly Call[];
  /** `bytes`: of the request. */
  add(call: Call, bytes: number): void;
}

/** The latest calls, oldest first; older ones are forgotten. */
export function createCallLog(): CallLog {
  const { items: calls, add } = createBounded<Call>(mostCalls, mostBytes);
  return { calls, add };
}
