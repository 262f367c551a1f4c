import { OpsError } from '../../context/errors.ts';
import type { Event } from '../../context/events.ts';
import type { Clock, System } from '../../context/host.ts';
import type { Journal, RunRecord } from '../../context/journal.ts';
import { formatLine } from '../../context/line.ts';
import { isParked } from '../../context/process.ts';
import { requestOf } from '../../run/approval/facts.ts';
import { stopAfter } from '../../run/cancel.ts';
import { failureOf, wordsOf } from '../../run/failure.ts';
import { recover } from '../../run/record.ts';
import type { RunnerEnd } from '../../run/runner.ts';
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

/** Milliseconds from one look to the next whether nothing is left of a run. */
const lookEvery = 200;

/**
 * A run that waits for its turn has no process that could look whether it is to stop, and one whose process heeds nothing
 * is ended after its grace: the listener looks too.
 */
export function stopOf(
  row: RunRecord,
  parts: Pick<DeathParts, 'journal' | 'signal'>,
): Disposable & { signal: AbortSignal; asked(): OpsError | undefined } {
  const limit = stopAfter(parts, 0);
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

/** `isOverdue` where it had begun, and did not heed that ops was stopped. */
export function interrupted(how: RunnerEnd, { argv }: RunRecord, isOverdue: boolean): OpsError {
  const words = how.type === 'died' ? how.how : 'its process said nothing of its end';
  const why = isOverdue ? 'ops was stopped, and it did not end in time' : words;
  return new OpsError('failed', `the run was interrupted: ${why}. It was not run again`, { hint: formatLine(argv) });
}

/** What the process left running is ended, and what it held is free. One that put its run aside had done all it should. */
export async function settleDeath(why: OpsError, ms: number, row: RunRecord, parts: DeathParts): Promise<Death> {
  const failed = failureOf(why, row.id);
  const state = why.outcome === 'cancelled' ? 'cancelled' : 'interrupted';
  const end = { ...failed.end, state, ms } as const;
  try {
    const found = await endLost(end, row, parts);
    const aside = await parkedEnd(found, ms, parts.journal);
    if (aside !== undefined) return aside;
    if (found.state === state) return { end, event: failed.event };
    const { outcome = 'failed', exitCode = 1, message } = found;
    const settled = { state: found.state, outcome, exitCode, ms };
    if (outcome !== 'cancelled') return { end: settled };
    return { end: settled, event: failureOf(new OpsError('cancelled', message ?? found.state), row.id).event };
  } catch (error) {
    parts.warn(wordsOf(error));
  }
  return { end, event: failed.event };
}

/** One that had begun has ended once nothing of it is left, whoever sees to that. */
export async function endLost(end: End, row: RunRecord, parts: DeathParts): Promise<RunRecord> {
  const { journal, processes, clock, warn } = parts;
  for (;;) {
    const found = (await journal.run(row.id)) ?? row;
    if (found.finishedAt !== undefined || isParked(found)) return found;
    if (processes.alive(found.process) !== false) await finishAs(end, row, parts);
    else warnOfOthers(await recover(journal, processes, clock), warn);
    if ((await journal.run(row.id))?.finishedAt === undefined) await clock.sleep(lookEvery);
  }
}

/** Says in the journal how it ended, where that does not stand there yet. */
export async function finishAs(end: End, row: RunRecord, { journal, clock }: DeathParts): Promise<void> {
  if ((await journal.run(row.id))?.finishedAt !== undefined) return;
  const { state, outcome, exitCode, message } = end;
  const said = message === undefined ? {} : { message };
  await journal.finish(row.id, { state, outcome, exitCode, at: clock.now(), ...said });
}

async function parkedEnd(row: RunRecord, ms: number, journal: Journal): Promise<Death | undefined> {
  const request = isParked(row) ? await requestOf(journal, row.id) : undefined;
  if (request === undefined) return undefined;
  const end = { state: 'waiting', outcome: 'retry', exitCode: 75, ms, isParked: true } as const;
  return { end, event: { type: 'parked', run: row.id, mark: request.mark } };
}
