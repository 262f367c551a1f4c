import type { ProcessId } from '../context/host.ts';
import type { Interrupted, RunRecord } from '../context/journal.ts';
import type { Database } from './database.ts';
import { processOf, processValues, type RunRow, runOf } from './rows.ts';
import { unfinished } from './runs.ts';

const message = 'interrupted: its process ended without a word';

export function recoverRuns(database: Database, alive: (process: ProcessId) => boolean, at: Date): Interrupted[] {
  const rows = database.all<RunRow>(`SELECT * FROM runs WHERE ${unfinished} ORDER BY sequence`);
  const dead = rows.filter((row) => !alive(processOf(row)));
  if (dead.length === 0) return [];
  return database.transaction(() => dead.flatMap((row) => interrupt(database, runOf(row), at) ?? []));
}

function interrupt(database: Database, run: RunRecord, at: Date): Interrupted | undefined {
  const { id } = run;
  // It may have ended, or been handed to a living process, since it was looked at.
  const changed = database.run(
    `UPDATE runs SET
      state = 'interrupted', outcome = 'failed', exit_code = 1, message = $message, finished_at = $finished_at
    WHERE id = $id AND ${unfinished}
      AND process_host = $process_host AND process_pid = $process_pid AND process_started = $process_started`,
    { id, message, finished_at: at.getTime(), ...processValues(run.process) },
  );
  if (changed === 0) return undefined;
  const groups = database.all<ProcessId>('SELECT host, pid, started FROM groups WHERE run = $id', { id });
  database.run('DELETE FROM groups WHERE run = $id', { id });
  database.run('DELETE FROM locks WHERE run = $id', { id });
  const ended = { ...run, state: 'interrupted', outcome: 'failed', exitCode: 1, message, finishedAt: at } as const;
  return { run: ended, groups: groups.map((group) => ({ ...group })) };
}
