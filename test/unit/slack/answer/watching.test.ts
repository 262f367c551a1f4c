import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { Build, Builds } from '../../../../src/context/builds.ts';
import { OpsError } from '../../../../src/context/errors.ts';
import type { Origin, ProcessId } from '../../../../src/context/host.ts';
import type { Journal, RunRecord } from '../../../../src/context/journal.ts';
import { type Watched, watchKind } from '../../../../src/context/watches.ts';
import { openSqliteJournal } from '../../../../src/journal/sqlite.ts';
import { createWatchMemory, tellWatches, type WatchingParts } from '../../../../src/slack/answer/watching.ts';
import { SlackCallError } from '../../../../src/slack/connection/call-error.ts';
import type { Content, Delivery } from '../../../../src/slack/delivery/deliver.ts';
import { temporaryFolder } from '../../../support/folder.ts';
import { plainManners } from '../../../support/manners.ts';
import { type ManualClock, manualClock } from '../../../support/manual-clock.ts';

const self: ProcessId = { host: 'here', pid: 1, started: 'now' };
const before: ProcessId = { host: 'here', pid: 2, started: 'before' };
const other: ProcessId = { host: 'there', pid: 3, started: 'then' };
const room: Origin = { type: 'room', team: 'T1', channel: 'C1', message: '1.1', thread: '1.0' };

let clock: ManualClock;
let journal: Journal;

beforeEach(async () => {
  clock = manualClock();
  journal = await openSqliteJournal(join(temporaryFolder(), 'journal.db'));
  onTestFinished(() => journal.close());
});

const shop: Build = {
  ...{ job: 'shop', number: '1', state: 'running', outcome: undefined, url: '', branch: undefined, commit: undefined },
  ...{ at: new Date(0), ms: 1500, expected: undefined, why: undefined, by: undefined, changes: [], parameters: {} },
};
const ended: Build = { ...shop, state: 'ended', outcome: 'ok' };

const people = {
  eve: {
    ...{ slack: ['T1/U9'], os: [], email: ['eve@example.com'], github: [], jira: [], jenkins: [], pagerduty: [] },
    ldap: [],
  },
};

/** A listener's look at what is watched, and what is there to be seen. */
function listener({
  process = self,
  posted = false,
  fault,
}: {
  process?: ProcessId;
  posted?: boolean;
  fault?: Error;
} = {}) {
  const said: string[] = [];
  const called: string[][] = [];
  const asked: string[] = [];
  const warnings: string[] = [];
  const seen: { build: Build | undefined | Error; newest: Build[]; fault: Error | undefined } = {
    build: shop,
    newest: [],
    fault,
  };
  const builds = {
    system: 'Jenkins',
    build: async ({ job, number }: Build) => {
      asked.push(`${job}#${number}`);
      if (seen.build instanceof Error) throw seen.build;
      return seen.build;
    },
    builds: async ({ job }: { job?: string }) => {
      asked.push(`${job}`);
      return { items: seen.newest, hasMore: false };
    },
  } as unknown as Builds;
  const delivery = {
    find: async () => (posted ? { ts: '3.3', isFinal: true, blocks: [] } : undefined),
    post: async ({ channel, thread }: { channel: string; thread: string }, content: () => Content) => {
      if (seen.fault !== undefined) throw seen.fault;
      const { text, blocks } = content();
      said.push(`${channel} ${thread}: ${text}`);
      called.push([...JSON.stringify(blocks).matchAll(/"user_id":"(\w+)"/g)].map(([, id]) => id ?? ''));
      return '4.4';
    },
  } as unknown as Delivery;
  const parts: WatchingParts = {
    ...{ journal, delivery, clock, team: 'T1', people, respond: async () => {}, manners: plainManners() },
    processes: { identify: () => process, alive: () => true },
    builds: async () => builds,
    warn: (message) => void warnings.push(message),
    signal: new AbortController().signal,
  };
  const memory = createWatchMemory();
  return { said, called, asked, warnings, seen, memory, look: () => tellWatches(parts, memory) };
}

