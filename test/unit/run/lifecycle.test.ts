import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { type Command, defineCommand } from '../../../src/command/define.ts';
import { text } from '../../../src/context/blocks.ts';
import type { LoadedConfig } from '../../../src/context/config.ts';
import { OpsError } from '../../../src/context/errors.ts';
import type { Event } from '../../../src/context/events.ts';
import type { Entry } from '../../../src/context/evidence.ts';
import type { Host, ProcessId } from '../../../src/context/host.ts';
import { openSqliteJournal } from '../../../src/journal/sqlite.ts';
import { createPeople } from '../../../src/policy/people.ts';
import { type Policy, withoutPolicy } from '../../../src/policy/policy.ts';
import { carryOut } from '../../../src/run/lifecycle.ts';
import type { RunRequest } from '../../../src/run/request.ts';
import { noLimits } from '../../support/limits.ts';
import { cronHost } from '../../support/ops.ts';
import { temporaryFolder } from '../../support/project.ts';
import { until } from '../../support/waiting.ts';

interface Trial {
  command: Command;
  request?: Partial<RunRequest>;
  policy?: Policy;
  host?: Partial<Host>;
  folder?: string;
  keep?: number;
  onEvent?: (event: Event) => void;
}

/** One line through the whole lifecycle, on a real journal. */
async function attempt({
  command,
  request,
  policy = withoutPolicy,
  host = {},
  onEvent,
  keep,
  folder = temporaryFolder(),
}: Trial) {
  const events: Event[] = [];
  const path = join(folder, 'journal.db');
  const loaded: LoadedConfig = {
    file: join(folder, '.chatopsrc'),
    entries: [],
    secrets: [],
    config: {
      apps: {},
      environments: { uat: { confirm: false }, prod: { confirm: true } },
      scripts: [],
      files: { largest: 25_000_000 },
      journal: { path, ...(keep === undefined ? {} : { keep }) },
      ...{ people: {}, roles: {} },
      rooms: {},
      limits: noLimits,
      output: { keep: 1e9, size: 1e7, total: 1e9 },
    },
  };
  const exitCode = await carryOut(
    {
      command,
      input: { environment: 'uat' },
      argv: [command.name, 'uat'],
      json: false,
      dryRun: false,
      yes: false,
      timeout: undefined,
      debug: false,
      wait: false,
      ...request,
    },
    {
      host: Object.defineProperties(
        cronHost(folder, { exitCode: 0, stdout: '', stderr: '', words: '' }),
        Object.getOwnPropertyDescriptors(host),
      ),
      sink: (event) => {
        events.push(event);
        onEvent?.(event);
        return undefined;
      },
      join: () => {},
      redact: (words) => words.replaceAll('sup3rs3cret', '••••'),
      loaded,
      policy,
      policyText: () => '{"rules":[]}',
      policyTextNow: async () => '{"rules":[]}',
      person: 'ana',
      people: createPeople({ people: {}, roles: {} }),
      asked: async () => createPeople({ people: {}, roles: {} }),
      again: async () => 0,
      project: () => ({}) as never,
    },
  );
  const journal = await openSqliteJournal(path);
  const [row] = await journal.runs();
  const locks = await journal.locks();
  const entries: Entry[] = [];
  for await (const entry of journal.entries()) entries.push(entry);
  await journal.close();
  return { exitCode, events, row, locks, folder, entries, told: events.map(({ type }) => type) };
}

const steps: string[] = [];
const change = (overrides: Partial<Command> = {}): Command => ({
  ...defineCommand({
    name: 'release',
    summary: 'Release',
    args: { environment: { summary: 'Where', required: true } },
    examples: [{ line: 'ops release uat', says: 'a release' }],
    effect: 'change',
    environment: 'environment',
    plan: ({ environment }) => {
      steps.push('plan');
      return { environment };
    },
    preview: ({ environment }) => [text(`to ${environment}`)],
    run: ({ environment }) => {
      steps.push('run');
      return { environment };
    },
    show: ({ environment }) => [text(`released ${environment}`)],
  }),
  ...overrides,
});

const look = (run: Command['run'] = () => ({ version: 'v1' })): Command =>
  defineCommand({
    name: 'versions',
    summary: 'Versions',
    args: { environment: { summary: 'Where' } },
    examples: [{ line: 'ops versions', says: 'versions' }],
    effect: 'read',
    run,
    show: () => [text('v1')],
  }) as Command;

