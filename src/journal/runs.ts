import { canonical } from '../context/canonical.ts';
import { OpsError } from '../context/errors.ts';
import type { Decided, OwnKind } from '../context/evidence.ts';
import type { ProcessId } from '../context/host.ts';
import type { NewRun, RunEnd, RunFilter, RunRecord, RunStart } from '../context/journal.ts';
import type { Database, Values } from './database.ts';
import { historyQuery } from './history.ts';
import { runId } from './id.ts';
import { actorValues, folded, ownerValues, processValues, type RunRow, runOf } from './rows.ts';
import { add, change, type Key, removeRows } from './tracked.ts';

export const unfinished = `state IN ('accepted', 'waiting', 'running')`;

const theProcess = `process_host = $process_host, process_pid = $process_pid, process_started = $process_started,
  doubted_at = NULL`;

const insert = `
  INSERT INTO runs (
    id, claim, argv, actor_id, actor_name, actor_folded, origin, state, accepted_at,
    process_host, process_pid, process_started, owner_host, owner_pid, owner_started
  ) VALUES (
    $id, $claim, $argv, $actor_id, $actor_name, $actor_folded, $origin, 'accepted', $accepted_at,
    $process_host, $process_pid, $process_started, $process_host, $process_pid, $process_started
  ) ON CONFLICT DO NOTHING`;

export function acceptRun(database: Database, run: NewRun, newId = () => randomId(database)): RunRecord | undefined {
  const claim = run.claim ?? null;
  const values = {
    claim,
    argv: canonical(run.argv),
    ...actorValues(run.actor),
    actor_folded: folded(run.actor.name),
    origin: canonical(run.origin),
    accepted_at: run.at.getTime(),
    ...processValues(run.process),
  };
  return database.transaction(() => {
    for (;;) {
      const id = newId();
      const row = add(database, { table: 'runs', key: [id], kind: 'run-accepted' }, insert, { id, ...values });
      if (row !== undefined) return runOf(row as unknown as RunRow);
      const claimed = claim !== null && database.get('SELECT 1 FROM runs WHERE claim = $claim', { claim });
      if (claimed) return undefined;
    }
  });
}

export function changeRun(
  database: Database,
  id: string,
  kind: OwnKind,
  sql: string,
  values: Values = {},
  also?: object,
): boolean {
  return change(database, { table: 'runs', key: [id], kind, ...(also === undefined ? {} : { also }) }, sql, {
    id,
    ...values,
  });
}

/** SQLite's own randomness: node:crypto would cost the start of every line 5 ms. */
function randomId(database: Database): string {
  const row = database.get<{ bytes: Uint8Array }>('SELECT randomblob(8) AS bytes');
  return runId(row?.bytes ?? new Uint8Array());
}

export function startRun(database: Database, id: string, start: RunStart): void {
  const sql = `UPDATE runs SET
      command = $command, effect = $effect, environment = $environment, state = 'running', started_at = $started_at,
      ${theProcess}
    WHERE id = $id AND ${unfinished}`;
  const values = {
    command: start.command,
    effect: start.effect,
    environment: start.environment ?? null,
    started_at: start.at.getTime(),
    ...processValues(start.process),
  };
  changeUnfinished(database, id, 'run-started', sql, values, decidedOf(start));
}

const decidedOf = ({ decision }: { decision?: Decided }): object | undefined => decision && { decision };

function changeUnfinished(
  database: Database,
  id: string,
  kind: OwnKind,
  sql: string,
  values: Values = {},
  also?: object,
): void {
  database.transaction(() => {
    if (!changeRun(database, id, kind, sql, values, also)) throw notUnfinished(database, id);
  });
}

export function waitRun(database: Database, id: string, by?: ProcessId): void {
  const carrier = by === undefined ? '' : `, ${theProcess}`;
  const sql = `UPDATE runs SET state = 'waiting'${carrier} WHERE id = $id AND ${unfinished}`;
  changeUnfinished(database, id, 'run-waiting', sql, by === undefined ? {} : processValues(by));
}

/** It is again what it was: one that had not started is still to start. */
export function resumeRun(database: Database, id: string): void {
  const state = `CASE WHEN started_at IS NULL THEN 'accepted' ELSE 'running' END`;
  const sql = `UPDATE runs SET state = ${state} WHERE id = $id AND ${unfinished}`;
  changeUnfinished(database, id, 'run-resumed', sql);
}