async function run(process: ProcessId, origin = room, argv = ['builds-watch', 'shop']): Promise<RunRecord> {
  const actor = { id: 'slack:T1:U1', name: 'mary' };
  const row = await journal.accept({ argv, actor, origin, process, at: clock.now() });
  if (row === undefined) throw new Error('not accepted');
  return row;
}

/** Somebody watches that, by a line typed to that listener. */
async function watch(
  process: ProcessId = self,
  of: Watched = { job: 'shop', number: '1' },
  origin = room,
): Promise<string> {
  const { id, actor } = await run(process, origin);
  const data = { isOpen: true, of };
  await journal.record({ run: id, kind: watchKind, subject: id, data, at: clock.now(), actor });
  await journal.finish(id, { state: 'succeeded', outcome: 'ok', exitCode: 0, at: clock.now() });
  return id;
}

async function isAtWork(process: ProcessId): Promise<void> {
  const row = await run(process, { type: 'terminal', host: 'here', directory: '/' }, ['listen']);
  await journal.start(row.id, { command: 'listen', effect: 'read', environment: undefined, process, at: clock.now() });
}

const told = 'C1 1.0: ✓ mary: shop#1 ended ok after 1.5 s';

describe('what is watched', () => {
  it('is told once it has ended, once, where it was asked for', async () => {
    await watch();
    const { said, seen, look } = listener();
    await look();
    expect(said).toEqual([]);
    seen.build = ended;
    for (let looks = 0; looks < 3; looks++) await look();
    expect(said).toEqual([told]);
  });

  it('is one question for all who watch the same, and none where nobody does', async () => {
    const { said, asked, seen, look } = listener();
    await look();
    expect(asked).toEqual([]);
    for (let people = 0; people < 5; people++) await watch();
    await watch(self, { job: 'shop', number: '2' });
    await look();
    expect(asked).toEqual(['shop#1', 'shop#2']);
    seen.build = ended;
    await look();
    expect(said).toHaveLength(6);
  });

  it('calls those once who broke it, however many watch it in a room', async () => {
    for (let one = 0; one < 2; one++) await watch();
    await watch(self, { job: 'shop', number: '1' }, { ...room, channel: 'D1' } as Origin);
    const { said, called, seen, look } = listener();
    const changes = [{ commit: 'c', title: 't', author: 'E', email: 'eve@example.com' }];
    seen.build = { ...ended, outcome: 'failed', changes };
    await look();
    expect(called).toEqual([['U1', 'U9'], ['U1'], ['U1', 'U9']]);
    expect(said[1]).toContain('changes by eve');
  });

  it('is the oldest of those that come after the newest that was there', async () => {
    await watch(self, { job: 'shop', after: new Date(5000).toISOString() });
    const { asked, seen, look } = listener();
    const at = (number: number): Build => ({ ...shop, number: `${number}`, at: new Date(number * 1000) });
    seen.newest = [at(5)];
    await look();
    seen.newest = [at(7), at(6), at(5)];
    for (let looks = 0; looks < 2; looks++) await look();
    expect(asked).toEqual(['shop', 'shop', 'shop#6']);
  });

  it.each<[string, Build | undefined, string]>([
    ['cancelled', { ...ended, outcome: 'cancelled', ms: undefined, number: 'q1' }, '✗ mary: shop#q1 ended cancelled'],
    ['deleted', undefined, '✗ mary: Jenkins has shop#1 no longer: how it went is not known\n  → ops builds --job shop'],
  ])('is told where it was %s', async (_, build, words) => {
    await watch();
    const { said, seen, look } = listener();
    seen.build = build;
    await look();
    expect(said).toEqual([`C1 1.0: ${words}`]);
  });

  it('is watched no longer after a day', async () => {
    await watch();
    const { said, look } = listener();
    await clock.advance(24 * 3_600_000 + 1);
    await look();
    expect(said).toEqual(['C1 1.0: ✗ mary: shop#1 has not ended within a day. It is watched no longer']);
  });

  it('is told though it is a run, when that has ended', async () => {
    const { id } = await run(self, room, ['deploy', 'uat']);
    await watch(self, { run: id });
    const { said, look } = listener();
    await look();
    expect(said).toEqual([]);
    await journal.finish(id, {
      state: 'interrupted',
      outcome: 'failed',
      exitCode: 1,
      at: clock.now(),
      message: 'it died',
    });
    await look();
    expect(said).toEqual([`C1 1.0: ✗ mary: ops deploy uat (run ${id}) interrupted: it died`]);
  });
});

