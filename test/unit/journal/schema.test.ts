import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, describe, expect, it } from 'vitest';
import type { Entry } from '../../../src/context/evidence.ts';
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

describe('a journal that is older than the chain', () => {
  async function upgraded(name: string) {
    const path = join(folder, name);
    const raw = new DatabaseSync(path);
    raw.exec(`${migrations.slice(0, 2).join('')}; PRAGMA application_id = ${applicationId}; PRAGMA user_version = 2`);
    raw.exec(`INSERT INTO runs (
        id, argv, actor_id, actor_name, actor_folded, origin, state, accepted_at, process_host, process_pid, process_started
      ) VALUES
        ('r1', '["deploy"]', 'a', 'A', 'a', '{"type":"terminal","host":"box","directory":"/"}', 'running', 0, 'box', 7, 'then'),
        ('r2', '["help"]', 'a', 'A', 'a', '{"type":"terminal","host":"box","directory":"/"}', 'succeeded', 0, 'box', 7, 'then');
      INSERT INTO locks VALUES ('uat', 'r1', 'a', 'A', 'ops deploy', 0);
      INSERT INTO facts VALUES (5, 'r2', 'deployment', 'web/uat', '{"v": 1, "a": 2}', 0, 'a', 'A')`);
    raw.close();
    return { path, journal: await openSqliteJournal(path) };
  }

  it('is told of whole where the chain begins, and goes on from there', async () => {
    const { journal } = await upgraded('older.db');
    const entries: Entry[] = [];
    for await (const entry of journal.entries()) entries.push(entry);
    expect(entries.map(({ kind, row }) => [kind, row?.table, row?.key])).toEqual([
      ['journal-begun', undefined, undefined],
      ['row-imported', 'runs', 'r1'],
      ['row-imported', 'runs', 'r2'],
      ['row-imported', 'locks', 'uat'],
      ['row-imported', 'facts', '5'],
    ]);
    expect(entries[0]?.facts).toEqual({ imported: { runs: 2, locks: 1, facts: 1 } });
    expect(await journal.facts({ kind: 'deployment' })).toMatchObject([{ data: { v: 1, a: 2 } }]);
    await journal.finish('r1', { state: 'succeeded', outcome: 'ok', exitCode: 0, at: new Date(9) });
    expect(await journal.verify()).toMatchObject({ problems: [], rows: 3 });
    await journal.close();
  });

  it('cannot be changed from then on', async () => {
    const { path, journal } = await upgraded('changed.db');
    const raw = new DatabaseSync(path);
    raw.exec(`UPDATE runs SET actor_name = 'Eve' WHERE id = 'r2'`);
    raw.close();
    expect((await journal.verify()).problems).toEqual([
      { where: 'runs r2', what: 'actor_name is "Eve"; as of entry 3 it is "A"' },
    ]);
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
