import { OpsError } from '../../context/errors.ts';
import type { Event } from '../../context/events.ts';
import type { Clock, System } from '../../context/host.ts';
import type { Journal, RunRecord } from '../../context/journal.ts';
import { formatLine } from '../../context/line.ts';
import { isParked } from '../../context/process.ts';
import { requestOf } from '../../run/approval/facts.ts';
import { type Limit, stopAfter } from '../../run/cancel.ts';
import { failureOf, wordsOf } from '../../run/failure.ts';
import { recover } from '../../run/record.ts';
import { watchForStop } from '../../run/stop-watch.ts';
import { warnOfOthers } from './answered.ts';
import type { End } from './follow.ts';

export interface DeathParts {
  journal: Journal;
  clock: Clock;
  processes: Pick<System, 'alive' | 'killGroup' | 'killRun'>;
  warn(message: string): void;
  signal: AbortSignal;
}

/** How a run ended whose process said nothing of it. */
export interface Death {
  end: End;
  /** What to say; nothing where it had ended well before its process died. */
  event?: Event;
}

/**
 * A run that waits for its turn has no process that could look whether it is to stop, and one whose process heeds nothing
 * is ended after its grace: the listener looks too.
 */
export function stopOf(
  row: RunRecord,
  parts: Pick<DeathParts, 'journal' | 'signal'>,
): Disposable & { signal: AbortSignal; asked(): OpsError | undefined } {
  const limit: Limit = stopAfter(parts, 0);
  let asked: OpsError | undefined;
  const watch = watchForStop(parts.journal, row.id, (reason) => {
    asked = reason;
    limit.stop(reason);
  });
  return {
    signal: limit.signal,
    asked: () => asked,
    [Symbol.dispose]: () => {
      watch[Symbol.dispose]();
      limit[Symbol.dispose]();
    },
  };
}

export function interrupted(how: string, { argv }: RunRecord): OpsError {
  return new OpsError('failed', `the run was interrupted: ${how}. It was not run again`, { hint: formatLine(argv) });
}

/** What the process left running is ended, and what it held is free. One that put its run aside had done all it should. */
export async function settleDeath(why: OpsError, ms: number, row: RunRecord, parts: DeathParts): Promise<Death> {
  const { journal, processes, clock, warn } = parts;
  const failed = failureOf(why, row.id);
  const state = why.outcome === 'cancelled' ? 'cancelled' : 'interrupted';
  const end = { ...failed.end, state, ms } as const;
  try {
    warnOfOthers(await recover(journal, processes, clock), warn);
    const aside = await parkedEnd(row, ms, journal);
    if (aside !== undefined) return aside;
    await journal.finish(row.id, { ...end, at: clock.now() });
    const found = (await journal.run(row.id)) ?? row;
    if (found.state === state) return { end, event: failed.event };
    const { outcome = 'failed', exitCode = 1, message } = found;
    const settled = { state: found.state, outcome, exitCode, ms };
    if (outcome !== 'cancelled') return { end: settled };
    return { end: settled, event: failureOf(new OpsError('cancelled', message ?? found.state), row.id).event };
  } catch (error) {
    warn(wordsOf(error));
  }
  return { end, event: failed.event };
}

async function parkedEnd({ id }: RunRecord, ms: number, journal: Journal): Promise<Death | undefined> {
  const [row, request] = await Promise.all([journal.run(id), requestOf(journal, id)]);
  if (row === undefined || request === undefined || !isParked(row)) return undefined;
  const end = { state: 'waiting', outcome: 'retry', exitCode: 75, ms, isParked: true } as const;
  return { end, event: { type: 'parked', run: id, mark: request.mark } };
}
