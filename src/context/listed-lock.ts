import type { Journal, Lock, RunRecord } from './journal.ts';
import { formatLine } from './line.ts';
import { mask } from './redact.ts';

/** What a run has locked, or waits for; without its line where the run may not stand in a list. */
export async function listedLock(
  lock: Lock,
  journal: Pick<Journal, 'run'>,
  isListed: (run: RunRecord) => boolean,
): Promise<Lock> {
  const run = await journal.run(lock.run);
  return run === undefined || isListed(run) ? lock : { ...lock, reason: formatLine([mask]) };
}
