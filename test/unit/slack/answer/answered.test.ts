import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { text } from '../../../../src/context/blocks.ts';
import type { Event } from '../../../../src/context/events.ts';
import type { Origin, ProcessId } from '../../../../src/context/host.ts';
import type { Journal, RunEnd, RunRecord } from '../../../../src/context/journal.ts';
import { openSqliteJournal } from '../../../../src/journal/sqlite.ts';
import { layoutEvent } from '../../../../src/render/layout.ts';
import { messageWords, renderMessage } from '../../../../src/render/slack.ts';
import { createWindow } from '../../../../src/render/window.ts';
import { recordAnswer } from '../../../../src/run/question.ts';
import {
  type AnsweredParts,
  keepTelling,
  markAnswered,
  tellUnanswered,
} from '../../../../src/slack/answer/answered.ts';
import { createBell } from '../../../../src/slack/answer/bell.ts';
import { createRecent } from '../../../../src/slack/answer/recent.ts';
import { SlackCallError } from '../../../../src/slack/connection/call-error.ts';
import type { Delivery } from '../../../../src/slack/delivery/deliver.ts';
import type { Posted } from '../../../../src/slack/delivery/find.ts';
import { temporaryFolder, writeProgram } from '../../../support/folder.ts';
import { plainManners } from '../../../support/manners.ts';
import { type ManualClock, manualClock, settle } from '../../../support/manual-clock.ts';

const self: ProcessId = { host: 'here', pid: 1, started: 'now' };
const before: ProcessId = { host: 'here', pid: 2, started: 'before' };
const elsewhere: ProcessId = { host: 'there', pid: 3, started: 'then' };
const room = { type: 'room', team: 'T1', channel: 'C1', message: '1.1' } as const;
const terminal = { type: 'terminal', host: 'here', directory: '/' } as const;
const succeeded = { state: 'succeeded', outcome: 'ok', exitCode: 0 } as const;
const words = ({ id }: RunRecord, how = 'succeeded, exit 0'): string =>
  `${how.startsWith('succ') ? '✓' : '✗'} ops deploy uat (run ${id} of mary) ended while the listener was away: ${how}`;

const release: Event = { type: 'step', id: 1, title: 'Release web', state: 'running' };

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
  process = before,
  argv = ['deploy', 'uat'],
} = {}): Promise<RunRecord> {
  const actor = { id: 'slack:T1:U1', name: 'mary' };
  const row = await journal.accept({ argv, actor, origin, process, at: clock.now() });
  if (row === undefined) throw new Error('not accepted');
  if (end !== 'running') await journal.finish(row.id, { ...end, at: clock.now() });
  return row;
}

/** A listener that is at work. */
async function listening(process: ProcessId): Promise<RunRecord> {
  const row = await run({ origin: terminal, end: 'running', process });
  const at = clock.now();
  await journal.start(row.id, { command: 'listen', effect: 'read', environment: undefined, process, at });
  return row;
}

interface Room {
  found?: Posted;
  /** What Slack says to whatever is said in the room. */
  fault?: Error;
  refused?: { update?: string; upload?: string };
  alive?: (process: ProcessId) => boolean | undefined;
  busy?: string;
}

const refusalOf = (method: string, refusal: string): SlackCallError =>
  new SlackCallError(`Slack refuses ${method}: ${refusal}`, { refusal, cause: 0 });

/** A listener's parts, and what they say where, with this in the room already. */
function partsOf({ found, fault, refused = {}, alive = () => true, busy }: Room = {}) {
  const said: string[] = [];
  const warnings: string[] = [];
  const say = (what: string): void => {
    if (fault !== undefined) throw fault;
    said.push(what);
  };
  const delivery: Delivery = {
    find: async () => found,
    post: async ({ channel, thread = 'root' }, content) => {
      const { blocks, text } = content();
      say(`${channel} ${thread}: ${blocks.length === 1 ? text : messageWords(blocks).trim()}`);
      return '9.9';
    },
    update: async (_, ts, content) => {
      if (refused.update !== undefined) throw refusalOf('chat.update', refused.update);
      say(`${ts}: ${messageWords(content().blocks).trim()}`);
    },
    upload: async ({ name, content }, { thread }) => {
      if (refused.upload !== undefined) throw refusalOf('files.completeUploadExternal', refused.upload);
      say(`file under ${thread}: ${name} of ${content.size}`);
    },
    whisper: async (_, __, user, { text }) => say(`${user} alone: ${text}`),
    single: async () => {},
    updateWait: () => 0,
  };
  const kill = async (): Promise<boolean> => true;
  const parts: AnsweredParts = {
    ...{ journal, delivery, clock, respond: async () => {} },
    outputs: join(folder, 'output'),
    processes: { identify: () => self, alive, killGroup: kill, killRun: kill },
    manners: plainManners(),
    team: 'T1',
    isBusy: (id) => id === busy,
    bell: createBell(),
    lookAtAsked: async () => {},
    goOn: ({ id }) => say(`goes on: ${id}`),
    warn: (message) => void warnings.push(message),
    signal: new AbortController().signal,
  };
  return { parts, said, warnings };
}

