import { OpsError } from '../context/errors.ts';
import type { Clock } from '../context/host.ts';

export interface Patience {
  clock: Clock;
  /** Aborted when there is no more time: it is tried once more then. */
  signal: AbortSignal;
  /** Milliseconds after which it is given up. */
  most: number;
}

const longestPause = 5000;

/** Tries again what the journal did not take. False where it never did. */
export async function insist(write: () => Promise<void>, { clock, signal, most }: Patience): Promise<boolean> {
  const until = clock.now().getTime() + most;
  for (let pause = 500; ; pause = Math.min(pause * 2, longestPause)) {
    await clock.sleep(pause, signal).catch(() => {});
    try {
      await write();
      return true;
    } catch (error) {
      if (!isPassing(error) || signal.aborted || clock.now().getTime() >= until) return false;
    }
  }
}

/** Whether what is wrong with the journal may be over soon: another process has it, or the disk is full. */
export function isPassing(error: unknown): boolean {
  if (!(error instanceof OpsError) || error.details?.['gone'] === true) return false;
  return error.outcome === 'retry' || error.outcome === 'unavailable';
}
