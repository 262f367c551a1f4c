import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Entry, EntryFilter } from '../../src/context/evidence.ts';
import { queueKind, stopKind } from '../../src/context/facts.ts';
import type { Actor, Origin, ProcessId } from '../../src/context/host.ts';
import type { Fact, Journal, Lock, NewRun, RunEnd, RunStart, RunState } from '../../src/context/journal.ts';

/** Opens the store of that name; the same name again is another connection to the same store. */
export type OpenJournal = (store: string) => Promise<Journal>;

const ana: Actor = { id: 'os:laptop:1000', name: 'Ana' };
const bjorn: Actor = { id: 'slack:T1:U2', name: 'Björn Ñ' };
const terminal: Origin = { type: 'terminal', host: 'laptop', directory: '/srv/shop' };
const room = { type: 'room', team: 'T1', channel: 'C1', message: '1763.1', thread: '1763.0' } as const;
const living: ProcessId = { host: 'laptop', pid: 100, started: 'monday' };
const dead: ProcessId = { host: 'laptop', pid: 200, started: 'monday' };
const nobody: ProcessId = { host: '', pid: 0, started: '' };
const stillLives = (process: ProcessId) => process.pid === living.pid;
const ended: readonly RunState[] = ['succeeded', 'failed', 'denied', 'cancelled', 'timed out', 'interrupted'];

function at(seconds: number): Date {
  return new Date(Date.UTC(2026, 0, 1, 12, 0, seconds));
}

function newRun(run: Partial<NewRun> = {}): NewRun {
  return { argv: ['deploy', 'uat'], actor: ana, origin: terminal, process: living, at: at(0), ...run };
}

function startOf(start: Partial<RunStart> = {}): RunStart {
  return { command: 'deploy', effect: 'change', environment: 'uat', process: living, at: at(1), ...start };
}

function endOf(end: Partial<RunEnd> = {}): RunEnd {
  return { state: 'succeeded', outcome: 'ok', exitCode: 0, at: at(9), ...end };
}

function lockOf(run: string, lock: Partial<Lock> = {}): Lock {
  return { key: 'shop/uat', run, actor: ana, reason: 'ops deploy uat', since: at(2), ...lock };
}

function factOf(run: string, fact: Partial<Fact> = {}): Fact {
  return { run, kind: 'deployed', subject: 'shop/uat', data: { version: 'v1' }, at: at(5), actor: ana, ...fact };
}

async function accepted(journal: Journal, run: Partial<NewRun> = {}): Promise<string> {
  const record = await journal.accept(newRun(run));
  if (record === undefined) throw new Error('the claim was taken');
  return record.id;
}

async function entriesIn(journal: Journal, filter?: EntryFilter): Promise<Entry[]> {
  const found: Entry[] = [];
  for await (const entry of journal.entries(filter)) found.push(entry);
  return found;
}

