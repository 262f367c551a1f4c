import { exitCodes } from '../context/errors.ts';
import { stopKind, stoppedBy } from '../context/facts.ts';
import type { ProcessId } from '../context/host.ts';
import type { Interrupted, RunRecord } from '../context/journal.ts';
import { isParked } from '../context/process.ts';
import type { Database } from './database.ts';
import { type ActorRow, processOf, processValues, type RunRow, runOf } from './rows.ts';
import { unfinished } from './runs.ts';

const message = 'interrupted: its process ended without a word';
/** Milliseconds that a process has to vouch for itself. It looks every five seconds whether it is doubted. */
const patience = 30_000;
const sameProcess = `
  process_host = $process_host AND process_pid = $process_pid AND process_started = $process_started`;

type Fate = 'lives' | 'gone' | 'doubted' | 'to be doubted';

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
    return gone.flatMap(({ row }) => interrupt(database, row, at) ?? []);
  });
}

function fateOf({ doubted_at }: RunRow, isAlive: boolean | undefined, at: Date): Fate {
  if (isAlive !== undefined) return isAlive ? 'lives' : 'gone';
  if (doubted_at === null) return 'to be doubted';
  return at.getTime() - doubted_at >= patience ? 'gone' : 'doubted';
}

function doubt(database: Database, row: RunRow, at: Date): void {
  database.run(
    `UPDATE runs SET doubted_at = $at WHERE id = $id AND ${unfinished} AND doubted_at IS NULL AND ${sameProcess}`,
    { id: row.id, at: at.getTime(), ...processValues(processOf(row)) },
  );
}

/** A process looks often and seldom has to write. */
export function vouchFor(database: Database, process: ProcessId): void {
  const mine = `${unfinished} AND doubted_at IS NOT NULL AND ${sameProcess}`;
  const values = processValues(process);
  if (database.get(`SELECT 1 FROM runs WHERE ${mine}`, values) === undefined) return;
  database.run(`UPDATE runs SET doubted_at = NULL WHERE ${mine}`, values);
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
  const changed = database.run(
    `UPDATE runs SET
      state = $state, outcome = $outcome, exit_code = $exit_code, message = $message, finished_at = $finished_at
    WHERE id = $id AND ${unfinished} AND ($doubted_at IS NULL OR doubted_at = $doubted_at) AND ${sameProcess}`,
    { ...endValues(id, ending, at), doubted_at: row.doubted_at, ...processValues(run.process) },
  );
  if (changed === 0) return undefined;
  const groups = database.all<ProcessId>('SELECT host, pid, started FROM groups WHERE run = $id', { id });
  database.run('DELETE FROM groups WHERE run = $id', { id });
  database.run('DELETE FROM locks WHERE run = $id', { id });
  return { run: { ...run, ...ending, finishedAt: at }, groups: groups.map((group) => ({ ...group })) };
}

function endValues(id: string, { state, outcome = 'failed', exitCode = 1, message: said = '' }: Ending, at: Date) {
  return { id, state, outcome, exit_code: exitCode, message: said, finished_at: at.getTime() };
}
