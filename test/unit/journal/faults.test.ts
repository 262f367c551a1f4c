import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, describe, expect, it } from 'vitest';
import type { Database } from '../../../src/journal/database.ts';
import { journalError } from '../../../src/journal/errors.ts';
import { acceptRun } from '../../../src/journal/runs.ts';
import { openDatabase, openSqliteJournal } from '../../../src/journal/sqlite.ts';
import { journalProcess } from '../../support/journal-process.ts';

const folder = mkdtempSync(join(tmpdir(), "ops journal's faults-"));
// The processes that are not the superuser must get here too.
chmodSync(folder, 0o755);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = {
  argv: ['deploy', 'uat'],
  actor: { id: 'os:laptop:1000', name: 'Ana' },
  origin: { type: 'terminal', host: 'laptop', directory: '/' },
  process: { host: 'laptop', pid: 1, started: 'now' },
  at: new Date(1_000),
} as const;

async function filledJournal(name: string): Promise<string> {
  const path = join(folder, name, 'journal.db');
  const journal = await openSqliteJournal(path);
  for (let index = 0; index < 200; index += 1) await journal.accept(run);
  await journal.close();
  return path;
}

function fillWith(database: Database): void {
  for (let index = 0; index < 1000; index += 1) acceptRun(database, run);
}

function thrownBy(work: () => void): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  return undefined;
}

async function use(path: string): Promise<number> {
  const journal = await openSqliteJournal(path, { busyTimeout: 50 });
  try {
    await journal.accept(run);
    return (await journal.runs({ limit: 1000 })).length;
  } finally {
    await journal.close();
  }
}

describe('a damaged journal', () => {
  const damages: [string, (path: string) => void][] = [
    ['other words', (path) => writeFileSync(path, 'no database at all, '.repeat(1000))],
    ['three bytes', (path) => writeFileSync(path, 'ops')],
    ['half a header', (path) => truncateSync(path, 50)],
    ['its first page alone', (path) => truncateSync(path, 4096)],
    [
      'noise after the first page',
      (path) => {
        const bytes = readFileSync(path);
        writeFileSync(path, bytes.fill(0xa5, 4096));
      },
    ],
    [
      'a row that makes no sense',
      (path) => {
        const raw = new DatabaseSync(path);
        raw.exec(`UPDATE runs SET argv = '["deploy'`);
        raw.close();
      },
    ],
  ];

  it.each(damages)('of %s is named, and the hint as it stands mends it', async (name, damage) => {
    const path = await filledJournal(name);
    damage(path);
    const error = await use(path).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({
      outcome: 'config',
      message: expect.stringContaining(`The journal ${path} is damaged`),
    });
    const [, line] = /: (mkdir .*)$/.exec((error as { hint: string }).hint) ?? [];
    execFileSync('sh', ['-c', line ?? 'exit 1']);
    expect(await use(path)).toBe(1);
  });
});

describe('a journal that cannot be written', () => {
  it('is a folder', async () => {
    const path = join(folder, 'a folder');
    mkdirSync(path);
    await expect(use(path)).rejects.toMatchObject({
      outcome: 'config',
      message: `The journal ${path} is a folder, not a file`,
      hint: expect.stringContaining(join(path, 'journal.db')),
    });
  });

  it.each(['file/journal.db', 'file/deeper/journal.db'])('lies below a file: %s', async (name) => {
    writeFileSync(join(folder, 'file'), '');
    await expect(use(join(folder, name))).rejects.toMatchObject({
      outcome: 'config',
      message: expect.stringContaining(join(folder, name)),
      hint: expect.stringContaining('journal.path'),
    });
  });

  it('has a folder that nobody can make', async () => {
    await expect(use('/dev/null/ops/journal.db')).rejects.toMatchObject({ outcome: 'config' });
  });

  it('and its folder are read-only', async () => {
    const path = await filledJournal('read-only');
    chmodSync(path, 0o444);
    chmodSync(dirname(path), 0o555);
    expect(await journalProcess('acceptOneAsNobody', path).work()).toMatchObject({
      error: { outcome: 'config', message: expect.stringContaining(path), hint: expect.stringContaining('write') },
    });
  });

  it('may not be read', async () => {
    const path = await filledJournal('unreadable');
    chmodSync(path, 0);
    chmodSync(dirname(path), 0o755);
    expect(await journalProcess('acceptOneAsNobody', path).work()).toMatchObject({
      error: { outcome: 'config', message: expect.stringContaining(path) },
    });
  });

  it('was deleted while it was open', async () => {
    const path = await filledJournal('deleted');
    const journal = await openSqliteJournal(path);
    rmSync(path);
    await expect(journal.accept(run)).rejects.toMatchObject({
      outcome: 'unavailable',
      message: expect.stringContaining('deleted'),
    });
    await journal.close();
  });
});

