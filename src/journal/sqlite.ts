import { statSync } from 'node:fs';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { Verification } from '../context/evidence.ts';
import type { Journal, Retention, VerifyOptions } from '../context/journal.ts';
import type { Database, Values } from './database.ts';
import { isPruningDue } from './due.ts';
import { appendEntry, findHead, readEntries } from './entries.ts';
import { goneError, isBusy, journalError } from './errors.ts';
import { listFacts, recordFact } from './facts.ts';
import { makeJournalFile, sameFile } from './file.ts';
import { freeLocks, listLocks, takeLock } from './locks.ts';
import { usePolicy } from './policies.ts';
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
import { migrations } from './schema.ts';
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
    const database = databaseOn(connection, path, busyTimeout);
    await upgrade(database, path, busyTimeout);
    connection.exec(`PRAGMA busy_timeout = ${Math.min(busyTimeout, lookFor)}`);
    return database;
  } catch (error) {
    connection.close();
    throw error;
  }
}

/** SQLite itself looks ever more seldom whether it is its turn: where many write, it may never be. */
const lookFor = 25;

function patiently<Result>(busyTimeout: number, work: () => Result): Result {
  const deadline = performance.now() + busyTimeout;
  for (;;) {
    try {
      return work();
    } catch (error) {
      if (!isBusy(error) || performance.now() >= deadline) throw error;
    }
  }
}

function databaseOn(connection: DatabaseSync, path: string, busyTimeout: number): Database {
  const opened = statSync(path);
  const statements = new Map<string, StatementSync>();
  const inTurn = <Result>(work: () => Result): Result => patiently(busyTimeout, work);

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
    get: <Row>(sql: string, values: Values = {}) => inTurn(() => prepared(sql).get(values)) as Row | undefined,
    tuples: <Tuple>(sql: string, values: Values = {}) => {
      const statement = prepared(sql);
      statement.setReturnArrays(true);
      return inTurn(() => statement.all(values)) as unknown as Tuple[];
    },
    iterate: <Row>(sql: string, values: Values = {}) => connection.prepare(sql).iterate(values) as Iterable<Row>,
    all: <Row>(sql: string, values: Values = {}) => inTurn(() => prepared(sql).all(values)) as Row[],
    run(sql, values = {}) {
      if (!connection.isTransaction) mustBeInPlace();
      return Number(inTurn(() => prepared(sql).run(values)).changes);
    },
    script: (sql) => connection.exec(sql),
    transaction(work) {
      mustBeInPlace();
      // IMMEDIATE waits for its turn to write; what begins by reading may fail at its first write instead.
      inTurn(() => prepared('BEGIN IMMEDIATE').run());
      try {
        const result = work();
        prepared('COMMIT').run();
        return result;
      } catch (error) {
        if (connection.isTransaction) connection.exec('ROLLBACK');
        throw error;
      }
    },
    close() {
      if (connection.isOpen) connection.close();
    },
  };
}

/** Sees the journal as it was at its first look, whatever is written meanwhile. */
function openReader(path: string): Database & Disposable {
  const connection = new DatabaseSync(path, { readOnly: true });
  connection.exec('PRAGMA cache_size = -65536; PRAGMA mmap_size = 1073741824; BEGIN');
  return { ...databaseOn(connection, path, 0), [Symbol.dispose]: () => connection.close() };
}

/** What the schema of a journal is: see `verifySchema`. */
function openEmpty(): Database & Disposable {
  const connection = new DatabaseSync(':memory:');
  for (const migration of migrations) connection.exec(migration);
  return { ...databaseOn(connection, '.', 0), [Symbol.dispose]: () => connection.close() };
}

async function verify(path: string, options: VerifyOptions): Promise<Verification> {
  const { verifyJournal } = await import('./verify.ts');
  using reader = openReader(path);
  using empty = openEmpty();
  return await verifyJournal(reader, empty, options);
}

function journalOn(database: Database, path: string): Journal {
  const doing = <Result>(work: () => Result | Promise<Result>) => attempt(path, work);
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
    lock: (lock) => doing(() => takeLock(database, lock)),
    unlock: (run) => doing(() => freeLocks(database, run)),
    locks: () => doing(() => listLocks(database)),
    record: (fact) => doing(() => recordFact(database, fact)),
    facts: (filter) => doing(() => listFacts(database, filter)),
    recover: (alive, at) => doing(() => recoverRuns(database, alive, at)),
    vouch: (process) => doing(() => vouchFor(database, process)),
    takeOver: (run, from, by) => doing(() => takeOver(database, run, from, by)),
    usePolicy: (text, actor) => doing(() => usePolicy(database, text, actor)),
    append: (entry) => doing(() => appendEntry(database, entry)),
    head: () => doing(() => findHead(database)),
    entries: (filter = {}) => attemptEach(path, readEntries(database, filter)),
    verify: (options = {}) => doing(() => verify(path, options)),
    prune: (retention) => doing(() => (isPruningDue(database, retention) ? prune(database, retention) : 0)),
    close: () => doing(() => database.close()),
  };
}

async function prune(database: Database, retention: Retention): Promise<number> {
  const pruning = await import('./prune.ts');
  return pruning.prune(database, retention);
}

async function* attemptEach<Item>(path: string, items: AsyncIterable<Item>): AsyncIterable<Item> {
  try {
    yield* items;
  } catch (error) {
    throw journalError(path, error);
  }
}

async function attempt<Result>(path: string, work: () => Result | Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw journalError(path, error);
  }
}
