import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { Entry } from '../../../src/context/evidence.ts';
import { stopKind } from '../../../src/context/facts.ts';
import type { Journal } from '../../../src/context/journal.ts';
import { openSqliteJournal } from '../../../src/journal/sqlite.ts';
import { deployIn, editFile } from '../../support/chain.ts';

const folder = mkdtempSync(join(tmpdir(), 'ops-prune-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const day = 86_400_000;
const keep = 400 * day;
/** A day later than it takes for all that is written now to be too old. */
const later = (): Date => new Date(Date.now() + keep + 2 * day);
const actor = { id: 'os:laptop:1000', name: 'Ana' };
const process = { host: 'laptop', pid: 1, started: 'now' };

let count = 0;
let path: string;
let journal: Journal;

beforeEach(async () => {
  count += 1;
  path = join(folder, `${count}.db`);
  journal = await openSqliteJournal(path);
  return () => journal.close();
});

async function look(): Promise<string> {
  const origin = { type: 'terminal', host: 'laptop', directory: '/' } as const;
  const { id = '' } = (await journal.accept({ argv: ['help'], actor, origin, process, at: new Date() })) ?? {};
  await journal.start(id, { command: 'help', effect: 'read', environment: undefined, process, at: new Date() });
  await journal.finish(id, { state: 'succeeded', outcome: 'ok', exitCode: 0, at: new Date() });
  return id;
}

async function entries(): Promise<Entry[]> {
  const found: Entry[] = [];
  for await (const entry of journal.entries()) found.push(entry);
  return found;
}

const problems = async () => (await journal.verify()).problems;
const ids = async () => (await journal.runs()).map(({ id }) => id);

describe('pruning', () => {
  it('removes runs that ended long ago with their entries, and says through where', async () => {
    await look();
    await look();
    const { sequence: through = 0, hash = '' } = (await journal.head()) ?? {};
    await journal.append({ kind: 'code-enrolled', subject: 'uat' });
    expect(await journal.prune({ keep, now: later() })).toBe(through);
    expect(await ids()).toEqual([]);
    const [left, pruned, ...more] = await entries();
    expect([left?.kind, more]).toEqual(['code-enrolled', []]);
    expect(left?.previous).toBe(hash);
    expect(pruned).toMatchObject({
      kind: 'journal-pruned',
      subject: `${through}:${hash}`,
      facts: { through, hash, entries: through, keep, runs: 2, facts: 0, policies: 0, carried: 0 },
    });
    expect(await journal.verify()).toMatchObject({ problems: [], pruned: { through, hash }, entries: 2, rows: 0 });
  });

  it('leaves what is young, and what is hardly too old', async () => {
    await look();
    for (const days of [0, 399, 400.5]) {
      expect(await journal.prune({ keep, now: new Date(Date.now() + days * day) })).toBe(0);
    }
    expect(await entries()).toHaveLength(4);
  });

  it('carries over what is under way, what it holds, and what was recorded for later', async () => {
    const deployed = await deployIn(journal);
    const stop = { run: await look(), kind: stopKind, subject: 'x', data: {}, at: new Date(), actor };
    await journal.record(stop);
    const origin = { type: 'terminal', host: 'laptop', directory: '/' } as const;
    const { id = '' } = (await journal.accept({ argv: ['deploy'], actor, origin, process, at: new Date() })) ?? {};
    await journal.lock({ key: 'prod', run: id, actor, reason: 'ops deploy prod', since: new Date() });
    await journal.addGroup(id, process);
    const digest = await journal.usePolicy('{"rules":[1]}', actor);
    await journal.append({ kind: 'code-enrolled', subject: 'uat' });
    await journal.prune({ keep, now: later() });

    expect((await ids()).sort()).toEqual([deployed, id].sort());
    expect(await journal.facts({ kind: 'deployment' })).toHaveLength(1);
    expect(await journal.facts({ kind: stopKind })).toEqual([]);
    expect(await journal.locks()).toHaveLength(1);
    const [, ...carried] = (await entries()).map(({ kind, row }) => [kind, row?.table, row?.key]);
    expect(carried.slice(0, -1).sort()).toEqual([
      ['row-carried', 'facts', '1'],
      ['row-carried', 'groups', JSON.stringify([id, 'laptop', 1, 'now'])],
      ['row-carried', 'locks', 'prod'],
      ['row-carried', 'policies', digest],
      ...[deployed, id].sort().map((run) => ['row-carried', 'runs', run]),
    ]);
    expect(await problems()).toEqual([]);
    await journal.finish(id, { state: 'succeeded', outcome: 'ok', exitCode: 0, at: new Date() });
    expect(await problems()).toEqual([]);
    editFile(path, (file) => file.exec(`UPDATE facts SET data = '{}'`));
    expect(await problems()).toMatchObject([{ where: 'facts 1' }]);
  });

  it('forgets a policy that nothing names any more, and tells it anew should it decide again', async () => {
    const old = await journal.usePolicy('{"rules":[1]}', actor);
    await journal.usePolicy('{"rules":[2]}', actor);
    await look();
    await journal.prune({ keep, now: later() });
    expect(await journal.usePolicy('{"rules":[1]}', actor)).toBe(old);
    expect((await entries()).at(-1)).toMatchObject({ kind: 'policy-changed', facts: { row: { digest: old } } });
    expect(await problems()).toEqual([]);
  });

  it('goes on where it left off, some entries at a time', async () => {
    for (let run = 0; run < 4; run += 1) await look();
    const now = later();
    const removed: number[] = [];
    for (let turn = 0; turn < 4; turn += 1) {
      removed.push(await journal.prune({ keep, now, most: 5 }));
      expect(await problems()).toEqual([]);
    }
    expect(removed.every((some) => some > 0 && some <= 5)).toBe(true);
    expect(await ids()).toHaveLength(0);
  });

  it('removes nothing while something is not as it was written', async () => {
    const id = await look();
    await look();
    editFile(path, (file) => file.exec(`UPDATE runs SET state = 'failed' WHERE id = '${id}'`));
    expect(await journal.prune({ keep, now: later() })).toBe(0);
    expect(await problems()).toMatchObject([{ where: `runs ${id}` }]);
  });

  it('lets a head be shown from where it cut, and says of an older one that it cannot', async () => {
    await look();
    const [, old] = await entries();
    const { sequence = 0, hash = '' } = (await journal.head()) ?? {};
    await journal.append({ kind: 'code-enrolled', subject: 'uat' });
    await journal.prune({ keep, now: later() });
    expect((await journal.verify({ head: { sequence, hash } })).problems).toEqual([]);
    expect((await journal.verify({ head: { sequence: undefined, hash } })).problems).toEqual([]);
    const wrong = await journal.verify({ head: { sequence, hash: 'f'.repeat(64) } });
    expect(wrong.problems).toMatchObject([{ what: expect.stringContaining('the chain was rewritten') }]);
    const gone = await journal.verify({ head: { sequence: 2, hash: old?.hash ?? '' } });
    expect(gone.problems).toMatchObject([{ what: 'entry 2 was pruned: the first that can be shown is 5' }]);
  });
});
