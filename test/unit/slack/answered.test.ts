import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { Origin } from '../../../src/context/host.ts';
import type { Journal, RunEnd, RunRecord } from '../../../src/context/journal.ts';
import { openSqliteJournal } from '../../../src/journal/sqlite.ts';
import { messageWords } from '../../../src/render/slack.ts';
import { tellUnanswered } from '../../../src/slack/answered.ts';
import { SlackCallError } from '../../../src/slack/call-error.ts';
import type { Delivery } from '../../../src/slack/deliver.ts';
import type { Posted } from '../../../src/slack/find.ts';
import { temporaryFolder, writeProgram } from '../../support/folder.ts';
import { type ManualClock, manualClock, settle } from '../../support/manual-clock.ts';

const self = { host: 'here', pid: 1, started: 'now' };
const room = { type: 'room', team: 'T1', channel: 'C1', message: '1.1' } as const;
const succeeded = { state: 'succeeded', outcome: 'ok', exitCode: 0 } as const;

let clock: ManualClock;
let journal: Journal;
let folder: string;

beforeEach(async () => {
  clock = manualClock();
  folder = temporaryFolder();
  journal = await openSqliteJournal(join(folder, 'journal.db'));
  onTestFinished(() => journal.close());
});

async function run({
  origin = room as Origin,
  end = succeeded as Omit<RunEnd, 'at'> | 'running',
} = {}): Promise<RunRecord> {
  const actor = { id: 'slack:T1:U1', name: 'mary' };
  const row = await journal.accept({ argv: ['deploy', 'uat'], actor, origin, process: self, at: clock.now() });
  if (row === undefined) throw new Error('not accepted');
  if (end !== 'running') await journal.finish(row.id, { ...end, at: clock.now() });
  return row;
}

interface Told {
  said: string[];
  warnings: string[];
}

/** One start of a listener: what it says where, with this in the room already. */
async function tell({
  found = undefined as Posted | undefined,
  fault = undefined as Error | undefined,
  alive = true,
  signal = new AbortController().signal,
} = {}): Promise<Told & { done: Promise<void> }> {
  const told: Told = { said: [], warnings: [] };
  const say = (where: string, words: string): void => {
    if (fault !== undefined) throw fault;
    told.said.push(`${where}: ${words}`);
  };
  const delivery: Delivery = {
    find: async () => found,
    post: async ({ channel, thread = 'root' }, content) => {
      say(`${channel} ${thread}`, content().text);
      return '9.9';
    },
    update: async (_, ts, content) => say(ts, messageWords(content().blocks).trim()),
    upload: async ({ name, content }, { thread }) => say(`file under ${thread}`, `${name} ${await content.text()}`),
    whisper: async () => {},
    updateWait: () => 0,
  };
  const processes = { identify: () => self, alive: () => alive };
  const outputs = join(folder, 'output');
  const warn = (words: string): void => void told.warnings.push(words);
  const done = tellUnanswered({ journal, delivery, clock, outputs, processes, team: 'T1', warn, signal });
  await settle();
  return { ...told, done };
}

describe('a room that was not told how its line ended', () => {
  it('is told at the next start, once', async () => {
    const { id } = await run();
    const words = `✓ ops deploy uat (run ${id} of mary) ended while the listener was away: succeeded, exit 0`;
    expect(await tell()).toMatchObject({ said: [`C1 root: ${words}`], warnings: [] });
    expect(await tell()).toMatchObject({ said: [], warnings: [] });
  });

  it('is told in its thread, in the message that stands there, and with the whole output', async () => {
    const { id } = await run({
      origin: { ...room, thread: '0.5' },
      end: { state: 'timed out', outcome: 'timeout', exitCode: 124 },
    });
    writeProgram(folder, `output/${id}/head`, 'all of it');
    const words = `✗ ops deploy uat (run ${id} of mary) ended while the listener was away: timed out, exit 124`;
    const { said, done } = await tell({ found: { ts: '2.2', isFinal: false } });
    await done;
    expect(said).toEqual([`2.2: ${words}`, `C1 0.5: ${words}`, `file under 0.5: deploy-${id}.txt all of it`]);
  });

  it.each([
    ['whose message says it already', { found: { ts: '2.2', isFinal: true } }, []],
    [
      'that is gone',
      {
        fault: new SlackCallError('Slack refuses chat.postMessage: is_archived', { refusal: 'is_archived', cause: 0 }),
      },
      [expect.stringContaining('is_archived')],
    ],
  ])('%s is not asked again', async (_, first, warnings) => {
    await run();
    expect(await tell(first)).toMatchObject({ said: [], warnings });
    expect(await tell()).toMatchObject({ said: [], warnings: [] });
  });

  it('is told later where Slack does not answer', async () => {
    await run();
    const fault = new SlackCallError('no answer to chat.postMessage', { cause: 0 });
    expect(await tell({ fault })).toMatchObject({ said: [], warnings: ['no answer to chat.postMessage'] });
    expect((await tell()).said).toHaveLength(1);
  });

  it('is told of a line that still runs when that has ended', async () => {
    const { id } = await run({ end: 'running' });
    const told = await tell();
    await clock.advance(5000);
    expect(told.said).toEqual([]);
    await journal.finish(id, { ...succeeded, at: clock.now() });
    await clock.advance(1000);
    await told.done;
    expect(told.said).toHaveLength(1);
  });

  it('is not waited for once the listener is stopped', async () => {
    await run({ end: 'running' });
    const controller = new AbortController();
    const { done, said } = await tell({ signal: controller.signal });
    controller.abort(new Error('stopped'));
    await done;
    expect(said).toEqual([]);
  });
});

describe('nobody is told', () => {
  it.each([
    ['of a line that was typed in a terminal', { origin: { type: 'terminal', host: 'here', directory: '/' } as const }],
    ['of a line of another workspace', { origin: { ...room, team: 'T2' } }],
  ])('%s', async (_, which) => {
    await run(which);
    expect((await tell()).said).toEqual([]);
  });

  it('of a line of the day before yesterday', async () => {
    await run();
    await clock.advance(48 * 3_600_000);
    expect((await tell()).said).toEqual([]);
  });

  it('by a second listener while the first one lives', async () => {
    await run();
    const process = { host: 'here', pid: 2, started: 'before' };
    const first = await run({ origin: { type: 'terminal', host: 'here', directory: '/' }, end: 'running' });
    await journal.start(first.id, {
      command: 'listen',
      effect: 'read',
      environment: undefined,
      process,
      at: clock.now(),
    });
    expect((await tell()).said).toEqual([]);
    expect((await tell({ alive: false })).said).toHaveLength(1);
  });
});
