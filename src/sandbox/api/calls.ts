import type { Call } from '../sandbox.ts';

const most = 2000;

export interface CallLog {
  readonly calls: readonly Call[];
  add(call: Call): void;
}

/** The latest calls, oldest first; older ones are forgotten. */
export function createCallLog(): CallLog {
  const calls: Call[] = [];
  return {
    calls,
    add(call) {
      calls.push(call);
      if (calls.length > most) calls.splice(0, calls.length - most);
    },
  };
}
