import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, describe, expect, it } from 'vitest';
import { openSqliteJournal } from '../../../src/journal/sqlite.ts';
import { journalConformance } from '../../contract/journal.ts';

const folder = mkdtempSync(join(tmpdir(), 'ops-journal-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

journalConformance('SQLite', (store) => openSqliteJournal(join(folder, `${store}.db`)));

const run = {
  argv: ['deploy', 'uat'],
  actor: { id: 'os:laptop:1000', name: 'Ana' },
  origin: { type: 'terminal', host: 'laptop', directory: '/' },
  process: { host: 'laptop', pid: 1, started: 'now' },
  at: new Date(1_000),
} as const;

function lockOf(id: string) {
  return { key: 'shop/uat', run: id, actor: run.actor, reason: 'ops deploy uat', since: run.at };
}

async function acceptedIn(path: string): Promise<{ id: string; other: string }> {
  const journal = await openSqliteJournal(path);
  const [one, two] = [await journal.accept(run), await journal.accept(run)];
  await journal.lock(lockOf(one?.id ?? ''));
  await journal.close();
  return { id: one?.id ?? '', other: two?.id ?? '' };
}

function edit(path: string, sql: string): void {
  const raw = new DatabaseSync(path, { enableForeignKeyConstraints: false });
  raw.exec(sql);
  raw.close();
}

function mode(path: string): string {
  return (statSync(path).mode & 0o777).toString(8);
}

describe('the file of a SQLite journal', () => {
  it('is made with its folder, for its owner alone and out of git', async () => {
    const path = join(folder, 'project', '.ops', 'journal.db');
    const journal = await openSqliteJournal(path);
    await journal.accept(run);
    expect([path, `${path}-wal`, join(path, '..')].map(mode)).toEqual(['600', '600', '700']);
    expect(readFileSync(join(path, '..', '.gitignore'), 'utf8')).toBe('*\n');
    await journal.close();
  });

  it('brings no .gitignore into a folder that was there', async () => {
    const there = join(folder, 'there');
    mkdirSync(there);
    await (await openSqliteJournal(join(there, 'journal.db'))).close();
    expect(existsSync(join(there, '.gitignore'))).toBe(false);
  });

  it('may be empty to begin with', async () => {
    const path = join(folder, 'empty.db');
    writeFileSync(path, '');
    const journal = await openSqliteJournal(path);
    expect(await journal.accept(run)).toMatchObject({ state: 'accepted' });
    await journal.close();
  });

  it.each(["it's a journal.db", 'question?mode=ro#.db', '日本.db', '%41.db'])('may be called %s', async (name) => {
    const path = join(folder, name);
    await acceptedIn(path);
    expect(existsSync(path)).toBe(true);
    const journal = await openSqliteJournal(path);
    expect(await journal.runs()).toHaveLength(2);
    await journal.close();
  });
});

describe('a lock of which no run tells', () => {
  it('is free when its run ended without freeing it', async () => {
    const path = join(folder, 'ended.db');
    const { id, other } = await acceptedIn(path);
    edit(path, `UPDATE runs SET state = 'failed' WHERE id = '${id}'`);
    const journal = await openSqliteJournal(path);
    expect(await journal.locks()).toEqual([]);
    expect(await journal.lock(lockOf(other))).toEqual({ taken: true });
    await journal.close();
  });

  it('is held when its run cannot be found', async () => {
    const path = join(folder, 'lost.db');
    const { id, other } = await acceptedIn(path);
    edit(path, `DELETE FROM runs WHERE id = '${id}'`);
    const journal = await openSqliteJournal(path);
    expect(await journal.lock(lockOf(other))).toEqual({ taken: false, held: lockOf(id) });
    expect(await journal.locks()).toEqual([lockOf(id)]);
    await journal.close();
  });
});