describe('a change', () => {
  it('is planned, shown, planned again under its lock, run and recorded', async () => {
    steps.length = 0;
    const { exitCode, row, locks, told } = await attempt({ command: change() });
    expect(exitCode).toBe(0);
    expect(steps).toEqual(['plan', 'plan', 'run']);
    expect(told).toEqual(['started', 'note', 'result', 'finished']);
    expect(row).toMatchObject({
      state: 'succeeded',
      outcome: 'ok',
      exitCode: 0,
      command: 'release',
      environment: 'uat',
    });
    expect(locks).toEqual([]);
  });

  it('stops after its preview when it is only tried', async () => {
    steps.length = 0;
    const { exitCode, events } = await attempt({ command: change(), request: { dryRun: true } });
    expect(exitCode).toBe(0);
    expect(steps).toEqual(['plan']);
    expect(events[1]).toMatchObject({ type: 'result', data: { environment: 'uat' } });
  });

  it('is refused where its plan moved after it was shown', async () => {
    let moved = 0;
    const command = change({ plan: () => ({ commit: moved++ }), run: () => expect.unreachable() });
    const { exitCode, row, events } = await attempt({ command });
    expect(exitCode).toBe(1);
    expect(row).toMatchObject({ state: 'failed', outcome: 'failed' });
    expect(events.find(({ type }) => type === 'error')).toMatchObject({
      message: expect.stringContaining('no longer what was shown'),
    });
  });

  it('asks where the environment wants it, and a no leaves all as it was', async () => {
    const asked: string[] = [];
    const ask = async (question: string): Promise<boolean> => {
      asked.push(question);
      return false;
    };
    const command = change({ run: () => expect.unreachable() });
    const request = { input: { environment: 'prod' }, argv: ['release', 'prod'] };
    const { exitCode, row } = await attempt({ command, request, host: { ask } });
    expect(asked).toEqual(['ops release prod changes prod. Go on?']);
    expect(exitCode).toBe(130);
    expect(row).toMatchObject({ state: 'cancelled' });
  });

  it('needs --yes where nobody can be asked, and takes it for an answer', async () => {
    const request = { input: { environment: 'prod' }, argv: ['release', 'prod'] };
    const refused = await attempt({ command: change(), request });
    expect(refused.exitCode).toBe(64);
    expect(refused.events.find(({ type }) => type === 'error')).toMatchObject({ hint: 'add --yes to the line' });
    expect((await attempt({ command: change(), request: { ...request, yes: true } })).exitCode).toBe(0);
  });

  it('is refused while another run holds its environment, and says whose, since when and why', async () => {
    const folder = temporaryFolder();
    let second: Awaited<ReturnType<typeof attempt>> | undefined;
    const holder = change({
      run: async () => {
        second = await attempt({ command: change(), folder });
        return {};
      },
      show: () => [],
    });
    expect((await attempt({ command: holder, folder })).exitCode).toBe(0);
    expect(second?.exitCode).toBe(75);
    expect(second?.events.find(({ type }) => type === 'error')).toMatchObject({
      outcome: 'retry',
      message: expect.stringMatching(/^uat is locked by ana since \d\d:\d\d:\d\d UTC: ops release uat \(run \w{8}\)$/),
    });
    expect((await attempt({ command: change(), folder })).exitCode).toBe(0);
  });

  it('does not run where it cannot be recorded', async () => {
    const folder = temporaryFolder();
    const system = cronHost(folder, { exitCode: 0, stdout: '', stderr: '', words: '' }).system;
    const journal = (): Promise<never> => Promise.reject(new OpsError('config', 'the disk is full', { hint: 'df' }));
    const command = change({ plan: () => expect.unreachable() });
    await expect(attempt({ command, folder, host: { system: { ...system, journal } } })).rejects.toMatchObject({
      outcome: 'config',
      message: 'nothing was run, because it could not be recorded: the disk is full',
      hint: 'df',
    });
  });
});