/** What every journal must do, whatever keeps it. */
export function journalConformance(name: string, open: OpenJournal): void {
  let count = 0;
  let journal: Journal;
  let again: () => Promise<Journal>;

  beforeEach(async () => {
    count += 1;
    const store = `store-${count}`;
    const opened: Journal[] = [];
    again = async () => {
      const another = await open(store);
      opened.push(another);
      return another;
    };
    journal = await again();
    return async () => {
      // Whatever a test did, the chain tells all of it.
      expect((await journal.verify()).problems).toEqual([]);
      for (const one of opened) await one.close();
    };
  });

  describe(`${name}: accept`, () => {
    it('makes a row in state accepted, with nothing known that was not said', async () => {
      const record = await journal.accept(newRun({ origin: room, actor: bjorn }));
      expect(record).toEqual({
        id: expect.stringMatching(/^[0-9a-hjkmnp-tv-z]{8}$/),
        command: undefined,
        argv: ['deploy', 'uat'],
        actor: bjorn,
        origin: room,
        environment: undefined,
        effect: undefined,
        state: 'accepted',
        outcome: undefined,
        exitCode: undefined,
        message: undefined,
        acceptedAt: at(0),
        startedAt: undefined,
        finishedAt: undefined,
        process: living,
        owner: living,
      });
      expect(await journal.run(record?.id ?? '')).toEqual(record);
    });

    it('takes a claim once, through whichever connection', async () => {
      const other = await again();
      expect(await journal.accept(newRun({ claim: 'T1/C1/1763.1' }))).toBeDefined();
      expect(await other.accept(newRun({ claim: 'T1/C1/1763.1' }))).toBeUndefined();
      expect(await journal.accept(newRun({ claim: 'T1/C1/1763.1' }))).toBeUndefined();
      expect(await journal.accept(newRun({ claim: 'T1/C1/1763.2' }))).toBeDefined();
      expect(await journal.runs()).toHaveLength(2);
    });

    it('keeps a claim taken after its run has ended', async () => {
      const id = await accepted(journal, { claim: 'once' });
      await journal.finish(id, endOf());
      expect(await journal.accept(newRun({ claim: 'once' }))).toBeUndefined();
    });

    it('accepts any number of runs without a claim, each with an id of its own', async () => {
      const ids = await Promise.all(Array.from({ length: 20 }, () => accepted(journal)));
      expect(new Set(ids).size).toBe(20);
    });

    it.each<[string, string[]]>([
      ['no words', []],
      ['empty words', ['', '']],
      ['NUL', ['a\0b', '\0']],
      ['lone surrogates', ['\ud800', 'x\udfffy']],
      ['emoji, right-to-left and combining marks', ['🚀', '\u202eabc', 'e\u0301']],
      ['quotes, newlines and escapes', [`'"\\`, 'a\nb', '\u001b[31m', '$(x); DROP TABLE runs']],
      ['40,000 characters', ['x'.repeat(40_000)]],
    ])('gives argv back as it was: %s', async (_, argv) => {
      const id = await accepted(journal, { argv });
      expect((await journal.run(id))?.argv).toEqual(argv);
    });
  });

  describe(`${name}: take`, () => {
    const parked = async (): Promise<string> => {
      const id = await accepted(journal, { process: dead });
      await journal.wait(id, nobody);
      return id;
    };

    it('gives a run that waits and that nobody carries out to the first that asks', async () => {
      const id = await parked();
      const other = await again();
      expect(await other.take(id, living)).toBe(true);
      expect(await journal.take(id, dead)).toBe(false);
      expect(await journal.run(id)).toMatchObject({ state: 'accepted', process: living, owner: dead });
    });

    it('gives nothing that somebody carries out, that has ended, or that is not there', async () => {
      const [accept, waits, over] = [await accepted(journal), await accepted(journal), await parked()];
      await journal.wait(waits, dead);
      await journal.finish(over, endOf({ state: 'cancelled' }));
      const rows = await journal.runs();
      for (const id of [accept, waits, over, 'nothing0']) expect(await journal.take(id, living)).toBe(false);
      expect(await journal.runs()).toEqual(rows);
    });

    it('is for a run that outlives all processes: it is not interrupted, and keeps its place', async () => {
      const id = await parked();
      expect(await journal.recover(() => undefined, at(100))).toEqual([]);
      expect(await journal.recover(() => false, at(1000))).toEqual([]);
      expect(await journal.run(id)).toMatchObject({ state: 'waiting', process: nobody });
      await journal.take(id, dead);
      expect(await journal.recover(stillLives, at(1000))).toMatchObject([{ run: { id, state: 'interrupted' } }]);
    });
  });

  describe(`${name}: start, wait, finish`, () => {
    it('start says what the line turned out to be and who carries it out', async () => {
      const id = await accepted(journal);
      await journal.start(id, startOf({ process: dead }));
      expect(await journal.run(id)).toMatchObject({
        state: 'running',
        command: 'deploy',
        effect: 'change',
        environment: 'uat',
        startedAt: at(1),
        process: dead,
        owner: living,
      });
    });

    it('a run without an environment has none', async () => {
      const id = await accepted(journal);
      await journal.start(id, startOf({ command: 'history', effect: 'read', environment: undefined }));
      expect(await journal.run(id)).toMatchObject({ effect: 'read', environment: undefined });
    });

    it('wait says that it waits, and a later start that it runs', async () => {
      const id = await accepted(journal);
      await journal.wait(id);
      expect((await journal.run(id))?.state).toBe('waiting');
      await journal.start(id, startOf());
      expect((await journal.run(id))?.state).toBe('running');
    });

    it('wait says who waits, where that is another process than accepted it', async () => {
      const id = await accepted(journal);
      await journal.wait(id, dead);
      expect(await journal.run(id)).toMatchObject({ state: 'waiting', process: dead, owner: living });
    });

    it('resume gives back the state that it had before it waited', async () => {
      const [before, during] = [await accepted(journal), await accepted(journal)];
      await journal.start(during, startOf());
      for (const id of [before, during]) {
        await journal.wait(id);
        await journal.resume(id);
      }
      expect(await journal.run(before)).toMatchObject({ state: 'accepted', startedAt: undefined });
      expect(await journal.run(during)).toMatchObject({ state: 'running', startedAt: at(1) });
    });

    it('restate makes the line another one, until the run has ended', async () => {
      const id = await accepted(journal, { argv: ['rerun', 'k3f9'] });
      await journal.restate(id, ['deploy', 'uat']);
      expect(await journal.run(id)).toMatchObject({ argv: ['deploy', 'uat'], state: 'accepted' });
      await journal.finish(id, endOf({ state: 'cancelled', outcome: 'cancelled', exitCode: 130 }));
      await expect(journal.restate(id, ['deploy', 'prod'])).rejects.toMatchObject({ outcome: 'cancelled' });
      expect((await journal.run(id))?.argv).toEqual(['deploy', 'uat']);
    });

    it('finish keeps how it ended and when', async () => {
      const id = await accepted(journal);
      await journal.finish(id, endOf({ state: 'failed', outcome: 'failed', exitCode: 3, message: 'no\0room' }));
      expect(await journal.run(id)).toMatchObject({
        state: 'failed',
        outcome: 'failed',
        exitCode: 3,
        message: 'no\0room',
        finishedAt: at(9),
      });
    });

    it('finish says what the line was where it never started, and leaves what start said', async () => {
      const subject = { command: 'rollback', effect: 'change', environment: 'prod' } as const;
      const refused = await accepted(journal);
      await journal.finish(refused, endOf({ state: 'denied', outcome: 'denied', exitCode: 77, subject }));
      expect(await journal.run(refused)).toMatchObject(subject);
      const started = await accepted(journal);
      await journal.start(started, startOf());
      await journal.finish(started, endOf({ subject }));
      expect(await journal.run(started)).toMatchObject({ command: 'deploy', environment: 'uat' });
    });

    it.each(ended)('the first end stays: %s', async (state) => {
      const id = await accepted(journal);
      await journal.finish(id, endOf({ state, outcome: 'cancelled', exitCode: 130, message: 'first' }));
      const first = await journal.run(id);
      await journal.finish(id, endOf({ state: 'succeeded', at: at(20), message: 'second' }));
      expect(await journal.run(id)).toEqual(first);
    });

    it('a run that was cancelled does not start, nor wait', async () => {
      const id = await accepted(journal);
      await journal.finish(id, endOf({ state: 'cancelled', outcome: 'cancelled', exitCode: 130 }));
      const refusal = { outcome: 'cancelled', message: expect.stringContaining(id) };
      await expect(journal.start(id, startOf())).rejects.toMatchObject(refusal);
      await expect(journal.wait(id)).rejects.toMatchObject(refusal);
      await expect(journal.resume(id)).rejects.toMatchObject(refusal);
      expect(await journal.run(id)).toMatchObject({ state: 'cancelled', startedAt: undefined });
    });

    it('finish frees the locks of its run alone', async () => {
      const [one, two] = [await accepted(journal), await accepted(journal)];
      await journal.lock(lockOf(one));
      await journal.lock(lockOf(one, { key: 'shop/prod' }));
      await journal.lock(lockOf(two, { key: 'api/uat' }));
      await journal.finish(one, endOf());
      expect((await journal.locks()).map((lock) => lock.key)).toEqual(['api/uat']);
    });

    it('a run nobody accepted is not found, and cannot go on', async () => {
      expect(await journal.run('00000000')).toBeUndefined();
      const refusal = { outcome: 'bug', message: expect.stringContaining('00000000') };
      await expect(journal.start('00000000', startOf())).rejects.toMatchObject(refusal);
      await expect(journal.wait('00000000')).rejects.toMatchObject(refusal);
      await expect(journal.restate('00000000', [])).rejects.toMatchObject(refusal);
      await expect(journal.finish('00000000', endOf())).rejects.toMatchObject(refusal);
      await expect(journal.lock(lockOf('00000000'))).rejects.toMatchObject(refusal);
      await expect(journal.addGroup('00000000', dead)).rejects.toMatchObject(refusal);
      await expect(journal.record(factOf('00000000'))).rejects.toMatchObject(refusal);
      expect([await journal.runs(), await journal.locks()]).toEqual([[], []]);
    });
  });

  describe(`${name}: runs`, () => {
    it('come newest first, those of the same moment in the reverse of the order they came in', async () => {
      const early = await accepted(journal, { at: at(1) });
      const late = await accepted(journal, { at: at(3) });
      const same = [await accepted(journal, { at: at(2) }), await accepted(journal, { at: at(2) })];
      const ids = (await journal.runs()).map((run) => run.id);
      expect(ids).toEqual([late, same[1], same[0], early]);
    });

    it('are 50 where no limit is named, else as many as it says', async () => {
      for (let index = 0; index < 60; index += 1) await accepted(journal);
      expect(await journal.runs()).toHaveLength(50);
      expect(await journal.runs({ limit: 2 })).toHaveLength(2);
      expect(await journal.runs({ limit: 0 })).toHaveLength(0);
      expect(await journal.runs({ limit: Number.POSITIVE_INFINITY })).toHaveLength(60);
    });

    it('filter by every field, alone and together', async () => {
      const deploy = await accepted(journal, { at: at(1) });
      await journal.start(deploy, startOf());
      await journal.finish(deploy, endOf());
      const rollback = await accepted(journal, { at: at(2), actor: bjorn });
      await journal.start(rollback, startOf({ command: 'rollback', environment: 'prod' }));
      await journal.finish(rollback, endOf({ state: 'denied', outcome: 'denied', exitCode: 77 }));
      const fresh = await accepted(journal, { at: at(3), actor: bjorn });

      const found = async (filter: Parameters<Journal['runs']>[0]) => (await journal.runs(filter)).map((run) => run.id);
      expect(await found({ command: 'deploy' })).toEqual([deploy]);
      expect(await found({ environment: 'prod' })).toEqual([rollback]);
      expect(await found({ outcome: 'denied' })).toEqual([rollback]);
      expect(await found({ states: ['succeeded', 'accepted'] })).toEqual([fresh, deploy]);
      expect(await found({ states: [] })).toEqual([]);
      expect(await found({ since: at(2) })).toEqual([fresh, rollback]);
      expect(await found({ actor: bjorn.id })).toEqual([fresh, rollback]);
      expect(await found({ actor: bjorn.id, command: 'rollback', since: at(1), states: ['denied'] })).toEqual([
        rollback,
      ]);
      expect(await found({ actor: ana.id, command: 'rollback' })).toEqual([]);
    });

    it('are found by their workspace, and by what is not recorded of them', async () => {
      await accepted(journal);
      const one = await accepted(journal, { origin: room, at: at(1) });
      const two = await accepted(journal, { origin: room, at: at(2) });
      await accepted(journal, { origin: { ...room, team: 'T2' } });
      await journal.record(factOf(one, { kind: 'answered' }));
      await journal.record(factOf(two, { kind: 'noise' }));
      const found = async (filter: Parameters<Journal['runs']>[0]) => (await journal.runs(filter)).map((run) => run.id);
      expect(await found({ team: 'T1' })).toEqual([two, one]);
      expect(await found({ team: 'T1', without: 'answered' })).toEqual([two]);
    });

    it('are found by what their ids begin with', async () => {
      const ids = await Promise.all(Array.from({ length: 40 }, () => accepted(journal)));
      const [id = ''] = ids;
      const found = async (prefix: string) => (await journal.runs({ prefix })).map((run) => run.id).sort();
      for (const length of [0, 1, 2, 4, 8]) {
        const prefix = id.slice(0, length);
        expect(await found(prefix)).toEqual(ids.filter((one) => one.startsWith(prefix)).sort());
      }
      expect(await found(`${id}0`)).toEqual([]);
      expect(await found('%')).toEqual([]);
    });

    it.each(['Björn Ñ', 'BJÖRN ñ', 'bjo\u0308rn n\u0303'])('match a name whatever its case: %s', async (actor) => {
      const id = await accepted(journal, { actor: bjorn });
      await accepted(journal);
      expect((await journal.runs({ actor })).map((run) => run.id)).toEqual([id]);
    });

    it.each(['SLACK:T1:U2', 'Björn', '%', 'Bj_rn Ñ'])(
      'do not match what is only like an id or a name: %s',
      async (actor) => {
        await accepted(journal, { actor: bjorn });
        expect(await journal.runs({ actor })).toEqual([]);
      },
    );
  });

  describe(`${name}: locks`, () => {
    it('are taken by one run, and say who holds them since when and why', async () => {
      const other = await again();
      const [one, two] = [await accepted(journal), await accepted(journal)];
      const held = lockOf(one, { actor: bjorn });
      expect(await journal.lock(held)).toEqual({ taken: true });
      expect(await other.lock(lockOf(two, { since: at(4) }))).toEqual({ taken: false, held });
      expect(await other.locks()).toEqual([held]);
    });

    it('of different keys do not hinder each other', async () => {
      const [one, two] = [await accepted(journal), await accepted(journal)];
      expect(await journal.lock(lockOf(one))).toEqual({ taken: true });
      expect(await journal.lock(lockOf(two, { key: 'shop/prod' }))).toEqual({ taken: true });
    });

    it('stay as they are when their run asks again', async () => {
      const id = await accepted(journal);
      await journal.lock(lockOf(id));
      expect(await journal.lock(lockOf(id, { since: at(7), reason: 'again' }))).toEqual({ taken: true });
      expect(await journal.locks()).toEqual([lockOf(id)]);
    });

    it('are freed by unlock, those of that run and nothing else', async () => {
      const [one, two] = [await accepted(journal), await accepted(journal)];
      await journal.lock(lockOf(one));
      await journal.lock(lockOf(two, { key: 'shop/prod' }));
      await journal.unlock(two);
      expect((await journal.locks()).map((lock) => lock.key)).toEqual(['shop/uat']);
      await journal.unlock(one);
      expect(await journal.lock(lockOf(two))).toEqual({ taken: true });
    });

    it('come oldest first, those of the same moment by key', async () => {
      const id = await accepted(journal);
      await journal.lock(lockOf(id, { key: 'b', since: at(3) }));
      await journal.lock(lockOf(id, { key: 'd', since: at(2) }));
      await journal.lock(lockOf(id, { key: 'c', since: at(2) }));
      expect((await journal.locks()).map((lock) => lock.key)).toEqual(['c', 'd', 'b']);
    });

    it('of a part and of the whole keep each other out', async () => {
      const [one, two, three] = [await accepted(journal), await accepted(journal), await accepted(journal)];
      const part = lockOf(one, { key: 'web/uat' });
      await journal.lock(part);
      expect(await journal.lock(lockOf(two, { key: 'uat' }))).toEqual({ taken: false, held: part });
      expect(await journal.lock(lockOf(two, { key: 'api/uat' }))).toEqual({ taken: true });
      expect(await journal.lock(lockOf(three, { key: 'my-uat' }))).toEqual({ taken: true });
      await journal.unlock(one);
      await journal.unlock(two);
      const whole = lockOf(two, { key: 'uat' });
      expect(await journal.lock(whole)).toEqual({ taken: true });
      expect(await journal.lock(part)).toEqual({ taken: false, held: whole });
      expect(await journal.lock(lockOf(two, { key: 'web/uat' }))).toEqual({ taken: true });
    });

    it('are not given to a run that has ended', async () => {
      const id = await accepted(journal);
      await journal.finish(id, endOf({ state: 'cancelled', outcome: 'cancelled', exitCode: 130 }));
      await expect(journal.lock(lockOf(id))).rejects.toMatchObject({ outcome: 'cancelled' });
      expect(await journal.locks()).toEqual([]);
    });
  });

  describe(`${name}: queue`, () => {
    const inLine = async (run: string, key = 'shop/uat', seconds = 5): Promise<void> => {
      await journal.wait(run);
      const line = { line: `ops deploy ${run}` };
      await journal.record(factOf(run, { kind: queueKind, subject: key, data: line, at: at(seconds) }));
    };

    it('has those who wait in the order in which they came, whatever time they say', async () => {
      const runs = [await accepted(journal), await accepted(journal), await accepted(journal)];
      for (const [index, run] of runs.entries()) await inLine(run, 'shop/uat', 9 - index);
      expect(await (await again()).queue()).toEqual(
        runs.map((run, index) => lockOf(run, { reason: `ops deploy ${run}`, since: at(9 - index) })),
      );
    });

    it('keeps out who does not wait, and who came later', async () => {
      const [first, second, other] = [await accepted(journal), await accepted(journal), await accepted(journal)];
      await inLine(first);
      await inLine(second);
      const refusal = { taken: false, held: { run: first }, isWaiting: true };
      expect(await journal.lock(lockOf(other))).toMatchObject(refusal);
      expect(await journal.lock(lockOf(second))).toMatchObject(refusal);
      expect(await journal.lock(lockOf(other, { key: 'api/uat' }))).toEqual({ taken: true });
      expect(await journal.lock(lockOf(first))).toEqual({ taken: true });
    });

    it('of a part and of the whole are one', async () => {
      const [first, other] = [await accepted(journal), await accepted(journal)];
      await inLine(first, 'web/uat');
      expect(await journal.lock(lockOf(other, { key: 'uat' }))).toMatchObject({
        held: { run: first },
        isWaiting: true,
      });
    });

    it('lets pass who may', async () => {
      const [first, other] = [await accepted(journal), await accepted(journal)];
      await inLine(first);
      expect(await journal.lock(lockOf(other), { passes: true })).toEqual({ taken: true });
      expect(await journal.lock(lockOf(first), { passes: true })).toMatchObject({ taken: false, held: { run: other } });
    });

    it('is left with the lock, with the end, and by who died', async () => {
      const [first, second] = [await accepted(journal), await accepted(journal)];
      const lost = await accepted(journal, { process: dead });
      for (const run of [first, second, lost]) await inLine(run);
      await journal.lock(lockOf(first));
      expect((await journal.queue()).map(({ run }) => run)).toEqual([second, lost]);
      await journal.finish(second, endOf({ state: 'cancelled', outcome: 'cancelled', exitCode: 130 }));
      expect((await journal.queue()).map(({ run }) => run)).toEqual([lost]);
      await journal.recover(stillLives, at(30));
      expect(await journal.queue()).toEqual([]);
    });
  });

  describe(`${name}: facts`, () => {
    it('come back as they were, newest first, those of the same moment last recorded first', async () => {
      const run = await accepted(journal);
      const data = { version: 'v1', nested: { list: [1, null, 'a\0b', '\ud800'] } };
      const facts = [
        factOf(run, { at: at(2) }),
        factOf(run, { at: at(3), data, actor: bjorn }),
        factOf(run, { at: at(2) }),
      ];
      for (const fact of facts) await journal.record(fact);
      expect(await journal.facts({ kind: 'deployed' })).toEqual([facts[1], facts[2], facts[0]]);
    });

    it('filter by kind and subject, up to the limit', async () => {
      const run = await accepted(journal);
      await journal.record(factOf(run));
      await journal.record(factOf(run, { subject: 'shop/prod' }));
      await journal.record(factOf(run, { kind: 'approved' }));
      expect(await journal.facts({ kind: 'deployed' })).toHaveLength(2);
      expect(await journal.facts({ kind: 'deployed', subject: 'shop/prod' })).toHaveLength(1);
      expect(await journal.facts({ kind: 'deployed', subject: 'shop' })).toEqual([]);
      expect(await journal.facts({ kind: 'deployed', limit: 1 })).toMatchObject([{ subject: 'shop/prod' }]);
    });

    it('are recorded as those before them ask for, and called so in the chain', async () => {
      const run = await accepted(journal);
      const about = { kind: 'deployed', subject: 'shop/uat' };
      const next = (before: readonly Fact[]) =>
        before.length < 2
          ? ({ fact: factOf(run, { data: { before: before.length } }), as: 'code-accepted' } as const)
          : undefined;
      expect(await journal.recordNext(about, next)).toMatchObject({ data: { before: 0 } });
      expect(await journal.recordNext(about, next)).toMatchObject({ data: { before: 1 } });
      expect(await journal.recordNext(about, next)).toBeUndefined();
      expect(await journal.facts(about)).toMatchObject([{ data: { before: 1 } }, { data: { before: 0 } }]);
      const kinds = (await entriesIn(journal)).map(({ kind, subject }) => `${kind} ${subject}`);
      expect(kinds.slice(-2)).toEqual(['code-accepted shop/uat', 'code-accepted shop/uat']);
    });

    it('are recorded one after the other, through whichever connection', async () => {
      const run = await accepted(journal);
      const other = await again();
      const about = { kind: 'deployed', subject: 'shop/uat' };
      const next = (before: readonly Fact[]) => ({ fact: factOf(run, { data: { before: before.length } }) });
      const both = Array.from({ length: 10 }, (_, index) => (index % 2 === 0 ? journal : other));
      const recorded = await Promise.all(both.map((one) => one.recordNext(about, next)));
      expect(recorded.map((fact) => fact?.data['before']).sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    });

    it('are, where the latest are wanted, those recorded last of each subject, whatever time they say', async () => {
      const run = await accepted(journal);
      const last = factOf(run, { data: { version: 'v2' }, at: at(1) });
      const other = factOf(run, { subject: 'shop/prod', at: at(3) });
      for (const fact of [factOf(run, { at: at(50) }), other, last]) await journal.record(fact);
      await journal.record(factOf(run, { kind: 'noise', at: at(60) }));
      expect(await journal.facts({ kind: 'deployed', latest: true })).toEqual([other, last]);
      expect(await journal.facts({ kind: 'deployed', subject: 'shop/uat', latest: true })).toEqual([last]);
      expect(await journal.facts({ kind: 'deployed', subject: 'shop', latest: true })).toEqual([]);
    });

    it('outlive their run', async () => {
      const run = await accepted(journal);
      await journal.record(factOf(run));
      await journal.finish(run, endOf());
      expect(await journal.facts({ kind: 'deployed' })).toEqual([factOf(run)]);
    });
  });

  describe(`${name}: recover`, () => {
    it('marks a run whose process is gone as interrupted, and frees its locks', async () => {
      const id = await accepted(journal, { process: dead });
      await journal.lock(lockOf(id));
      const [interrupted] = await journal.recover(stillLives, at(30));
      expect(interrupted?.run).toMatchObject({
        id,
        state: 'interrupted',
        outcome: 'failed',
        exitCode: 1,
        message: 'interrupted: its process ended without a word',
        finishedAt: at(30),
      });
      expect(await journal.run(id)).toEqual(interrupted?.run);
      expect(await journal.locks()).toEqual([]);
    });

    it('marks a run that was asked to stop as cancelled, by whoever asked last', async () => {
      const id = await accepted(journal, { process: dead });
      const [other, asking] = [await accepted(journal, { process: dead }), await accepted(journal)];
      await journal.lock(lockOf(id));
      await journal.record(factOf(asking, { kind: stopKind, subject: id, data: {}, at: at(10) }));
      await journal.record(factOf(asking, { kind: stopKind, subject: id, data: {}, at: at(11), actor: bjorn }));
      const found = await journal.recover(stillLives, at(30));
      expect(found.map(({ run }) => [run.id, run.state])).toEqual([
        [id, 'cancelled'],
        [other, 'interrupted'],
      ]);
      expect(await journal.run(id)).toEqual(found[0]?.run);
      expect(found[0]?.run).toMatchObject({
        outcome: 'cancelled',
        exitCode: 130,
        message: 'it was stopped by Björn Ñ',
        finishedAt: at(30),
      });
      expect(await journal.locks()).toEqual([]);
    });

    it('gives back the process groups that worked for the run, each once', async () => {
      const groups = [
        { host: 'laptop', pid: 7, started: 'a' },
        { host: 'laptop', pid: 7, started: 'b' },
      ] as const;
      const id = await accepted(journal, { process: dead });
      await journal.start(id, startOf({ process: dead }));
      for (const group of [...groups, groups[0]]) await journal.addGroup(id, group);
      await journal.addGroup(await accepted(journal), { host: 'laptop', pid: 8, started: 'c' });
      const found = await journal.recover(stillLives, at(30));
      expect(found.map((one) => one.groups)).toEqual([groups]);
      await journal.interrupt(id, at(30), at(31));
      expect(await journal.recover(stillLives, at(90))).toEqual([]);
    });

    it('asks about the process that carries the run out now', async () => {
      const handed = await accepted(journal, { process: dead });
      await journal.start(handed, startOf({ process: living }));
      const lost = await accepted(journal, { process: living });
      await journal.start(lost, startOf({ process: dead }));
      expect((await journal.recover(stillLives, at(30))).map((one) => one.run.id)).toEqual([lost]);
    });

    it('finds runs that were accepted or wait as well, and leaves those that ended', async () => {
      const acceptedOnly = await accepted(journal, { process: dead });
      const waits = await accepted(journal, { process: dead });
      await journal.wait(waits);
      const done = await accepted(journal, { process: dead });
      await journal.finish(done, endOf());
      const found = await journal.recover(stillLives, at(30));
      expect(found.map((one) => one.run.id)).toEqual([acceptedOnly, waits]);
      expect((await journal.run(done))?.state).toBe('succeeded');
    });

    it('leaves what lives alone, with its locks', async () => {
      const id = await accepted(journal);
      await journal.lock(lockOf(id));
      expect(await journal.recover(stillLives, at(30))).toEqual([]);
      expect(await journal.locks()).toHaveLength(1);
      expect((await journal.run(id))?.state).toBe('accepted');
    });

    it('gives each run to one of several who ask', async () => {
      const ids = await Promise.all(Array.from({ length: 9 }, () => accepted(journal, { process: dead })));
      const others = [await again(), await again(), journal];
      const found = await Promise.all(others.map((one) => one.recover(stillLives, at(30))));
      expect(
        found
          .flat()
          .map((one) => one.run.id)
          .sort(),
      ).toEqual(ids.sort());
      expect(await journal.recover(stillLives, at(31))).toEqual([]);
    });

    it('does not take a run that another process took over while it looked', async () => {
      const other = await again();
      const id = await accepted(journal, { process: dead });
      const takenOver: Promise<void>[] = [];
      const found = await journal.recover(() => {
        takenOver.push(other.start(id, startOf({ process: living })));
        return false;
      }, at(30));
      await Promise.all(takenOver);
      expect(found).toEqual([]);
      expect(await journal.run(id)).toMatchObject({ state: 'running', process: living });
    });

    it('changes nothing when it cannot be told who lives', async () => {
      const id = await accepted(journal, { process: dead });
      const broken = () => {
        throw new Error('no /proc');
      };
      await expect(journal.recover(broken, at(30))).rejects.toThrow('no /proc');
      expect((await journal.run(id))?.state).toBe('accepted');
    });
  });

  describe(`${name}: recover, of a run that had begun`, () => {
    async function begun(): Promise<string> {
      const id = await accepted(journal, { process: dead });
      await journal.lock(lockOf(id));
      await journal.start(id, startOf({ process: dead }));
      return id;
    }

    it('gives it out as it is: it holds its locks until whoever got it has ended it', async () => {
      const id = await begun();
      expect(await journal.recover(stillLives, at(30))).toMatchObject([{ run: { id, state: 'running' } }]);
      expect(await journal.run(id)).toMatchObject({ state: 'running', finishedAt: undefined });
      expect(await journal.locks()).toHaveLength(1);
      const ended = await journal.interrupt(id, at(30), at(33));
      expect(ended).toMatchObject({ id, state: 'interrupted', outcome: 'failed', exitCode: 1, finishedAt: at(33) });
      expect(await journal.run(id)).toEqual(ended);
      expect(await journal.locks()).toEqual([]);
      expect(await journal.recover(stillLives, at(34))).toEqual([]);
    });

    it('ends it as cancelled where it was asked to stop', async () => {
      const id = await begun();
      await journal.record(factOf(await accepted(journal), { kind: stopKind, subject: id, data: {}, actor: bjorn }));
      await journal.recover(stillLives, at(30));
      const message = 'it was stopped by Björn Ñ';
      expect(await journal.interrupt(id, at(30), at(33))).toMatchObject({ state: 'cancelled', message });
    });

    it('gives it to one of several who ask', async () => {
      await begun();
      const others = [await again(), await again(), journal];
      const found = await Promise.all(others.map((one) => one.recover(stillLives, at(30))));
      expect(found.flat()).toHaveLength(1);
    });

    it('gives it to the next one where whoever got it has not ended it in time', async () => {
      const other = await again();
      const id = await begun();
      await journal.recover(stillLives, at(30));
      expect(await other.recover(stillLives, at(44))).toEqual([]);
      expect(await other.recover(stillLives, at(45))).toMatchObject([{ run: { id } }]);
      expect(await journal.interrupt(id, at(30), at(46))).toBeUndefined();
      expect(await journal.locks()).toHaveLength(1);
      expect(await other.interrupt(id, at(45), at(46))).toMatchObject({ id, state: 'interrupted' });
    });

    it('does not end one that has ended meanwhile', async () => {
      const id = await begun();
      await journal.recover(stillLives, at(30));
      await journal.finish(id, endOf());
      expect(await journal.interrupt(id, at(30), at(33))).toBeUndefined();
      expect((await journal.run(id))?.state).toBe('succeeded');
    });
  });

  describe(`${name}: recover, of a process that nobody can look at`, () => {
    const nobodyKnows = () => undefined;
    async function doubted(): Promise<string> {
      const id = await accepted(journal, { process: dead });
      await journal.lock(lockOf(id));
      expect(await journal.recover(nobodyKnows, at(30))).toEqual([]);
      return id;
    }

    it('takes it for gone where it does not vouch for itself for half a minute', async () => {
      const id = await doubted();
      expect(await journal.recover(nobodyKnows, at(59))).toEqual([]);
      expect(await journal.locks()).toHaveLength(1);
      expect(await journal.recover(nobodyKnows, at(60))).toMatchObject([{ run: { id, state: 'interrupted' } }]);
      expect(await journal.locks()).toEqual([]);
    });

    it('leaves its run alone for as long as it does', async () => {
      const id = await doubted();
      for (let now = 35; now < 200; now += 35) {
        await journal.vouch(dead);
        expect(await journal.recover(nobodyKnows, at(now))).toEqual([]);
      }
      expect((await journal.run(id))?.state).toBe('accepted');
    });

    it('does not take the word of another one for it', async () => {
      await doubted();
      await journal.vouch(living);
      await journal.vouch({ ...dead, started: 'tuesday' });
      await journal.vouch({ ...dead, host: 'other' });
      expect(await journal.recover(nobodyKnows, at(60))).toHaveLength(1);
    });

    it('begins anew with whoever carries the run out from then on', async () => {
      const id = await doubted();
      await journal.start(id, startOf({ process: living }));
      expect(await journal.recover(nobodyKnows, at(60))).toEqual([]);
      expect(await journal.recover(nobodyKnows, at(90))).toHaveLength(1);
    });

    it('does not take a run that was vouched for while it looked', async () => {
      const other = await again();
      await doubted();
      const vouched: Promise<void>[] = [];
      const found = await journal.recover(() => void vouched.push(other.vouch(dead)), at(60));
      await Promise.all(vouched);
      expect(found).toEqual([]);
    });
  });

  describe(`${name}: takeOver`, () => {
    it('makes one of several the owner, and leaves the process as it is', async () => {
      const other = await again();
      const id = await accepted(journal, { process: dead });
      const next = (pid: number): ProcessId => ({ ...living, pid });
      expect(await journal.takeOver(id, dead, next(7))).toBe(true);
      expect(await other.takeOver(id, dead, next(8))).toBe(false);
      expect(await journal.run(id)).toMatchObject({ owner: next(7), process: dead });
    });
  });

  describe(`${name}: close`, () => {
    it('may be asked for twice', async () => {
      await journal.close();
      await expect(journal.close()).resolves.toBeUndefined();
    });

    it('leaves everything for who opens it next', async () => {
      const id = await accepted(journal);
      await journal.lock(lockOf(id));
      await journal.record(factOf(id));
      await journal.close();
      const next = await again();
      expect((await next.run(id))?.id).toBe(id);
      expect([(await next.locks()).length, (await next.facts({ kind: 'deployed' })).length]).toEqual([1, 1]);
    });
  });

  describe(`${name}: the chain`, () => {
    const entriesOf = (filter?: EntryFilter): Promise<Entry[]> => entriesIn(journal, filter);
    const kindsOf = async (filter?: EntryFilter) => (await entriesOf(filter)).map(({ kind }) => kind);

    it('begins with the journal, and each entry follows the one before', async () => {
      const id = await accepted(journal);
      await journal.finish(id, endOf());
      const entries = await entriesOf();
      expect(entries.map(({ sequence, kind }) => [sequence, kind])).toEqual([
        [1, 'journal-begun'],
        [2, 'run-accepted'],
        [3, 'run-ended'],
      ]);
      expect(entries.map(({ previous }) => previous)).toEqual(['0'.repeat(64), entries[0]?.hash, entries[1]?.hash]);
      const { sequence, hash } = entries[2] ?? {};
      expect(await journal.head()).toEqual({ sequence, hash, at: expect.any(Date), count: 3 });
    });

    it('tells each change of a run with what changed, by whom, and why it may', async () => {
      const id = await accepted(journal, { actor: bjorn });
      const decision = { allowed: true, rule: 'leads', person: 'bjorn', policy: 'abc' };
      await journal.restate(id, ['deploy', 'prod']);
      await journal.wait(id);
      await journal.resume(id);
      await journal.start(id, startOf({ decision }));
      await journal.finish(id, endOf({ state: 'failed', outcome: 'failed', exitCode: 3, message: 'no' }));
      const [, first, ...rest] = await entriesOf();
      expect(first).toMatchObject({ kind: 'run-accepted', subject: id, actor: bjorn, row: { table: 'runs', key: id } });
      expect(first?.facts).toMatchObject({ row: { argv: ['deploy', 'uat'], origin: terminal, state: 'accepted' } });
      expect(rest.map(({ kind, facts }) => [kind, facts])).toEqual([
        ['run-restated', { changed: { argv: ['deploy', 'prod'] } }],
        ['run-waiting', { changed: { state: 'waiting' } }],
        ['run-resumed', { changed: { state: 'accepted' } }],
        ['run-started', { changed: expect.objectContaining({ state: 'running', environment: 'uat' }), decision }],
        ['run-ended', { changed: expect.objectContaining({ state: 'failed', exit_code: 3, message: 'no' }) }],
      ]);
    });

    it('tells of a start that comes with the end what both would have told', async () => {
      const id = await accepted(journal, { actor: bjorn, process: dead });
      const decision = { allowed: true, rule: 'leads', person: 'bjorn', policy: 'abc' };
      await journal.finish(id, endOf({ start: startOf({ effect: 'read', decision }), subject: startOf() }));
      expect(await journal.run(id)).toMatchObject({ state: 'succeeded', process: living, startedAt: at(1) });
      const { kind, facts } = (await entriesOf()).at(-1) ?? {};
      expect(kind).toBe('run-ended');
      expect(facts).toMatchObject({ decision, changed: { state: 'succeeded', started_at: at(1).getTime() } });
      expect(await journal.verify()).toMatchObject({ problems: [] });
    });

    it('tells of a denial what decided', async () => {
      const id = await accepted(journal);
      const decision = { allowed: false, rule: undefined, person: undefined, policy: 'abc' };
      await journal.finish(id, endOf({ state: 'denied', outcome: 'denied', exitCode: 77, decision }));
      const { facts } = (await entriesOf()).at(-1) ?? {};
      expect(facts).toMatchObject({ changed: { state: 'denied' }, decision: { allowed: false, policy: 'abc' } });
    });

    it('tells of locks, groups and facts, and of what goes with the end of a run', async () => {
      const id = await accepted(journal);
      await journal.lock(lockOf(id));
      await journal.addGroup(id, dead);
      await journal.record(factOf(id, { actor: bjorn }));
      await journal.finish(id, endOf());
      const entries = (await entriesOf()).slice(2);
      expect(entries.map(({ kind, subject, actor }) => [kind, subject, actor])).toEqual([
        ['lock-taken', 'shop/uat', ana],
        ['group-added', id, undefined],
        ['fact:deployed', 'shop/uat', bjorn],
        ['run-ended', id, ana],
        ['lock-freed', 'shop/uat', ana],
        ['group-removed', id, undefined],
      ]);
    });

    it('tells of what nobody did', async () => {
      const id = await accepted(journal, { process: dead });
      await journal.recover(() => undefined, at(30));
      await journal.vouch(dead);
      await journal.recover(stillLives, at(40));
      const entries = (await entriesOf()).slice(2);
      expect(entries.map(({ kind, subject, actor }) => [kind, subject, actor])).toEqual([
        ['run-doubted', id, undefined],
        ['run-vouched', id, undefined],
        ['run-interrupted', id, undefined],
      ]);
    });

    it('says nothing of what changed nothing', async () => {
      const id = await accepted(journal, { claim: 'once' });
      await journal.finish(id, endOf());
      const before = await journal.head();
      await journal.accept(newRun({ claim: 'once' }));
      await journal.finish(id, endOf({ state: 'failed' }));
      await journal.unlock(id);
      await journal.vouch(living);
      await journal.takeOver(id, dead, living);
      await expect(journal.start(id, startOf())).rejects.toThrow();
      await expect(journal.record(factOf('00000000'))).rejects.toThrow();
      expect(await journal.head()).toEqual(before);
    });

    it('takes what is no row, with whoever did it', async () => {
      await journal.append({ kind: 'code-refused', subject: 'k3f9', facts: { b: 1, a: ['x\0', '\ud800'] } });
      await journal.append({ kind: 'code-refused', subject: 'ana \ud800', actor: { id: 'x', name: 'A\udfff' } });
      const [one, two] = (await entriesOf()).slice(1);
      expect(one).toMatchObject({ kind: 'code-refused', actor: undefined, row: undefined });
      expect(one?.facts).toEqual({ b: 1, a: ['x\0', '\ud800'] });
      expect(two).toMatchObject({ subject: 'ana \ufffd', actor: { id: 'x', name: 'A\ufffd' } });
    });

    it('is one, whoever writes', async () => {
      const other = await again();
      for (const one of [journal, other, journal]) await accepted(one);
      expect(await other.head()).toEqual(await journal.head());
      expect((await entriesOf()).map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4]);
    });

    it('is told from a run on, from a time on, and past what is read at once', async () => {
      for (let index = 0; index < 110; index += 1) await accepted(journal);
      const id = await accepted(journal);
      await journal.finish(id, endOf());
      expect(await kindsOf({ sinceRun: id })).toEqual(['run-accepted', 'run-ended']);
      expect(await entriesOf()).toHaveLength(113);
      expect(await kindsOf({ since: new Date(Date.now() + 60_000) })).toEqual([]);
      expect(await kindsOf({ since: new Date(Date.now() - 3_600_000) })).toHaveLength(113);
    });
  });

  describe(`${name}: policies`, () => {
    const [one, two] = ['{"rules":[1]}', '{"rules":[2]}'];
    const policies = async () => {
      const entries = await entriesIn(journal);
      return entries.filter(({ kind }) => kind === 'policy-changed');
    };

    it('are told whole when they decide for the first time, and not again while they stay', async () => {
      const digest = await journal.usePolicy(one, ana);
      expect(digest).toBe(createHash('sha256').update(one).digest('hex'));
      expect(await (await again()).usePolicy(one, bjorn)).toBe(digest);
      const [entry, ...more] = await policies();
      expect(entry).toMatchObject({ subject: digest, actor: ana, facts: { row: { digest, text: { rules: [1] } } } });
      expect(more).toEqual([]);
    });

    it('are told of whenever another one decides, also one of before', async () => {
      const [first, second] = [await journal.usePolicy(one, ana), await journal.usePolicy(two, ana)];
      await journal.usePolicy(one, bjorn);
      const told = (await policies()).map(({ subject, facts }) => [subject, facts['before'], facts['row']]);
      expect(told).toEqual([
        [first, undefined, expect.anything()],
        [second, first, expect.anything()],
        [first, second, undefined],
      ]);
    });
  });
}
