import { exitCodes } from '../context/errors.ts';
import { stopKind, stoppedBy } from '../context/facts.ts';
import type { ProcessId } from '../context/host.ts';
import type { Interrupted, RunRecord } from '../context/journal.ts';
import { isParked } from '../context/process.ts';
import type { Database } from './database.ts';
import { type ActorRow, processOf, processValues, type RunRow, runOf } from './rows.ts';
import { releaseRun, unfinished } from './runs.ts';
import { change } from './tracked.ts';

const message = 'interrupted: its process ended without a word';
/** Milliseconds that a process has to vouch for itself. It looks every five seconds whether it is doubted. */
const patience = 30_000;
const sameProcess = `
  process_host = $process_host AND process_pid = $process_pid AND process_started = $process_started`;

/** Milliseconds that whoever got a run has to end what its process left behind. Then the next one gets it. */
const endingTime = 15_000;

type Fate = 'lives' | 'gone' | 'being ended' | 'doubted' | 'to be doubted';

export function recoverRuns(
  database: Database,
  alive: (process: ProcessId) => boolean | undefined,
  at: Date,
): Interrupted[] {
  const found = database.all<RunRow>(`SELECT * FROM runs WHERE ${unfinished} ORDER BY sequence`);
  const rows = found.filter((row) => !isParked({ state: row.state, process: processOf(row) }));
  const fates = rows.map((row) => ({ row, fate: fateOf(row, alive(processOf(row)), at) }));
  const doubtful = fates.filter(({ fate }) => fate === 'to be doubted');
  const gone = fates.filter(({ fate }) => fate === 'gone');
  if (doubtful.length === 0 && gone.length === 0) return [];
  return database.transaction(() => {
    for (const { row } of doubtful) doubt(database, row, at);
    return gone.flatMap(({ row }) => (row.started_at === null ? interrupt : giveOut)(database, row, at) ?? []);
  });
}

function fateOf({ doubted_at }: RunRow, isAlive: boolean | undefined, at: Date): Fate {
  if (isAlive === true) return 'lives';
  const ms = doubted_at === null ? undefined : at.getTime() - doubted_at;
  if (isAlive === false) return ms !== undefined && ms >= 0 && ms < endingTime ? 'being ended' : 'gone';
  if (ms === undefined) return 'to be doubted';
  return ms >= patience ? 'gone' : 'doubted';
}

/** False where it was doubted, handed to a living process or vouched for since it was looked at, or has ended. */
function doubt(database: Database, row: RunRow, at: Date): boolean {
  const { id, doubted_at } = row;
  return change(
    database,
    { table: 'runs', key: [id], kind: 'run-doubted', actor: null },
    `UPDATE runs SET doubted_at = $at WHERE id = $id AND ${unfinished} AND doubted_at IS $doubted_at AND ${sameProcess}`,
    { id, at: at.getTime(), doubted_at, ...processValues(processOf(row)) },
  );
}

/** It had begun: it ends once nothing of it is left. Doubted from this moment on, it is nobody else's for a while. */
function giveOut(database: Database, row: RunRow, at: Date): Interrupted | undefined {
  return doubt(database, row, at) ? { run: runOf(row), groups: groupsOf(database, row.id) } : undefined;
}

/** Ends a run that was given out at that time. */
export function interruptRun(database: Database, id: string, givenOut: Date, at: Date): RunRecord | undefined {
  const since = givenOut.getTime();
  return database.transaction(() => {
    const row = database.get<RunRow>('SELECT * FROM runs WHERE id = $id AND doubted_at = $since', { id, since });
    return row && interrupt(database, row, at)?.run;
  });
}

/** A process looks often and seldom has to write. */
export function vouchFor(database: Database, process: ProcessId): void {
  const mine = `${unfinished} AND doubted_at IS NOT NULL AND ${sameProcess}`;
  const values = processValues(process);
  const doubtful = database.all<{ id: string }>(`SELECT id FROM runs WHERE ${mine}`, values);
  if (doubtful.length === 0) return;
  database.transaction(() => {
    for (const { id } of doubtful) {
      const told = { table: 'runs', key: [id], kind: 'run-vouched', actor: null } as const;
      change(database, told, `UPDATE runs SET doubted_at = NULL WHERE id = $id AND ${mine}`, { id, ...values });
    }
  });
}

type Ending = Pick<RunRecord, 'state' | 'outcome' | 'exitCode' | 'message'>;

/** Where somebody asked it to stop, that is what happened, whatever ended its process. */
function endingOf(database: Database, id: string): Ending {
  const asked = database.get<ActorRow>(
    'SELECT actor_id, actor_name FROM facts WHERE kind = $kind AND subject = $id ORDER BY at DESC, sequence DESC LIMIT 1',
    { kind: stopKind, id },
  );
  if (asked === undefined) return { state: 'interrupted', outcome: 'failed', exitCode: exitCodes.failed, message };
  const words = stoppedBy(asked.actor_name);
  return { state: 'cancelled', outcome: 'cancelled', exitCode: exitCodes.cancelled, message: words };
}

function interrupt(database: Database, row: RunRow, at: Date): Interrupted | undefined {
  const run = runOf(row);
  const { id } = run;
  const ending = endingOf(database, id);
  // It may have ended, been handed to a living process, or been vouched for, since it was looked at.
  const changed = change(
    database,
    { table: 'runs', key: [id], kind: 'run-interrupted', actor: null },
    `UPDATE runs SET
      state = $state, outcome = $outcome, exit_code = $exit_code, message = $message, finished_at = $finished_at
    WHERE id = $id AND ${unfinished} AND ($doubted_at IS NULL OR doubted_at = $doubted_at) AND ${sameProcess}`,
    { ...endValues(id, ending, at), doubted_at: row.doubted_at, ...processValues(run.process) },
  );
  if (!changed) return undefined;
  const groups = groupsOf(database, id);
  releaseRun(database, id);
  return { run: { ...run, ...ending, finishedAt: at }, groups };
}

function groupsOf(database: Database, id: string): ProcessId[] {
  const groups = database.all<ProcessId>('SELECT host, pid, started FROM groups WHERE run = $id', { id });
  return groups.map((group) => ({ ...group }));
}

function endValues(id: string, { state, outcome = 'failed', exitCode = 1, message: said = '' }: Ending, at: Date) {
  return { id, state, outcome, exit_code: exitCode, message: said, finished_at: at.getTime() };
}
