import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { OpsError } from '../../../src/context/errors.ts';
import type { Event } from '../../../src/context/events.ts';
import type { Journal } from '../../../src/context/journal.ts';
import { formatLine } from '../../../src/context/line.ts';
import { openSqliteJournal } from '../../../src/journal/sqlite.ts';
import type { Task } from '../../../src/run/runner.ts';
import { createBell } from '../../../src/slack/answer/bell.ts';
import { SlackCallError } from '../../../src/slack/connection/call-error.ts';
import type { Delivery } from '../../../src/slack/delivery/deliver.ts';
import { createListener, type Listener } from '../../../src/slack/listener.ts';
import { noCodes } from '../../support/codes.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { plainManners } from '../../support/manners.ts';
import { type ManualClock, manualClock, settle } from '../../support/manual-clock.ts';

const locked = new OpsError('retry', 'the journal is locked', { hint: 'type the line again' });
const endedOf = (line: string): readonly Event[] => [
  { type: 'started', run: 'r', line, actor: 'mary', at: '' },
  { type: 'finished', outcome: 'ok', exitCode: 0, ms: 1 },
];

let clock: ManualClock;
let path: string;
let journal: Journal;

beforeEach(async () => {
  clock = manualClock();
  path = join(temporaryFolder(), 'journal.db');
  journal = await openSqliteJournal(path);
  onTestFinished(() => journal.close());
});

interface Harness {
  listener: Listener;
  said: string[];
  ran: Task[];
  /** Types a line; resolves, with how often it was acknowledged, once that is dealt with. */
  hear(text?: string, where?: { ts?: string; channel?: string; blocks?: unknown }): Promise<number>;
  /** What the journal, and then Slack, says next instead of doing it. */
  faults: { accept: (Error | Promise<never>)[]; flush: Error[]; whisper: Error[] };
}

function listen(pid = 1, go: Promise<void> = Promise.resolve()): Harness {
  const said: string[] = [];
  const ran: Task[] = [];
  const faults: Harness['faults'] = { accept: [], flush: [], whisper: [] };
  const accept: Journal['accept'] = async (run) => {
    const fault = faults.accept.shift();
    if (fault instanceof Error) throw fault;
    await fault;
    return journal.accept(run);
  };
  const flush: Journal['flush'] = async () => {
    const fault = faults.flush.shift();
    if (fault !== undefined) throw fault;
    await journal.flush();
  };
  const delivery: Delivery = {
    post: async (_, content) => {
      said.push(content().text.split('\n')[0] ?? '');
      return '2.1';
    },
    whisper: async (_, __, user, { text }) => {
      const fault = faults.whisper.shift();
      if (fault !== undefined) throw fault;
      said.push(`${user}: ${text.split('\n')[0]}`);
    },
    update: async () => {},
    find: async () => undefined,
    upload: async () => {},
    single: async () => {},
    updateWait: () => 0,
  };
  const kill = async (): Promise<boolean> => true;
  const listener = createListener({
    identity: { team: 'T1', teamName: 'Team', userId: 'UBOT', botId: 'B1', name: 'ops' },
    call: async () => ({}),
    delivery,
    respond: async () => {},
    journal: { ...journal, accept, flush },
    clock,
    download: async () => '',
    runner: {
      run: async (task, onEvents) => {
        ran.push(task);
        await go;
        const line = formatLine((await journal.run(task.run))?.argv ?? []);
        await onEvents(endedOf(line));
        return { type: 'done', exitCode: 0, again: true };
      },
      warm: async () => true,
      close: () => {},
    },
    outputs: join(path, '..', 'output'),
    processes: {
      identify: () => ({ host: 'here', pid, started: 'now' }),
      alive: () => true,
      killGroup: kill,
      killRun: kill,
    },
    manners: plainManners(),
    roomName: async (channel) => channel,
    keepName: async () => {},
    bell: createBell(),
    word: 'ops',
    commands: async () => ['words'],
    isUrgent: async () => false,
    longestWait: 900_000,
    mask: async (argv) => argv.map((word) => (word === 'hunter2' ? '••••' : word)),
    forms: { form: async () => undefined, fill: async () => undefined, refuses: async () => undefined },
    homes: { opened: async () => {}, changed: () => {} },
    codes: noCodes,
    name: async () => 'mary',
    warn: () => {},
    signal: new AbortController().signal,
  });
  const hear: Harness['hear'] = async (text = 'ops words', { ts, channel = 'C1', blocks } = {}) => {
    const now = `${clock.now().getTime() / 1000}.000100`;
    const event = { type: 'message', user: 'U1', channel, text, ts: ts ?? now, blocks };
    let acked = 0;
    const ack = async (): Promise<void> => void acked++;
    await listener.onEnvelope({ type: 'events_api', body: { team_id: 'T1', event }, ack }).catch(() => {});
    await settle();
    return acked;
  };
  return { listener, said, ran, hear, faults };
}

const states = async (): Promise<string[]> => (await journal.runs()).map(({ state }) => state);

