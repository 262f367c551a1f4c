import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, describe, expect, it } from 'vitest';
import { nobody } from '../../../src/context/process.ts';
import { openSqliteJournal } from '../../../src/journal/sqlite.ts';
import { journalProcess, together } from '../../support/journal-process.ts';

const folder = mkdtempSync(join(tmpdir(), 'ops-processes-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function integrity(path: string): unknown {
  const raw = new DatabaseSync(path);
  const found = raw.prepare('PRAGMA integrity_check').get();
  raw.close();
  return found;
}

describe('a journal that several processes use at once', () => {
  it('can be verified while others write', async () => {
    const path = join(folder, 'verified.db');
    const { child, work, exited } = journalProcess('hang', path);
    await work();
    const journal = await openSqliteJournal(path, { busyTimeout: 60_000 });
    const seen = new Set<number>();
    while (seen.size < 5) {
      const { entries, problems } = await journal.verify();
      expect(problems).toEqual([]);
      seen.add(entries);
    }
    child.kill('SIGKILL');
    await exited;
    await journal.close();
  });

  it('is made once by 20 that begin together, time and again', async () => {
    const path = join(folder, 'made');
    const ids = await together<string[]>(20, 'makeMany', path);
    for (const index of ids[0]?.keys() ?? []) {
      const file = join(path, `${index}`, '.ops', 'journal.db');
      const journal = await openSqliteJournal(file);
      expect((await journal.runs()).map((run) => run.id).sort()).toEqual(ids.map((one) => one[index]).sort());
      await journal.close();
      expect(readFileSync(join(file, '..', '.gitignore'), 'utf8')).toBe('*\n');
      expect(integrity(file)).toEqual({ integrity_check: 'ok' });
    }
  });

  it('gives each of 100 claims to one of 8', async () => {
    const path = join(folder, 'claims.db');
    const won = (await together<string[]>(8, 'claims', path)).flat();
    expect(won.sort()).toEqual(Array.from({ length: 100 }, (_, index) => `claim ${index}`).sort());
    const journal = await openSqliteJournal(path);
    expect(await journal.runs({ limit: 1000 })).toHaveLength(100);
    expect(await journal.verify()).toMatchObject({ entries: 101, rows: 100, problems: [] });
    await journal.close();
  });

  it('never has two holders of a lock', async () => {
    const path = join(folder, 'locks.db');
    const results = await together<{ taken: number; violations: number }>(6, 'locks', path);
    expect(results.reduce((sum, result) => sum + result.violations, 0)).toBe(0);
    expect(results.reduce((sum, result) => sum + result.taken, 0)).toBeGreaterThan(0);
    const journal = await openSqliteJournal(path);
    expect((await journal.verify()).problems).toEqual([]);
    await journal.close();
  });

  it('gives each run that waits for somebody to one of 6 that take it', async () => {
    const path = join(folder, 'takes.db');
    await together<string[]>(1, 'claims', path);
    const journal = await openSqliteJournal(path);
    const ids = (await journal.runs({ limit: 1000 })).map(({ id }) => id);
    for (const id of ids) await journal.wait(id, nobody);
    const taken = (await together<string[]>(6, 'takes', path)).flat();
    expect(taken.sort()).toEqual(ids.sort());
    const left = await journal.runs({ states: ['waiting'] });
    await journal.close();
    expect(left).toEqual([]);
  });

  it('lets nobody record in between what one of 4 looks at and what it makes of it', async () => {
    const came = (await together<number[]>(4, 'nexts', join(folder, 'nexts.db'))).flat();
    expect(came.sort((one, other) => one - other)).toEqual(Array.from({ length: 120 }, (_, index) => index));
  });

  it('gives each dead run to one of 6 that recover', async () => {
    const path = join(folder, 'recover.db');
    const made = (await together<string[]>(1, 'claims', path)).flat();
    const recovered = (await together<string[]>(6, 'recover', path)).flat();
    expect(recovered).toHaveLength(made.length);
    expect(new Set(recovered).size).toBe(made.length);
  });

  it('survives kill -9 in the middle of a change: interrupted once, lock free, nothing lost', async () => {
    const path = join(folder, 'killed.db');
    const { child, work, exited } = journalProcess('hang', path);
    const id = await work();
    const journal = await openSqliteJournal(path, { busyTimeout: 60_000 });
    while ((await journal.facts({ kind: 'noise' })).length === 0)
      await new Promise((resolve) => setTimeout(resolve, 5));
    expect(await journal.locks()).toMatchObject([{ run: id }]);
    child.kill('SIGKILL');
    await exited;

    const at = new Date();
    const found = await journal.recover((process) => process.pid !== child.pid, at);
    expect(found).toMatchObject([
      { run: { id, command: 'deploy', state: 'running' }, groups: [{ host: 'laptop', pid: 4_000_000 }] },
    ]);
    expect(await journal.recover(() => false, at)).toEqual([]);
    expect(await journal.locks()).toHaveLength(1);
    expect(await journal.interrupt(String(id), at, new Date())).toMatchObject({ state: 'interrupted' });
    expect(await journal.locks()).toEqual([]);
    expect((await journal.verify()).problems).toEqual([]);
    await journal.close();
    expect(integrity(path)).toEqual({ integrity_check: 'ok' });
  });
});
