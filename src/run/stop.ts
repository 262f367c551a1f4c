import { OpsError } from '../context/errors.ts';
import { stopKind, stoppedBy } from '../context/facts.ts';
import type { Actor, System } from '../context/host.ts';
import type { Journal, RunRecord } from '../context/journal.ts';
import { isSameProcess } from '../context/process.ts';
import { endParked } from './approval/parked.ts';
import { recover } from './record.ts';

export interface StopParts {
  journal: Journal;
  /** The run that asks, and for whom. */
  run: string;
  actor: Actor;
  system: Pick<System, 'clock' | 'identify' | 'alive' | 'killGroup' | 'killRun'>;
  signal: AbortSignal;
}

/** How long a process may take that was ended, or whose end is to be written. */
const patience = 15_000;
const lookEvery = 100;

/** Asks a run to end; what does not heed for so many milliseconds is ended with all that it started. */
export async function stopRun(target: string, grace: number, parts: StopParts): Promise<RunRecord> {
  const { journal, run, actor, system, signal } = parts;
  await journal.record({ run, kind: stopKind, subject: target, data: {}, at: system.clock.now(), actor });
  await endParked(target, new OpsError('cancelled', stoppedBy(actor.name)), { journal, system });
  const heeded = await endOf(target, grace, parts);
  if (heeded.finishedAt !== undefined) return heeded;
  signal.throwIfAborted();
  if (!canBeEnded(heeded, system)) throw unheeded(heeded, system);
  await endProcess(heeded, parts);
  const ended = await endOf(target, patience, parts);
  if (ended.finishedAt === undefined) throw unheeded(ended, system);
  return ended;
}

async function endOf(target: string, ms: number, { journal, system, signal }: StopParts): Promise<RunRecord> {
  const until = system.clock.now().getTime() + ms;
  for (;;) {
    const row = await journal.run(target);
    if (row === undefined) throw new OpsError('bug', `the journal knows no run ${target}`);
    const left = until - system.clock.now().getTime();
    if (row.finishedAt !== undefined || left <= 0) return row;
    await system.clock.sleep(Math.min(lookEvery, left), signal);
  }
}

/** A line of a room that has not begun belongs to its listener, whose process is not this run's to end. */
function canBeEnded({ origin, process, owner }: RunRecord, { alive }: StopParts['system']): boolean {
  const lives = alive(process);
  return lives === false || (lives === true && (origin.type === 'terminal' || !isSameProcess(process, owner)));
}

/** Who asked is known to the journal: that is what it says of the end. */
async function endProcess({ id, process }: RunRecord, { journal, system }: StopParts): Promise<void> {
  await system.killRun(id, process);
  await system.killGroup(process);
  await recover(journal, system, system.clock);
}

function unheeded({ id, process }: RunRecord, { alive }: StopParts['system']): OpsError {
  const where = alive(process) === undefined ? `on ${process.host}` : 'here';
  return new OpsError(
    'retry',
    `run ${id} was asked to stop and has not ended yet: its process ${process.pid} ${where} does not heed`,
    {
      hint: `ops runs shows whether it has`,
    },
  );
}
