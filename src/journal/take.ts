import type { ProcessId } from '../context/host.ts';
import { nobody } from '../context/process.ts';
import type { Database } from './database.ts';
import { processValues } from './rows.ts';
import { changeRun } from './runs.ts';

/** One statement: of several that take it, one changes the row. */
const take = `
  UPDATE runs SET state = 'accepted', process_host = $process_host, process_pid = $process_pid,
    process_started = $process_started, doubted_at = NULL
  WHERE id = $id AND state = 'waiting'
    AND process_host = $nobody_host AND process_pid = $nobody_pid AND process_started = $nobody_started`;

/** A run that waits and that nobody carries out is from here on carried out by that process. */
export function takeRun(database: Database, id: string, by: ProcessId): boolean {
  const { host, pid, started } = nobody;
  const values = { ...processValues(by), nobody_host: host, nobody_pid: pid, nobody_started: started };
  return database.transaction(() => changeRun(database, id, 'run-taken', take, values));
}
