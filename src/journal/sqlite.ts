import { statSync } from 'node:fs';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { Verification } from '../context/evidence.ts';
import type { Journal, VerifyOptions } from '../context/journal.ts';
import type { Database, Values } from './database.ts';
import { isPruningDue } from './due.ts';
import { appendEntry, findHead, readEntries } from './entries.ts';
import { goneError, isBusy, journalError } from './errors.ts';
import { listFacts, recordFact, recordNext } from './facts.ts';
import { makeJournalFile, sameFile } from './file.ts';
import { createFlush } from './flush.ts';
import { hasten } from './hasten.ts';
import { freeLocks, listLocks, takeLock } from './locks.ts';
import { createPatience, type Patiently, standingStill } from './patience.ts';
import { usePolicy } from './policies.ts';
import { listQueue } from './queue.ts';
import { interruptRun, recoverRuns, vouchFor } from './recover.ts';
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
import { createSynchronous } from './synchronous.ts';
import { takeRun } from './take.ts';
import { upgrade } from './upgrade.ts';

export interface SqliteJournalOptions {
  /** How long to wait for another process's write, in milliseconds. @default 5000 */
  busyTimeout?: number;
}

/** The journal of one machine and its many processes. Makes the file, and its folder, where they are missing. */
export async function openSqliteJournal(path: string, options: SqliteJournalOptions = {}): Promise<Journal> {
  const { busyTimeout = 5000 } = options;
  const database = await attempt(path, () => openDatabase(path, busyTimeout));
  const { flush, close } = createFlush(path);
  const patience = (): Patiently => createPatience(busyTimeout, isBusy);
  const journal = journalOn(database, path, { writing: patience(), reading: patience() });
  return hasten(journal, { waitForDisk: database.waitForDisk, flush: () => attempt(path, flush), close });
}

export async function openDatabase(path: string, busyTimeout: number): Promise<Database> {
  makeJournalFile(path);
  const connection = new DatabaseSync(path, {
    timeout: Math.min(busyTimeout, standingStill),
    enableForeignKeyConstraints: true,
  });
  const inTurn = createPatience(busyTimeout, isBusy);
  try {
    // fullfsync asks macOS for what FULL asks the others for.
    await inTurn(() => connection.exec('PRAGMA synchronous = FULL; PRAGMA fullfsync = ON'));
    const database = databaseOn(connection, path);
    await upgrade(database, path, inTurn);
    return database;
  } catch (error) {
    connection.close();
    throw error;
  }
}

function databaseOn(connection: DatabaseSync, path: string): Database {
  const opened = statSync(path);
  const statements = new Map<string, StatementSync>();
  const { waitForDisk, apply } = createSynchronous((sql) => connection.exec(sql));

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
    tuples: <Tuple>(sql: string, values: Values = {}) => {
      const statement = prepared(sql);
      statement.setReturnArrays(true);
      return statement.all(values) as unknown as Tuple[];
    },
    iterate: <Row>(sql: string, values: Values = {}) => connection.prepare(sql).iterate(values) as Iterable<Row>,
    all: <Row>(sql: string, values: Values = {}) => prepared(sql).all(values) as Row[],
    run(sql, values = {}) {
      if (!connection.isTransaction) {
        mustBeInPlace();
        apply();
      }
      return Number(prepared(sql).run(values).changes);
    },
    script: (sql) => connection.exec(sql),
    waitForDisk,
    transaction(work) {
      mustBeInPlace();
      apply();
      // IMMEDIATE waits for its turn to write; what begins by reading may fail at its first write instead.
      prepared('BEGIN IMMEDIATE').run();
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
  return { ...databaseOn(connection, path), [Symbol.dispose]: () => connection.close() };
}

/** What the schema of a journal is: see `verifySchema`. */
function openEmpty(): Database & Disposable {
  const connection = new DatabaseSync(':memory:');
  for (const migration of migrations) connection.exec(migration);
  return { ...databaseOn(connection, '.'), [Symbol.dispose]: () => connection.close() };
}

async function verify(path: string, options: VerifyOptions): Promise<Verification> {
  const { verifyJournal } = await import('./verify.ts');
  using reader = openReader(path);
  using empty = openEmpty();
  return await verifyJournal(reader, empty, options);
}

/** What reads does not wait for what writes. */
function journalOn(
  database: Database,
  path: string,
  patiently: { writing: Patiently; reading: Patiently },
): Omit<Journal, 'flush'> {
  const reading = <Result>(work: () => Result) => attempt(path, () => patiently.reading(work));
  const writing = <Result>(work: () => Result) => attempt(path, () => patiently.writing(work));
  return {
    accept: (run) => writing(() => acceptRun(database, run)),
    start: (id, start) => writing(() => startRun(database, id, start)),
    wait: (id, by) => writing(() => waitRun(database, id, by)),
    resume: (id) => writing(() => resumeRun(database, id)),
    take: (id, by) => writing(() => takeRun(database, id, by)),
    restate: (id, argv) => writing(() => restateRun(database, id, argv)),
    finish: (id, end) => writing(() => finishRun(database, id, end)),
    run: (id) => reading(() => findRun(database, id)),
    runs: (filter = {}) => reading(() => listRuns(database, filter)),
    addGroup: (run, group) => writing(() => addGroup(database, run, group)),
    lock: (lock, { passes } = {}) => writing(() => takeLock(database, lock, passes)),
    unlock: (run) => writing(() => freeLocks(database, run)),
    queue: () => reading(() => listQueue(database)),
    locks: () => reading(() => listLocks(database)),
    record: (fact) => writing(() => recordFact(database, fact)),
    recordNext: (filter, decide) => writing(() => recordNext(database, filter, decide)),
    facts: (filter) => reading(() => listFacts(database, filter)),
    recover: (alive, at) => writing(() => recoverRuns(database, alive, at)),
    interrupt: (run, givenOut, at) => writing(() => interruptRun(database, run, givenOut, at)),
    vouch: (process) => writing(() => vouchFor(database, process)),
    takeOver: (run, from, by) => writing(() => takeOver(database, run, from, by)),
    usePolicy: (text, actor) => writing(() => usePolicy(database, text, actor)),
    append: (entry) => writing(() => appendEntry(database, entry)),
    head: () => reading(() => findHead(database)),
    entries: (filter = {}) => attemptEach(path, readEntries(database, filter)),
    verify: (options = {}) => attempt(path, () => verify(path, options)),
    prune: async (retention) => {
      if (!(await reading(() => isPruningDue(database, retention)))) return 0;
      const { prune } = await import('./prune.ts');
      return writing(() => prune(database, retention));
    },
    close: () => writing(() => database.close()),
  };
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