describe('a run whose end the journal does not take', () => {
  const patient = (folder: string): Partial<Host> => {
    const { system } = cronHost(folder, { exitCode: 0, stdout: '', stderr: '', words: '' });
    return { system: { ...system, journal: (path) => openSqliteJournal(path, { busyTimeout: 10 }) } };
  };

  /** Another process has the journal from the moment that the command runs. */
  async function whileLocked(run: () => object, onEvent: (event: Event, other: DatabaseSync) => void) {
    const folder = temporaryFolder();
    let other: DatabaseSync | undefined;
    const command = change({
      run: () => {
        other = new DatabaseSync(join(folder, 'journal.db'), { timeout: 10_000 });
        other.exec('BEGIN EXCLUSIVE');
        return run();
      },
      show: () => [],
    });
    const heard = (event: Event): void => {
      if (other?.isOpen) onEvent(event, other);
    };
    return attempt({ command, folder, host: patient(folder), onEvent: heard });
  }

  it.each([
    ['done', () => ({}), { state: 'succeeded', outcome: 'ok', exitCode: 0 }],
    [
      'failed',
      () => {
        throw new OpsError('failed', 'it failed', { exitCode: 7 });
      },
      { state: 'failed', outcome: 'failed', exitCode: 7, message: 'it failed' },
    ],
  ])('is said to be %s all the same, and written as soon as it can be', async (_, run, end) => {
    const { exitCode, events, row, locks } = await whileLocked(run, (event, other) => {
      if (event.type === 'finished') other.close();
    });
    expect(exitCode).toBe(end.exitCode);
    expect(events.at(-1)).toMatchObject({ type: 'finished', outcome: end.outcome, exitCode });
    expect(JSON.stringify(events.at(-2))).toMatch(/warning.+the journal does not say yet.+locked.+as soon as/);
    expect(row).toMatchObject(end);
    expect(locks).toEqual([]);
  });

  it('and that cannot be taken later either is told at once', async () => {
    const folder = temporaryFolder();
    const command = change({
      run: () => {
        rmSync(join(folder, 'journal.db'));
        return {};
      },
      show: () => [],
    });
    const { exitCode, events } = await attempt({ command, folder });
    expect(exitCode).toBe(0);
    expect(JSON.stringify(events.at(-2))).toMatch(/moved or deleted.+will be called interrupted/);
  });
});

describe('a process that nobody can look at', () => {
  const elsewhere = { host: 'box1', pid: 1, started: 'there' };
  const hostOf = (folder: string, self: ProcessId): Partial<Host> => {
    const { system } = cronHost(folder, { exitCode: 0, stdout: '', stderr: '', words: '' });
    const alive = ({ host }: ProcessId): boolean | undefined => host === self.host || undefined;
    return { system: { ...system, identify: () => self, alive } };
  };
  const errorOf = (events: readonly Event[]) => events.find(({ type }) => type === 'error');

  it('holds its lock, and who waits is told where it is and what to do', async () => {
    const folder = temporaryFolder();
    let second: Awaited<ReturnType<typeof attempt>> | undefined;
    const holder = change({
      run: async () => {
        second = await attempt({ command: change(), folder, host: hostOf(folder, { ...elsewhere, host: 'box2' }) });
        return {};
      },
      show: () => [],
    });
    expect((await attempt({ command: holder, folder, host: hostOf(folder, elsewhere) })).exitCode).toBe(0);
    expect(errorOf(second?.events ?? [])).toMatchObject({
      outcome: 'retry',
      message: expect.stringMatching(/^uat is locked by ana since .+ UTC, on box1: ops release uat/),
      hint: expect.stringContaining('where box1 is gone, the lock is free half a minute from now: type the line again'),
    });
  });

  it('vouches for itself while it runs', async () => {
    const folder = temporaryFolder();
    /** How often somebody doubted it, and since when they do now. */
    const doubts = (): unknown[] => {
      using raw = new DatabaseSync(join(folder, 'journal.db'), { readOnly: true });
      const told = raw.prepare(`SELECT count(*) AS times FROM entries WHERE kind = 'run-doubted'`).get();
      const [row] = raw.prepare('SELECT doubted_at FROM runs WHERE command IS NOT NULL ORDER BY sequence').all();
      return [told?.['times'], row?.['doubted_at']];
    };
    const holder = change({
      run: async () => {
        expect(doubts()).toEqual([0, null]);
        await attempt({ command: change(), folder, host: hostOf(folder, { ...elsewhere, host: 'box2' }) });
        // It may have given its word already.
        await until(() => doubts()[1] === null, 'its word');
        expect(doubts()).toEqual([1, null]);
        return {};
      },
      show: () => [],
    });
    expect((await attempt({ command: holder, folder, host: hostOf(folder, elsewhere) })).exitCode).toBe(0);
  });
});