describe('a full disk', () => {
  it('is said, and the journal goes on once there is room', async () => {
    const path = await filledJournal('full');
    const database = await openDatabase(path, 1000);
    database.script('PRAGMA max_page_count = 1');
    const error = journalError(
      path,
      thrownBy(() => fillWith(database)),
    );
    expect(error).toMatchObject({
      outcome: 'unavailable',
      message: `No room is left on the disk for the journal ${path}`,
      hint: expect.stringContaining('df -h'),
    });
    database.script('PRAGMA max_page_count = 100000');
    expect(acceptRun(database, run)).toMatchObject({ state: 'accepted' });
    database.close();
  });

  it('loses nothing that was accepted before the file could not grow', async () => {
    const path = await filledJournal('limited');
    const { accepted, error } = (await journalProcess('fill', path, 1000).work()) as {
      accepted: number;
      error: unknown;
    };
    expect(error).toMatchObject({
      outcome: 'unavailable',
      message: expect.stringContaining(path),
      hint: expect.stringContaining('df -h'),
    });
    expect(accepted).toBeGreaterThan(0);
    expect(await use(path)).toBe(Math.min(200 + accepted + 1, 1000));
  });
});

describe('a locked journal', () => {
  it('can be read but not written, until it is free again', async () => {
    const path = await filledJournal('locked');
    const journal = await openSqliteJournal(path, { busyTimeout: 20 });
    const other = new DatabaseSync(path);
    other.exec('BEGIN EXCLUSIVE');
    const retry = { outcome: 'retry', exitCode: 75, message: expect.stringContaining(path) };
    await expect(journal.accept(run)).rejects.toMatchObject(retry);
    await expect(journal.recover(() => false, run.at)).rejects.toMatchObject(retry);
    expect(await journal.runs({ limit: 1000 })).toHaveLength(200);
    other.exec('ROLLBACK');
    expect(await journal.accept(run)).toBeDefined();
    expect(await journal.recover(() => false, run.at)).toHaveLength(201);
    other.close();
    await journal.close();
  });

  it('is waited for as long as it was told', async () => {
    const path = await filledJournal('waited for');
    const journal = await openSqliteJournal(path, { busyTimeout: 0 });
    const holder = journalProcess('hang', path);
    const id = await holder.work();
    const patient = await openSqliteJournal(path, { busyTimeout: 60_000 });
    expect(await patient.accept(run)).toMatchObject({ state: 'accepted' });
    expect(await journal.run(String(id))).toMatchObject({ state: 'running' });
    holder.child.kill('SIGKILL');
    await holder.exited;
    await patient.close();
    await journal.close();
  });

  it('keeps only those waiting who write, in their order: the process goes on meanwhile', async () => {
    const path = await filledJournal('queue');
    const journal = await openSqliteJournal(path);
    const other = new DatabaseSync(path);
    other.exec('BEGIN IMMEDIATE');
    const accepting = ['one', 'two', 'three'].map((word) => journal.accept({ ...run, argv: [word] }));
    expect(await journal.runs({ limit: 1000 })).toHaveLength(200);
    other.exec('ROLLBACK');
    await Promise.all(accepting);
    expect((await journal.runs({ limit: 3 })).map(({ argv }) => argv[0])).toEqual(['three', 'two', 'one']);
    other.close();
    await journal.close();
  });

  it('is closed once all that was asked before is done', async () => {
    const path = await filledJournal('closed');
    const journal = await openSqliteJournal(path);
    const other = new DatabaseSync(path);
    other.exec('BEGIN IMMEDIATE');
    const [accepting, closing] = [journal.accept(run), journal.close()];
    other.exec('ROLLBACK');
    other.close();
    expect(await accepting).toMatchObject({ state: 'accepted' });
    await closing;
  });

  it('is begun once another program lets go of the file', async () => {
    const path = join(folder, 'let go.db');
    const other = new DatabaseSync(path);
    other.exec('BEGIN IMMEDIATE');
    const opening = openSqliteJournal(path);
    other.exec('ROLLBACK');
    other.close();
    const journal = await opening;
    expect(await journal.accept(run)).toMatchObject({ state: 'accepted' });
    await journal.close();
  });

  it('cannot be begun while another program keeps the file to itself', async () => {
    const path = join(folder, 'kept.db');
    const other = new DatabaseSync(path);
    other.exec('BEGIN EXCLUSIVE; CREATE TABLE x (y)');
    await expect(use(path)).rejects.toMatchObject({ outcome: 'retry' });
    other.exec('ROLLBACK');
    other.close();
    expect(await use(path)).toBe(1);
  });
});
