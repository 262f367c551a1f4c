import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { NewRun } from '../../../src/context/journal.ts';
import { takeLock } from '../../../src/journal/locks.ts';
import { acceptRun, addGroup, finishRun } from '../../../src/journal/runs.ts';
import { openDatabase } from '../../../src/journal/sqlite.ts';

const folder = mkdtempSync(join(tmpdir(), 'ops-runs-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run: NewRun = {
  argv: ['deploy', 'uat'],
  actor: { id: 'os:laptop:1000', name: 'Ana' },
  origin: { type: 'terminal', host: 'laptop', directory: '/' },
  process: { host: 'laptop', pid: 1, started: 'now' },
  at: new Date(1_000),
};

describe('acceptRun', () => {
  it('takes another id where the first one is taken', async () => {
    const database = await openDatabase(join(folder, 'ids.db'), 1000);
    const ids = ['aaaaaaaa', 'aaaaaaaa', 'bbbbbbbb', 'aaaaaaaa', 'cccccccc'];
    const next = () => ids.shift() ?? 'none left';
    expect(acceptRun(database, run, next)?.id).toBe('aaaaaaaa');
    expect(acceptRun(database, run, next)?.id).toBe('bbbbbbbb');
    expect(acceptRun(database, { ...run, claim: 'once' }, next)?.id).toBe('cccccccc');
    database.close();
  });
});

describe('finishRun', () => {
  it('leaves no lock and no group behind', async () => {
    const database = await openDatabase(join(folder, 'finish.db'), 1000);
    const id = acceptRun(database, run)?.id ?? '';
    takeLock(database, { key: 'shop/uat', run: id, actor: run.actor, reason: 'ops deploy uat', since: run.at });
    addGroup(database, id, run.process);
    const left = () =>
      database.get<object>('SELECT (SELECT count(*) FROM locks) + (SELECT count(*) FROM groups) AS rows');
    expect(left()).toEqual({ rows: 2 });
    finishRun(database, id, { state: 'succeeded', outcome: 'ok', exitCode: 0, at: run.at });
    expect(left()).toEqual({ rows: 0 });
    database.close();
  });
});

describe('openDatabase', () => {
  it('flushes every commit to the disk', async () => {
    const database = await openDatabase(join(folder, 'flush.db'), 1000);
    expect(database.get<object>('PRAGMA synchronous')).toEqual({ synchronous: 2 });
    expect(database.get<object>('PRAGMA journal_mode')).toEqual({ journal_mode: 'wal' });
    database.close();
  });
});