/** One look of a listener: what it says. */
async function look(where: Room = {}): Promise<{ said: string[]; warnings: string[]; underWay: number }> {
  const { parts, said, warnings } = partsOf(where);
  const underWay = await tellUnanswered(parts);
  return { said, warnings, underWay };
}

const message = (...lines: string[]): Posted => ({
  ts: '2.2',
  isFinal: false,
  blocks: [
    { type: 'rich_text', elements: [] },
    ...lines.map((text) => ({
      type: 'rich_text',
      elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }],
    })),
    { type: 'context', elements: [] },
  ],
});

describe('a room that was not told how its line ended', () => {
  it('is told once', async () => {
    const row = await run();
    expect(await look()).toEqual({ said: [`C1 root: ${words(row)}`], warnings: [], underWay: 0 });
    expect(await look()).toMatchObject({ said: [], warnings: [] });
  });

  it('is told in its thread, and in the message that stands there, which keeps what it shows', async () => {
    const end = { state: 'timed out', outcome: 'timeout', exitCode: 124 } as const;
    const row = await run({ origin: { ...room, thread: '0.5' }, end });
    const told = words(row, 'timed out, exit 124');
    const { said } = await look({ found: message('line 1') });
    expect(said).toEqual([`2.2: line 1\n${told}`, `C1 0.5: ${told}`]);
  });

  it('sees that what went on there has failed, and of what was said nothing else', async () => {
    const said: Event = { type: 'note', level: 'info', blocks: [text('… and 5 more')] };
    const window = createWindow({ head: 1000, tail: 1000 });
    for (const event of [said, release]) window.add(event);
    const lines = { ...window.lines(), live: window.live() };
    const { blocks } = renderMessage({ line: 'ops deploy uat', actor: 'mary', state: 'running', window: lines });
    const row = await run({ end: { state: 'interrupted', outcome: 'failed', exitCode: 1 } });
    const told = await look({ found: { ts: '2.2', isFinal: false, blocks } });
    expect(told.said[0]).toContain(`2.2: … and 5 more\n✗ Release web\n✗ ops deploy uat (run ${row.id} of mary`);
  });

  it('sees so below what was printed, where that is kept', async () => {
    const live = renderMessage({
      ...{ line: 'ops deploy uat', actor: 'mary', state: 'running' },
      window: { head: [], omitted: 0, tail: [], live: layoutEvent(release) },
    });
    const row = await run({ end: { state: 'interrupted', outcome: 'failed', exitCode: 1 } });
    writeProgram(folder, `output/${row.id}/head`, 'line 1\n');
    const told = await look({ found: { ts: '2.2', isFinal: false, blocks: live.blocks } });
    expect(told.said[0]).toContain('2.2: line 1\n✗ Release web\n✗ ops deploy uat');
    const other = await run({ end: { state: 'failed', outcome: 'failed', exitCode: 1 } });
    writeProgram(folder, `output/${other.id}/head`, '✗ Release web\n');
    const ended = await look({ found: { ts: '2.2', isFinal: false, blocks: live.blocks } });
    expect(ended.said[0]?.match(/Release web/g)).toHaveLength(1);
  });

  it('tells whoever pressed alone that they may not', async () => {
    const end = { state: 'denied', outcome: 'denied', exitCode: 77, message: 'mary may not' } as const;
    await run({ origin: { ...room, way: 'button' }, argv: ['rerun', 'k3f9'], end });
    const { said } = await look();
    expect(said).toEqual([expect.stringMatching(/^U1 alone: ✗ ops rerun k3f9 .* was not run: mary may not$/)]);
  });

  it.each([
    ['stays', ''],
    ['is gone', 'passing/'],
  ])('is shown what was printed since, and what %s of it needs no file where that is all', async (is, where) => {
    const row = await run();
    const path = writeProgram(folder, `output/${where}${row.id}/head`, 'line 1\nline 2\n');
    const { said } = await look({ found: message('line 1') });
    expect(said).toEqual([`2.2: line 1\nline 2\n${words(row)}`, `C1 root: ${words(row)}`]);
    expect(existsSync(path)).toBe(is === 'stays');
  });

  it('gets the whole as a file where that is more', async () => {
    const row = await run();
    writeProgram(folder, `output/${row.id}/head`, 'a line\n'.repeat(1000));
    const { said } = await look({ found: message('a line') });
    expect(said).toHaveLength(3);
    expect(said[0]).toMatch(/^2\.2: (a line\n)+… \d+ lines left out …\n(a line\n)+✓ ops deploy uat/);
    expect(said[2]).toBe(`file under 2.2: deploy-${row.id}.txt of 7000`);
  });

  it('gets the file once, where only that was missing', async () => {
    const row = await run();
    writeProgram(folder, `output/${row.id}/head`, 'a line\n'.repeat(1000));
    const found = { ...message('a line'), isFinal: true };
    expect((await look({ found })).said).toEqual([`file under 2.2: deploy-${row.id}.txt of 7000`]);
    const other = await run();
    writeProgram(folder, `output/${other.id}/head`, 'a line\n'.repeat(1000));
    writeProgram(folder, `output/${other.id}/sent`, '');
    expect((await look({ found })).said).toEqual([]);
  });

  it.each([
    ['was never posted', undefined],
    ['was deleted', 'message_not_found'],
  ])('gets the output in a new message where the one %s', async (_, update) => {
    const row = await run();
    writeProgram(folder, `output/${row.id}/head`, 'line 1\n');
    const { said } = await look(update === undefined ? {} : { found: message('line 1'), refused: { update } });
    expect(said).toEqual([`C1 root: line 1\n${words(row)}`]);
  });

  it('is told where the file is that it does not take, and that is kept', async () => {
    const row = await run();
    const path = writeProgram(folder, `output/${row.id}/head`, 'a line\n'.repeat(1000));
    const { said, warnings } = await look({ refused: { upload: 'missing_scope' } });
    const lost = `the whole output of run ${row.id} could not be brought here: Slack refuses files.completeUploadExternal: missing_scope: the app needs the scope files:write. It is kept on the listener's machine: cd ${join(path, '..')} && cat head gap older newer 2>/dev/null`;
    expect(said.at(-1)).toBe(`C1 9.9: ! ${lost.replaceAll('&', '&amp;').replaceAll('>', '&gt;')}`);
    expect(warnings).toEqual([lost]);
    expect(existsSync(path)).toBe(true);
    expect((await look()).said).toEqual([]);
  });

  it.each<[string, Room, unknown[]]>([
    ['whose message says it already', { found: { ts: '2.2', isFinal: true, blocks: [] } }, []],
    ['that is gone', { fault: refusalOf('chat.postMessage', 'is_archived') }, [expect.stringContaining('is_archived')]],
  ])('%s is not asked again', async (_, first, warnings) => {
    await run();
    expect(await look(first)).toMatchObject({ said: [], warnings });
    expect(await look()).toMatchObject({ said: [], warnings: [] });
  });

  it('is told later where Slack does not answer', async () => {
    await run();
    const fault = new SlackCallError('no answer to chat.postMessage', { cause: 0 });
    expect(await look({ fault })).toMatchObject({ said: [], warnings: ['no answer to chat.postMessage'] });
    expect((await look()).said).toHaveLength(1);
  });

  it('is told of a line that still runs when that has ended, until the listener is stopped', async () => {
    const { id } = await run({ end: 'running' });
    const stop = new AbortController();
    const { parts, said } = partsOf();
    const done = keepTelling({ ...parts, signal: stop.signal });
    const toldAfter = async (ms: number): Promise<number> => {
      await clock.advance(ms);
      return said.length;
    };
    expect(await toldAfter(5000)).toBe(0);
    await journal.finish(id, { ...succeeded, at: clock.now() });
    await expect.poll(() => toldAfter(1000)).toBe(1);
    await run();
    await expect.poll(() => toldAfter(10_000)).toBe(2);
    stop.abort(new Error('stopped'));
    await done;
  });

  it('is told though hundreds of lines were answered since', async () => {
    await run();
    for (let count = 0; count < 210; count++) await markAnswered(journal, await run(), clock);
    expect((await look()).said).toHaveLength(1);
  });
});