describe('of several listeners', () => {
  it('that looks after a watch which its line was typed to, and no other', async () => {
    await isAtWork(self);
    await isAtWork(other);
    await watch(other);
    const [mine, theirs] = [listener(), listener({ process: other })];
    for (const one of [mine, theirs]) {
      one.seen.build = ended;
      await one.look();
    }
    expect([mine.asked, mine.said, theirs.said]).toEqual([[], [], [told]]);
  });

  it('one takes over what a listener left that is gone', async () => {
    await isAtWork(self);
    await isAtWork(other);
    await watch(before);
    const two = [listener(), listener({ process: other })];
    for (const { seen } of two) seen.build = ended;
    await Promise.all(two.map(({ look }) => look()));
    expect(two.flatMap(({ said }) => said)).toEqual([told]);
  });

  it('none says again what the one that was killed had said', async () => {
    await watch(before);
    const { said, seen, look } = listener({ posted: true });
    seen.build = ended;
    await look();
    await look();
    expect(said).toEqual([]);
    expect(await journal.facts({ kind: watchKind, latest: true })).toMatchObject([{ data: { isOpen: false } }]);
  });

  it('none tells of another workspace, or of a terminal', async () => {
    await watch(self, undefined, { ...room, team: 'T2' } as Origin);
    await watch(self, undefined, { type: 'terminal', host: 'here', directory: '/' });
    const { asked, look } = listener();
    await look();
    expect(asked).toEqual([]);
  });
});

describe('a fault', () => {
  it('of the system is warned of once, and it is asked less and less often', async () => {
    await watch();
    const { asked, warnings, said, seen, look } = listener();
    seen.build = new OpsError('unavailable', 'Jenkins does not answer');
    const looks = async (seconds: number): Promise<number> => {
      asked.length = 0;
      for (let second = 0; second < seconds; second += 5) {
        await look();
        await clock.advance(5000);
      }
      return asked.length;
    };
    expect([await looks(60), await looks(300)]).toEqual([4, 5]);
    expect(warnings).toEqual(['shop#1 could not be looked at: Jenkins does not answer']);
    seen.build = ended;
    await looks(120);
    expect(said).toEqual([told]);
  });

  it('of one build keeps nobody from hearing of another', async () => {
    await watch(self, { job: 'secret', number: '1' });
    await watch();
    const { said, seen, look } = listener();
    seen.build = new OpsError('unavailable', 'Jenkins answers in another shape');
    await look();
    seen.build = ended;
    await look();
    expect(said).toEqual([told]);
    seen.build = new OpsError('denied', 'Jenkins says 403');
    await clock.advance(24 * 3_600_000);
    await look();
    await clock.advance(1);
    await look();
    expect(said.slice(1)).toEqual([
      'C1 1.0: ✗ mary: secret#1 could not be looked at: Jenkins says 403. It is watched no longer',
    ]);
  });

  it('that outlasts whoever watches is not remembered', async () => {
    await watch();
    const { said, seen, memory, look } = listener();
    seen.build = new OpsError('unavailable', 'Jenkins does not answer');
    await look();
    await clock.advance(24 * 3_600_000 + 1);
    await look();
    expect(said).toHaveLength(1);
    expect(Object.values(memory).map(({ size }) => size)).toEqual([0, 0, 0]);
  });

  it('of Slack is tried again, and a refusal is not', async () => {
    await watch();
    const { said, seen, look, warnings } = listener({ fault: new SlackCallError('no answer', { cause: 0 }) });
    seen.build = ended;
    await look();
    seen.fault = undefined;
    await look();
    expect(said).toEqual([told]);
    await watch();
    seen.fault = new SlackCallError('no such channel', { refusal: 'channel_not_found', cause: 0 });
    await look();
    seen.fault = undefined;
    await look();
    expect([said, warnings.length]).toEqual([[told], 2]);
  });
});
