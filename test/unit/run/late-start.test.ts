import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { OpsError } from '../../../src/context/errors.ts';
import type { Journal, RunEnd, RunStart } from '../../../src/context/journal.ts';
import { openSqliteJournal } from '../../../src/journal/sqlite.ts';
import { createLateStart } from '../../../src/run/late-start.ts';
import { describeInterrupted } from '../../../src/run/record.ts';
import { temporaryFolder } from '../../support/project.ts';
import { until } from '../../support/waiting.ts';

const process = { host: 'box1', pid: 7, started: 'monday' };
const listener = { host: 'box1', pid: 1, started: 'sunday' };
const decision = { allowed: true, rule: 'everyone', person: 'ana', policy: 'abc' };
const start: RunStart = {
  command: 'builds',
  effect: 'read',
  environment: undefined,
  process,
  at: new Date(2000),
  decision,
};
const end: RunEnd = { state: 'succeeded', outcome: 'ok', exitCode: 0, at: new Date(3000) };
let journal: Journal;
let run: string;

beforeEach(async () => {
  journal = await openSqliteJournal(join(temporaryFolder(), 'journal.db'));
  onTestFinished(() => journal.close());
  const row = await journal.accept({
    ...{ argv: ['builds'], actor: { id: 'os:box1:1', name: 'ana' }, process: listener, at: new Date(1000) },
    origin: { type: 'terminal', host: 'box1', directory: '/' },
  });
  run = row?.id ?? '';
});

function late(given: Partial<Journal> = {}) {
  const made = createLateStart({ ...journal, ...given }, run);
  onTestFinished(made.close);
  return made;
}

async function told(): Promise<string[]> {
  const kinds: string[] = [];
  for await (const { kind } of journal.entries()) kinds.push(kind);
  return kinds.slice(2);
}

const begun = { state: 'running', startedAt: new Date(2000), command: 'builds', process, owner: listener };

describe('the start of a read', () => {
  it('is written down with its end, where that comes at once', async () => {
    const { start: begin, finish } = late();
    begin(start);
    await finish(end);
    expect(await journal.run(run)).toMatchObject({ ...begun, state: 'succeeded', finishedAt: new Date(3000) });
    expect(await told()).toEqual(['run-ended']);
    const facts = [];
    for await (const entry of journal.entries()) facts.push(entry.facts);
    expect(facts.at(-1)).toMatchObject({ decision, changed: { started_at: 2000, process_pid: 7, effect: 'read' } });
  });

  it('is written down in a moment, where it goes on', async () => {
    const { start: begin, finish } = late();
    begin(start);
    let state: string | undefined;
    await until(() => {
      void journal.run(run).then((row) => (state = row?.state));
      return state === 'running';
    }, 'the start is written');
    expect(await journal.run(run)).toMatchObject(begun);
    await finish(end);
    expect(await told()).toEqual(['run-started', 'run-ended']);
  });

  it.each<[string, (journal: Journal) => Promise<unknown>]>([
    ['it waits', (other) => other.wait(run)],
    ['it is looked at', (other) => other.run(run)],
    ['runs are looked at', (other) => other.runs()],
    [
      'it records something',
      (other) =>
        other.record({ run, kind: 'x', subject: 'x', data: {}, at: new Date(), actor: { id: 'a', name: 'a' } }),
    ],
    [
      'it takes a lock',
      (other) => other.lock({ key: 'x', run, actor: { id: 'a', name: 'a' }, reason: '', since: new Date() }),
    ],
  ])('is written down before %s', async (_, act) => {
    const { journal: other, start: begin, finish } = late();
    begin(start);
    await act(other);
    await finish(end);
    expect((await told())[0]).toBe('run-started');
  });

  it('is written down before a program runs, or none runs', async () => {
    const { begin: write, start: begin } = late();
    begin(start);
    await write();
    expect(await journal.run(run)).toMatchObject(begun);
    const locked = late({ start: () => Promise.reject(new Error('it is locked')) });
    locked.start(start);
    await expect(locked.begin()).rejects.toThrow('it is locked');
  });

  it('is not told of where its process dies before: only that nothing has changed', async () => {
    late().start(start);
    const [lost] = await journal.recover(() => false, new Date(2500));
    expect(lost && describeInterrupted(lost.run)).toMatch(
      / was interrupted before it changed anything: type it again$/,
    );
  });

  it('that cannot be written now is written with the end', async () => {
    let tries = 0;
    const { start: begin, finish } = late({
      start: async () => {
        tries += 1;
        throw new Error('the disk is full');
      },
    });
    begin(start);
    await until(() => tries === 1, 'it is tried');
    await finish(end);
    expect(await journal.run(run)).toMatchObject({ ...begun, state: 'succeeded' });
  });

  it('is written with the end also where that takes a second try', async () => {
    let tries = 0;
    const { start: begin, finish } = late({
      finish: async (...given) => {
        tries += 1;
        if (tries === 1) throw new OpsError('retry', 'the journal is locked');
        await journal.finish(...given);
      },
    });
    begin(start);
    await expect(finish(end)).rejects.toThrow('the journal is locked');
    await finish(end);
    expect(await journal.run(run)).toMatchObject({ ...begun, state: 'succeeded' });
    expect(await told()).toEqual(['run-ended']);
  });

  it('is not written any more once the end is, whatever goes on', async () => {
    const { journal: other, start: begin, finish } = late();
    begin(start);
    await finish(end);
    expect(await other.run(run)).toMatchObject({ state: 'succeeded' });
    expect(await told()).toEqual(['run-ended']);
  });

  it.each<[string, (journal: Journal) => Promise<unknown>]>([
    ['', async () => {}],
    [', also where somebody needed it', (other) => other.runs().catch(() => {})],
  ])('that cannot be written now is tried again while the run goes on%s', async (_, act) => {
    let tries = 0;
    const { journal: other, start: begin } = late({
      start: async (...given) => {
        tries += 1;
        if (tries === 1) throw new OpsError('retry', 'the journal is locked');
        await journal.start(...given);
      },
    });
    begin(start);
    await act(other);
    await until(() => tries === 2, 'it is written');
    expect(await journal.run(run)).toMatchObject(begun);
  });

  it('that is being written is waited for by the end', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    let isAsked = false;
    const { start: begin, finish } = late({
      start: async (...given) => {
        isAsked = true;
        await promise;
        return journal.start(...given);
      },
    });
    begin(start);
    await until(() => isAsked, 'it is tried');
    const finished = finish(end);
    resolve();
    await finished;
    expect(await told()).toEqual(['run-started', 'run-ended']);
  });
});
