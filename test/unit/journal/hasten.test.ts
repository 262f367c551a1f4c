import { describe, expect, it } from 'vitest';
import type { Journal, NewRun, RunEnd, RunStart } from '../../../src/context/journal.ts';
import { hasten } from '../../../src/journal/hasten.ts';

const by = { process: { host: 'here', pid: 1, started: 'now' }, at: new Date(0) };
const run: NewRun = {
  ...by,
  argv: ['whoami'],
  actor: { id: 'os:1', name: 'ana' },
  origin: { type: 'terminal', host: 'here', directory: '/' },
};
const about = (effect: 'read' | 'change') => ({ command: 'x', effect, environment: undefined });
const start = (effect: 'read' | 'change'): RunStart => ({ ...by, ...about(effect) });
const end = (effect?: 'read' | 'change'): RunEnd => ({
  ...{ state: 'succeeded', outcome: 'ok', exitCode: 0, at: new Date(0) },
  ...(effect === undefined ? {} : { subject: about(effect) }),
});
const fact = { run: 'r', kind: 'k', subject: 's', data: {}, at: new Date(0), actor: run.actor };

/** What a write to the journal came between. */
async function written(write: (journal: Journal) => Promise<unknown>, fails = false): Promise<string[]> {
  const said: string[] = [];
  const inner = new Proxy({} as Journal, {
    get: (_, name) => () => {
      said.push(String(name));
      if (fails) throw new Error('the disk is full');
      return Promise.resolve();
    },
    ownKeys: () => ['accept', 'start', 'wait', 'lock', 'finish', 'addGroup', 'record'],
    getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
  });
  const waitForDisk = (waits: boolean): void => void said.push(waits ? 'waits' : 'does not wait');
  const journal = hasten(inner, { waitForDisk, flush: async () => {}, close: async () => {} });
  await (async () => write(journal))().catch(() => {});
  return said;
}

describe('the disk is not waited for', () => {
  it.each<[string, string, (journal: Journal) => Promise<unknown>]>([
    ['a line that has a claim', 'accept', (journal) => journal.accept({ ...run, claim: 'slack:T1:C1:1.1' })],
    ['the start of a read', 'start', (journal) => journal.start('r', start('read'))],
    ['the end of a read', 'finish', (journal) => journal.finish('r', end('read'))],
    ['the processes of a run', 'addGroup', (journal) => journal.addGroup('r', by.process)],
    ['a fact that may be lost', 'record', (journal) => journal.record(fact, { soon: true })],
  ])('by %s', async (_, name, write) => {
    expect(await written(write)).toEqual(['does not wait', name, 'waits']);
    expect(await written(write, true)).toEqual(['does not wait', name, 'waits']);
  });
});

describe('the disk is waited for', () => {
  it.each<[string, string, (journal: Journal) => Promise<unknown>]>([
    ['a line without a claim', 'accept', (journal) => journal.accept(run)],
    ['the start of a change', 'start', (journal) => journal.start('r', start('change'))],
    ['the end of a change', 'finish', (journal) => journal.finish('r', end('change'))],
    ['an end that does not say of what', 'finish', (journal) => journal.finish('r', end())],
    ['any other fact', 'record', (journal) => journal.record(fact)],
    ['a run that waits', 'wait', (journal) => journal.wait('r')],
  ])('by %s', async (_, name, write) => {
    expect(await written(write)).toEqual([name]);
  });
});
