import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, describe, expect, it } from 'vitest';
import type { RunFilter } from '../../../src/context/journal.ts';
import { historyQuery } from '../../../src/journal/history.ts';
import { applicationId, migrations, type SchemaState, schemaState } from '../../../src/journal/schema.ts';
import { openSqliteJournal } from '../../../src/journal/sqlite.ts';

const folder = mkdtempSync(join(tmpdir(), 'ops-schema-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const known = migrations.length;
const filters: RunFilter[] = [
  { command: 'deploy' },
  { environment: 'uat' },
  { actor: 'Ana' },
  { outcome: 'ok' },
  { states: ['running'] },
  { since: new Date(0) },
];

describe('schemaState', () => {
  it.each<[string, number, number, number, SchemaState]>([
    ['an empty file', 0, 0, 0, 'older'],
    ['a journal of this version', applicationId, known, 12, 'current'],
    ['a journal of an older version', applicationId, known - 1, 12, 'older'],
    ['a journal of a newer version', applicationId, known + 1, 12, 'newer'],
    ['tables of somebody else', 0, 0, 1, 'foreign'],
    ['a version of somebody else', 0, known, 0, 'foreign'],
    ['a mark of somebody else', 7, 0, 0, 'foreign'],
  ])('%s', (_, application, version, objects, state) => {
    expect(schemaState({ application, version, objects })).toBe(state);
  });
});

describe('a journal of the first version', () => {
  it('is brought up to date: whoever carried a run out tells of it, and is given a day where it cannot be looked at', async () => {
    const path = join(folder, 'first.db');
    const raw = new DatabaseSync(path);
    raw.exec(`${migrations[0]}; PRAGMA application_id = ${applicationId}; PRAGMA user_version = 1`);
    raw.exec(`INSERT INTO runs (
      id, argv, actor_id, actor_name, actor_folded, origin, state, accepted_at, process_host, process_pid, process_started
    ) VALUES ('r1', '["deploy"]', 'a', 'a', 'a', '{"type":"terminal"}', 'running', 0, 'box', 7, 'then')`);
    raw.close();
    const journal = await openSqliteJournal(path);
    const process = { host: 'box', pid: 7, started: 'then' };
    expect(await journal.run('r1')).toMatchObject({ process, owner: process });
    const later = (hours: number): Date => new Date(Date.now() + hours * 3_600_000);
    expect(await journal.recover(() => undefined, later(23))).toEqual([]);
    expect(await journal.recover(() => undefined, later(25))).toHaveLength(1);
    await journal.close();
  });
});

describe('opening a file with another schema', () => {
  function fileWith(name: string, sql: string): string {
    const path = join(folder, name);
    const raw = new DatabaseSync(path);
    raw.exec(sql);
    raw.close();
    return path;
  }

  it('refuses a journal of a newer version, naming both and what to do', async () => {
    const path = join(folder, 'newer.db');
    await (await openSqliteJournal(path)).close();
    fileWith('newer.db', 'PRAGMA user_version = 99');
    await expect(openSqliteJournal(path)).rejects.toMatchObject({
      outcome: 'config',
      message: `The journal ${path} has version 99; this ops knows versions up to ${known}`,
      hint: expect.stringContaining('npm install'),
    });
  });

  it("refuses another program's database, and leaves it as it was", async () => {
    const path = fileWith('cookies.db', 'CREATE TABLE cookies (name TEXT)');
    await expect(openSqliteJournal(path)).rejects.toMatchObject({
      outcome: 'config',
      message: expect.stringContaining(path),
      hint: expect.stringContaining('journal.path'),
    });
    const raw = new DatabaseSync(path);
    expect(raw.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'delete' });
    expect(raw.prepare('SELECT name FROM sqlite_schema').all()).toEqual([{ name: 'cookies' }]);
    raw.close();
  });

  it('finds an index for every filter of the history', async () => {
    const path = join(folder, 'plans.db');
    await (await openSqliteJournal(path)).close();
    const raw = new DatabaseSync(path);
    for (const filter of filters) {
      const { sql, values } = historyQuery(filter);
      const plan = raw.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(values);
      expect(JSON.stringify(plan), sql).toMatch(/SEARCH runs USING INDEX runs_/);
    }
    raw.close();
  });
});