describe('a run that asks while its listener is gone', () => {
  const ask = async (question: object = { id: 1, question: 'Go on?' }): Promise<RunRecord> => {
    const row = await run({ end: 'running' });
    await journal.wait(row.id, elsewhere);
    const { id, actor } = row;
    await journal.record({ run: id, kind: 'question', subject: id, data: { ...question }, at: clock.now(), actor });
    return row;
  };
  const section = (text: string) => ({
    type: 'rich_text',
    elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }],
  });

  it('is shown in its message, which keeps what it says, once', async () => {
    await ask();
    const { parts, said } = partsOf({
      found: { ts: '2.2', isFinal: false, blocks: [section('head'), section('plan')] },
    });
    const shown = createRecent(10);
    expect([await tellUnanswered(parts, shown), await tellUnanswered(parts, shown)]).toEqual([1, 1]);
    expect(said).toEqual(['2.2: plan\nGo on?']);
  });

  it('is shown in a message of its own where there is none', async () => {
    await ask();
    expect((await look()).said).toEqual(['C1 root: Go on?']);
  });

  it('is not shown where its message asks already, nor once it is answered', async () => {
    const row = await ask();
    const elements = [{ type: 'button', action_id: 'question:yes', value: `1:${row.id}.1` }];
    const asks = { ts: '2.2', isFinal: false, blocks: [section('head'), { type: 'actions', elements }] };
    expect((await look({ found: asks })).said).toEqual([]);
    await recordAnswer(journal, { run: row, id: 1, yes: true, at: clock.now() });
    expect((await look()).said).toEqual([]);
  });

  it('is given up where its room says no', async () => {
    await ask();
    const { parts, warnings } = partsOf({ fault: refusalOf('chat.postMessage', 'not_in_channel') });
    const shown = createRecent(10);
    for (let time = 0; time < 3; time++) await tellUnanswered(parts, shown);
    expect(warnings).toEqual(['Slack refuses chat.postMessage: not_in_channel']);
  });
});

