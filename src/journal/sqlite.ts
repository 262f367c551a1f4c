import { statSync } from 'node:fs';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { Journal } from '../context/journal.ts';
import type { Database, Values } from './database.ts';
import { goneError, journalError } from './errors.ts';
import { listFacts, recordFact } from './facts.ts';
import { makeJournalFile, sameFile } from './file.ts';
import { freeLocks, listLocks, takeLock } from './locks.ts';
import { listQueue } from './queue.ts';
import { recoverRuns, vouchFor } from './recover.ts';
import {
  acceptRun,
  addGroup,
  findRun,
  finishRun,
  listRuns,
  restateRun,
  resumeRun,
  startRun,
  takeOver,
  waitRun,
} from './runs.ts';
import { upgrade } from './upgrade.ts';

export interface SqliteJournalOptions {
  /** How long to wait for another process's write, in milliseconds. @default 5000 */
  busyTimeout?: number;
}

/** The journal of one machine and its many processes. Makes the file, and its folder, where they are missing. */
export async function openSqliteJournal(path: string, options: SqliteJournalOptions = {}): Promise<Journal> {
  const { busyTimeout = 5000 } = options;
  const database = await attempt(path, () => openDatabase(path, busyTimeout));
  return journalOn(database, path);
}

export async function openDatabase(path: string, busyTimeout: number): Promise<Database> {
  makeJournalFile(path);
  const connection = new DatabaseSync(path, { timeout: busyTimeout, enableForeignKeyConstraints: true });
  try {
    // FULL: in WAL, NORMAL may forget the last commits when the power fails, and a change that began would be unknown.
    // It costs one flush a commit. fullfsync asks macOS for the same.
    connection.exec('PRAGMA synchronous = FULL; PRAGMA fullfsync = ON');
    const database = databaseOn(connection, path);
    await upgrade(database, path, busyTimeout);
    return database;
  } catch (error) {
    connection.close();
    throw error;
  }
}

function databaseOn(connection: DatabaseSync, path: string): Database {
  const opened = statSync(path);
  const statements = new Map<string, StatementSync>();

  function prepared(sql: string): StatementSync {
    const known = statements.get(sql);
    if (known !== undefined) return known;
    const statement = connection.prepare(sql);
    statements.set(sql, statement);
    return statement;
  }

  // SQLite would go on writing to the deleted file, and a second journal at the same path would grant locks again.
  function mustBeInPlace(): void {
    if (!sameFile(path, opened)) throw goneError(path);
  }

  return {
    get: <Row>(sql: string, values: Values = {}) => prepared(sql).get(values) as Row | undefined,
    all: <Row>(sql: string, values: Values = {}) => prepared(sql).all(values) as Row[],
    run(sql, values = {}) {
      mustBeInPlace();
      return Number(prepared(sql).run(values).changes);
    },
    script: (sql) => connection.exec(sql),
    transaction(work) {
      mustBeInPlace();
      return inTransaction(connection, work);
    },
    close() {
      if (connection.isOpen) connection.close();
    },
  };
}

function inTransaction<Result>(connection: DatabaseSync, work: () => Result): Result {
  // IMMEDIATE waits for its turn to write; a transaction that begins by reading may fail at its first write instead.
  connection.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    connection.exec('COMMIT');
    return result;
  } catch (error) {
    if (connection.isTransaction) connection.exec('ROLLBACK');
    throw error;
  }
}

function journalOn(database: Database, path: string): Journal {
  const doing = <Result>(work: () => Result) => attempt(path, work);
  return {
    accept: (run) => doing(() => acceptRun(database, run)),
    start: (id, start) => doing(() => startRun(database, id, start)),
    wait: (id, by) => doing(() => waitRun(database, id, by)),
    resume: (id) => doing(() => resumeRun(database, id)),
    restate: (id, argv) => doing(() => restateRun(database, id, argv)),
    finish: (id, end) => doing(() => finishRun(database, id, end)),
    run: (id) => doing(() => findRun(database, id)),
    runs: (filter = {}) => doing(() => listRuns(database, filter)),
    addGroup: (run, group) => doing(() => addGroup(database, run, group)),
    lock: (lock, { passes } = {}) => doing(() => takeLock(database, lock, passes)),
    unlock: (run) => doing(() => freeLocks(database, run)),
    locks: () => doing(() => listLocks(database)),
    queue: () => doing(() => listQueue(database)),
    record: (fact) => doing(() => recordFact(database, fact)),
    facts: (filter) => doing(() => listFacts(database, filter)),
    recover: (alive, at) => doing(() => recoverRuns(database, alive, at)),
    vouch: (process) => doing(() => vouchFor(database, process)),
    takeOver: (run, from, by) => doing(() => takeOver(database, run, from, by)),
    close: () => doing(() => database.close()),
  };
}

async function attempt<Result>(path: string, work: () => Result | Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw journalError(path, error);
  }
}