export function restateRun(database: Database, id: string, argv: readonly string[]): void {
  const sql = `UPDATE runs SET argv = $argv WHERE id = $id AND ${unfinished}`;
  changeUnfinished(database, id, 'run-restated', sql, { argv: canonical(argv) });
}

const finish = (also = '') => `
  UPDATE runs SET ${also}
    state = $state, outcome = $outcome, exit_code = $exit_code, message = $message, finished_at = $finished_at,
    command = COALESCE(command, $command), effect = COALESCE(effect, $effect),
    environment = COALESCE(environment, $environment)
  WHERE id = $id AND ${unfinished}`;

const finishOnly = finish();
const startAndFinish = finish(`started_at = $started_at, ${theProcess},`);

/** The first end stays: a run that was cancelled does not succeed afterwards. */
export function finishRun(database: Database, id: string, end: RunEnd): void {
  const { start } = end;
  const subject = start ?? end.subject;
  const values = {
    state: end.state,
    outcome: end.outcome,
    exit_code: end.exitCode,
    message: end.message ?? null,
    finished_at: end.at.getTime(),
    command: subject?.command ?? null,
    effect: subject?.effect ?? null,
    environment: subject?.environment ?? null,
    ...(start === undefined ? {} : { started_at: start.at.getTime(), ...processValues(start.process) }),
  };
  const sql = start === undefined ? finishOnly : startAndFinish;
  database.transaction(() => {
    const isEnded = changeRun(database, id, 'run-ended', sql, values, decidedOf(start ?? end));
    if (!isEnded) return mustExist(database, id);
    releaseRun(database, id);
  });
}

/** What a run that has ended held. */
export function releaseRun(database: Database, id: string): void {
  removeRows(database, { table: 'locks', kind: 'lock-freed' }, 'run = $id', { id });
  removeRows(database, { table: 'groups', kind: 'group-removed', subject: id }, 'run = $id', { id });
}

/** Whoever is to tell of the run is another one from here on, unless that changed meanwhile. */
export function takeOver(database: Database, id: string, from: ProcessId, by: ProcessId): boolean {
  const sql = `UPDATE runs SET owner_host = $owner_host, owner_pid = $owner_pid, owner_started = $owner_started
    WHERE id = $id AND owner_host = $from_host AND owner_pid = $from_pid AND owner_started = $from_started`;
  const values = { ...ownerValues(by), from_host: from.host, from_pid: from.pid, from_started: from.started };
  return database.transaction(() => changeRun(database, id, 'run-taken-over', sql, values));
}

export function findRun(database: Database, id: string): RunRecord | undefined {
  const row = database.get<RunRow>('SELECT * FROM runs WHERE id = $id', { id });
  return row && runOf(row);
}

export function listRuns(database: Database, filter: RunFilter): RunRecord[] {
  const { sql, values } = historyQuery(filter);
  return database.all<RunRow>(sql, values).map(runOf);
}

export function addGroup(database: Database, run: string, group: ProcessId): void {
  database.transaction(() => {
    mustExist(database, run);
    const values = { run, host: group.host, pid: group.pid, started: group.started };
    const key: Key = [run, group.host, group.pid, group.started];
    const sql = 'INSERT INTO groups VALUES ($run, $host, $pid, $started) ON CONFLICT DO NOTHING';
    add(database, { table: 'groups', key, kind: 'group-added', subject: run }, sql, values);
  });
}

export function mustExist(database: Database, id: string): void {
  if (database.get('SELECT 1 FROM runs WHERE id = $id', { id }) === undefined) throw unknownRun(id);
}

export function mustBeUnfinished(database: Database, id: string): void {
  const found = database.get(`SELECT 1 FROM runs WHERE id = $id AND ${unfinished}`, { id });
  if (found === undefined) throw notUnfinished(database, id);
}

function notUnfinished(database: Database, id: string): OpsError {
  const run = findRun(database, id);
  if (run === undefined) return unknownRun(id);
  const outcome = run.outcome === undefined || run.outcome === 'ok' ? 'failed' : run.outcome;
  const hint = 'ops history';
  return new OpsError(outcome, `The run ${id} has already ended: ${run.message ?? run.state}`, { hint });
}

function unknownRun(id: string): OpsError {
  return new OpsError('bug', `The journal knows no run ${id}`);
}