describe('every run', () => {
  const read = (run: Command['run'], timeout?: number): Command => ({
    ...change({ effect: 'read', run, show: () => [] }),
    ...(timeout === undefined ? {} : { timeout }),
  });

  it.each([
    [
      'what was thrown by the command',
      new OpsError('unavailable', 'no answer', { hint: 'ops doctor' }),
      69,
      'failed',
      'unavailable',
    ],
    ['a script’s own exit code', new OpsError('failed', 'it failed', { exitCode: 7 }), 7, 'failed', 'failed'],
    ['a refusal', new OpsError('denied', 'no'), 77, 'denied', 'denied'],
    ['a fault in the command', new TypeError('x is undefined'), 70, 'failed', 'bug'],
    ['something that is no error', 'a string', 70, 'failed', 'bug'],
  ])('ends in the journal with its outcome: %s', async (_what, thrown, code, state, outcome) => {
    const { exitCode, row, told } = await attempt({
      command: read(() => {
        throw thrown;
      }),
    });
    expect(exitCode).toBe(code);
    expect(row).toMatchObject({ state, outcome, exitCode: code });
    expect(told.slice(-2)).toEqual(['error', 'finished']);
  });

  it('is refused by the policy before anything is looked at', async () => {
    const refusal = { rule: 'rule-3', who: 'mary', reason: 'the rule rule-3 denies it', hint: 'ask ana' };
    const policy: Policy = () => ({ allowed: false, ...refusal });
    const { exitCode, row } = await attempt({ command: change({ plan: () => expect.unreachable() }), policy });
    expect(exitCode).toBe(77);
    expect(row).toMatchObject({
      state: 'denied',
      message: 'mary may not run ops release uat: the rule rule-3 denies it',
    });
  });

  it('is told of in the chain with the policy that allowed it, or did not', async () => {
    const denies: Policy = () => ({ allowed: false, rule: undefined, who: 'mary', reason: 'no', hint: 'ask ana' });
    const [allowed, denied] = [
      await attempt({ command: change() }),
      await attempt({ command: change(), policy: denies }),
    ];
    const digest = createHash('sha256').update('{"rules":[]}').digest('hex');
    const decisions = (entries: readonly Entry[]) =>
      entries.flatMap(({ kind, facts }) => ('decision' in facts ? [[kind, facts['decision']]] : []));
    const decision = { person: 'ana', policy: digest };
    expect(decisions(allowed.entries)).toEqual([
      ['run-started', expect.objectContaining({ ...decision, allowed: true })],
    ]);
    expect(decisions(denied.entries)).toEqual([['run-ended', { ...decision, allowed: false }]]);
  });

  it('is told of with its end alone, where it is a read that is over at once', async () => {
    const { entries, row } = await attempt({ command: look() });
    expect(entries.flatMap(({ kind }) => (kind.startsWith('run-') ? [kind] : []))).toEqual([
      'run-accepted',
      'run-ended',
    ]);
    expect(entries.at(-1)?.facts).toMatchObject({ decision: { person: 'ana', allowed: true } });
    expect(row).toMatchObject({ state: 'succeeded', effect: 'read', startedAt: expect.any(Date) });
  });

  it('has begun when it asks, also where it is a read that has just begun', async () => {
    const folder = temporaryFolder();
    let state: unknown;
    const ask = async (): Promise<boolean> => {
      using database = new DatabaseSync(join(folder, 'journal.db'), { readOnly: true });
      state = database.prepare('SELECT state FROM runs').get()?.['state'];
      return true;
    };
    const command = look(async (_, { confirm }) => ({ isSure: await confirm('Sure?') }));
    expect((await attempt({ command, folder, host: { ask } })).exitCode).toBe(0);
    expect(state).toBe('running');
  });

  it('looks at nobody who could be asked, unless it asks: to look at standard input is to open it', async () => {
    let looks = 0;
    const host: Partial<Host> = {
      get ask() {
        looks += 1;
        return async () => true;
      },
    };
    expect((await attempt({ command: look(), host })).exitCode).toBe(0);
    expect(looks).toBe(0);
    const command = look(async (_, { confirm }) => ({ isSure: await confirm('Sure?') }));
    expect((await attempt({ command, host })).exitCode).toBe(0);
    expect(looks).toBeGreaterThan(0);
  });

  it('leaves with its end what is younger than journal.keep', async () => {
    const folder = temporaryFolder();
    await attempt({ command: change(), folder });
    const young = await attempt({ command: change(), folder, keep: 3_600_000 });
    expect(young.entries.map(({ kind }) => kind)).not.toContain('journal-pruned');
    const old = await attempt({ command: change(), folder, keep: 1 });
    expect(old.entries.map(({ kind }) => kind)).toContain('journal-pruned');
    expect(old.entries[0]?.sequence).toBeGreaterThan(young.entries.length);
  });

  it('is stopped when its time is up', async () => {
    const command = read((_input, { clock, signal }) => clock.sleep(60_000, signal).then(() => ({})), 20);
    const { exitCode, row } = await attempt({ command });
    expect(exitCode).toBe(124);
    expect(row).toMatchObject({ state: 'timed out', outcome: 'timeout' });
  });

  it('is stopped by a person', async () => {
    const controller = new AbortController();
    const command = read((_input, { clock, signal }) => {
      controller.abort(new OpsError('cancelled', 'it was stopped by Ctrl-C'));
      return clock.sleep(60_000, signal).then(() => ({}));
    });
    const { exitCode, row } = await attempt({ command, host: { signal: controller.signal } });
    expect(exitCode).toBe(130);
    expect(row).toMatchObject({ state: 'cancelled', message: 'it was stopped by Ctrl-C' });
  });
});