describe('a line', () => {
  it('is kept and shown without its secrets, and run with them', async () => {
    const { hear, listener, ran, said } = listen();
    await hear('ops words --token hunter2');
    await listener.idle();
    expect(ran).toMatchObject([{ argv: ['words', '--token', 'hunter2'] }]);
    expect(said).toEqual(["ops words --token '••••' · ok"]);
    expect(await journal.runs()).toMatchObject([{ argv: ['words', '--token', '••••'] }]);
  });

  it('is acknowledged once its claim is on the disk, and runs once, whatever the disk says', async () => {
    const { hear, listener, ran, faults } = listen();
    faults.flush.push(new Error('the disk is gone'), new Error('the disk is gone'));
    expect([await hear(), await hear(), await hear()]).toEqual([0, 0, 1]);
    await listener.idle();
    expect(ran).toHaveLength(1);
  });

  it('is busy until its room knows its end', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const { hear, listener } = listen(1, promise);
    await hear();
    const [row] = await journal.runs();
    expect(listener.isBusy(row?.id ?? '')).toBe(true);
    resolve();
    await listener.idle();
    expect(listener.isBusy(row?.id ?? '')).toBe(false);
    expect(await journal.facts({ kind: 'answered' })).toHaveLength(1);
  });

  it('that comes a quarter of an hour late is not run, and its sender is told', async () => {
    const { hear, ran, said } = listen();
    const ts = `${(clock.now().getTime() - 901_000) / 1000}`;
    expect([await hear('ops words', { ts }), await hear('ops words', { ts })]).toEqual([1, 1]);
    expect(said).toEqual([
      'U1: ✗ your line of 2025-12-31 23:44:59 UTC came only now, at 2026-01-01 00:00:00 UTC: it was not run',
    ]);
    expect(ran).toEqual([]);
    await hear('ops words', { ts: `${(clock.now().getTime() - 899_000) / 1000}` });
    expect(ran).toHaveLength(1);
  });

  it('that ran in time, and comes a quarter of an hour late again, is told nothing, whoever listens by then', async () => {
    const ts = `${clock.now().getTime() / 1000}`;
    const first = listen();
    await first.hear('ops words', { ts });
    await clock.advance(901_000);
    const other = listen(2);
    expect(await other.hear('ops words', { ts })).toBe(1);
    expect([other.ran, other.said]).toEqual([[], []]);
  });

  it.each([
    ['a picture alone, sent to the bot', '', 0],
    ['the word alone', 'ops', 1],
  ])('is not what asks for nothing: %s', async (_, text, count) => {
    const { hear, ran } = listen();
    expect(await hear(text, { channel: 'D1' })).toBe(1);
    expect(ran).toHaveLength(count);
  });
});

describe('a line that the journal does not take', () => {
  const refusal = 'U1: ✗ ops words was not run, because it could not be recorded: the journal is locked';

  it('is not run by what Slack sends again meanwhile, nor later', async () => {
    const { hear, faults, ran, said } = listen();
    const { promise, reject } = Promise.withResolvers<never>();
    faults.accept.push(promise);
    const ts = `${clock.now().getTime() / 1000}`;
    const twice = [hear('ops words', { ts }), hear('ops words', { ts })];
    await settle();
    reject(locked);
    expect(await Promise.all(twice)).toEqual([1, 1]);
    expect(await hear('ops words', { ts })).toBe(1);
    await clock.advance(60_000);
    expect(said).toEqual([refusal]);
    expect(ran).toEqual([]);
    expect(await journal.runs()).toMatchObject([{ state: 'failed', outcome: 'retry', argv: ['words'] }]);
  });

  it('is not run by another listener either, once the journal can be written again', async () => {
    const [one, other] = [listen(1), listen(2)];
    one.faults.accept.push(locked, locked);
    const ts = `${clock.now().getTime() / 1000}`;
    await one.hear('ops words', { ts });
    await clock.advance(5000);
    expect(await other.hear('ops words', { ts })).toBe(1);
    expect(other.ran).toEqual([]);
    expect(await states()).toEqual(['failed']);
    expect(await journal.facts({ kind: 'answered' })).toHaveLength(1);
  });

  it('is told to run after all where another listener was faster', async () => {
    const [one, other] = [listen(1), listen(2)];
    one.faults.accept.push(locked);
    const ts = `${clock.now().getTime() / 1000}`;
    await one.hear('ops words', { ts });
    await other.hear('ops words', { ts });
    await other.listener.idle();
    await clock.advance(5000);
    expect(one.said).toEqual([
      refusal,
      expect.stringMatching(/^U1: ! ops words runs after all, by another listener \(run \w+\): do not type it again$/),
    ]);
    expect(await states()).toEqual(['succeeded']);
  });

  it('comes again where its sender could not be told', async () => {
    const { hear, faults, ran } = listen();
    faults.accept.push(locked);
    faults.whisper.push(new SlackCallError('no', { refusal: 'user_not_in_channel', cause: 0 }));
    const ts = `${clock.now().getTime() / 1000}`;
    expect(await hear('ops words', { ts })).toBe(0);
    expect(await hear('ops words', { ts })).toBe(1);
    expect(ran).toHaveLength(1);
  });

  it('does not where they may have been told', async () => {
    const { hear, faults, ran } = listen();
    faults.accept.push(locked);
    faults.whisper.push(new SlackCallError('no answer', { cause: 0 }));
    const ts = `${clock.now().getTime() / 1000}`;
    expect([await hear('ops words', { ts }), await hear('ops words', { ts })]).toEqual([1, 1]);
    expect(ran).toEqual([]);
  });
});