describe('a stop that was pressed, and whose listener is gone', () => {
  const origin = { ...room, way: 'button', pressed: '1.2' } as const;
  const pressed = async (end: Omit<RunEnd, 'at'>): Promise<string> =>
    (await run({ origin, end, argv: ['stop', 'x'] })).id;

  it('is told to whoever pressed, and only where it did not go well', async () => {
    await pressed(succeeded);
    const id = await pressed({ state: 'failed', outcome: 'failed', exitCode: 3 });
    expect((await look()).said).toEqual([
      `U1 alone: ✗ ops stop x (run ${id} of mary) ended while the listener was away: failed, exit 3`,
    ]);
  });
});

describe('of several listeners', () => {
  it('the one that took a line tells of it, for as long as it lives', async () => {
    await listening(before);
    const row = await run();
    expect(await look()).toMatchObject({ said: [], underWay: 0 });
    const gone = (process: ProcessId): boolean => process.pid !== before.pid;
    const { said, warnings } = await look({ alive: gone });
    expect(said).toEqual([`C1 root: ${words(row)}`]);
    expect(warnings).toEqual([expect.stringMatching(/^ops deploy uat \(run \w+ of mary.+was interrupted/)]);
  });

  it('one that nobody can look at lives until it does not vouch for itself', async () => {
    await listening(elsewhere);
    await run({ process: elsewhere });
    const alive = (process: ProcessId): boolean | undefined => (process.host === 'there' ? undefined : true);
    expect((await look({ alive })).said).toEqual([]);
    await clock.advance(25_000);
    await journal.vouch(elsewhere);
    await clock.advance(25_000);
    expect((await look({ alive })).said).toEqual([]);
    await clock.advance(31_000);
    expect((await look({ alive })).said).toHaveLength(1);
  });

  it('one tells that sees the end of another', async () => {
    await run();
    const looks = await Promise.all([look(), look(), look()]);
    expect(looks.flatMap(({ said }) => said)).toHaveLength(1);
  });

  it('each room hears of its own interrupted lines, and of no others', async () => {
    const [mine] = [await run({ end: 'running' }), await run({ end: 'running', origin: { ...room, channel: 'D7' } })];
    await run({ end: 'running', origin: terminal });
    const { said, warnings } = await look({ alive: () => false });
    expect(said.sort()).toEqual([
      expect.stringMatching(new RegExp(`^C1 root: ✗ ops deploy uat \\(run ${mine.id} of mary.+interrupted`)),
      expect.stringMatching(/^D7 root: ✗ ops deploy uat .+interrupted/),
    ]);
    expect(warnings).toHaveLength(1);
  });
});

describe('nobody is told', () => {
  it.each([
    ['of a line that was typed in a terminal', { origin: terminal }],
    ['of a line of another workspace', { origin: { ...room, team: 'T2' } }],
  ])('%s', async (_, which) => {
    await run(which);
    expect((await look()).said).toEqual([]);
  });

  it('of a line of the day before yesterday', async () => {
    await run();
    await clock.advance(48 * 3_600_000);
    expect((await look()).said).toEqual([]);
  });

  it('of a line that this listener answers at the moment, but of one that it could not answer', async () => {
    const { id } = await run({ process: self });
    await settle();
    expect((await look({ busy: id })).said).toEqual([]);
    expect((await look()).said).toHaveLength(1);
  });
});
