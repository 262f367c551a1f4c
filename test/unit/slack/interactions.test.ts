import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { Form } from '../../../src/context/form.ts';
import type { RoomOrigin } from '../../../src/context/host.ts';
import type { Journal, RunRecord } from '../../../src/context/journal.ts';
import { openSqliteJournal } from '../../../src/journal/sqlite.ts';
import { openQuestion } from '../../../src/run/question.ts';
import type { Ask, Request } from '../../../src/slack/ask/ask.ts';
import { originOf } from '../../../src/slack/ask/ask.ts';
import { readInteraction } from '../../../src/slack/interactions.ts';
import { noCodes } from '../../support/codes.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { manualClock } from '../../support/manual-clock.ts';

const identity = { team: 'T1', teamName: 'Team', userId: 'UBOT', botId: 'B1', name: 'ops' };
const process = { host: 'here', pid: 1, started: 'now' };
const mary = { id: 'slack:T1:U1', name: 'mary' };
const room: RoomOrigin = { type: 'room', team: 'T1', channel: 'C1', message: '1.1' };
const clock = manualClock();

let journal: Journal;
let run: RunRecord;

async function accept(origin: RoomOrigin, claim?: string): Promise<RunRecord> {
  const taken = await journal.accept({
    ...{ argv: ['deploy', 'prod'], actor: mary, origin, process, at: clock.now() },
    ...(claim === undefined ? {} : { claim }),
  });
  if (taken === undefined) throw new Error('the claim was taken');
  return taken;
}

beforeEach(async () => {
  journal = await openSqliteJournal(join(temporaryFolder(), 'journal.db'));
  onTestFinished(() => journal.close());
  run = await accept(room);
});

interface Pressed {
  action?: object;
  body?: object;
  message?: object;
}

async function press({ action, body, message }: Pressed = {}): Promise<Request | undefined> {
  const payload = {
    ...{ type: 'block_actions', team: { id: 'T1' }, user: { id: 'U1', team_id: 'T1' }, response_url: 'https://x' },
    container: { type: 'message', message_ts: '2.1', channel_id: 'C1' },
    message: { ts: '2.1', bot_id: 'B1', user: 'UBOT', ...message },
    actions: [{ type: 'button', action_id: 'run:stop', value: `1:${run.id}`, action_ts: '10.5', ...action }],
    ...body,
  };
  const call = async (): Promise<never> => Promise.reject(new Error('nothing is to be asked of Slack'));
  const forms = { form: async () => undefined, fill: async () => undefined, refuses: async () => undefined };
  const warn = (): void => {};
  const rest = {
    codes: noCodes,
    warn,
    word: 'ops',
    longestWait: 900_000,
    commands: async () => [],
    forms,
  };
  const request = await readInteraction(payload, { identity, journal, call, clock, ...rest });
  if (request !== undefined && 'reply' in request) throw new Error('it was answered');
  return request;
}

function lineOf(request: Request | undefined): string[] {
  if (request?.address.kind !== 'line') throw new Error(`no line: ${JSON.stringify(request)}`);
  return request.address.argv;
}

describe('a press', () => {
  it.each(['stop', 'rerun', 'log'])('is the line of its button: %s', async (verb) => {
    expect(lineOf(await press({ action: { action_id: `run:${verb}` } }))).toEqual([verb, run.id]);
  });

  it('is asked by whoever pressed, where the message stands', async () => {
    const request = await press({ body: { user: { id: 'U2', team_id: 'T2' } }, message: { thread_ts: '1.5' } });
    expect(request?.ask).toMatchObject({ user: 'U2', userTeam: 'T2', channel: 'C1', thread: '1.5', way: 'button' });
    expect(originOf(request?.ask as Ask)).toEqual({
      ...{ type: 'room', team: 'T1', channel: 'C1', message: '2.1', thread: '1.5', way: 'button', pressed: '10.5' },
    });
  });

  it.each([
    ['the thread of its message', {}, '2.1'],
    ['the thread that its message stands in', { thread_ts: '1.5' }, '1.5'],
  ])('of Show log is answered in %s', async (_, message, thread) => {
    expect((await press({ action: { action_id: 'run:log' }, message }))?.ask.thread).toBe(thread);
  });
});

it('of a form that cannot be opened from Home is acknowledged, and told where the listener runs', async () => {
  const warned: string[] = [];
  const body = {
    ...{
      type: 'block_actions',
      team: { id: 'T1' },
      user: { id: 'U1' },
      container: { type: 'view' },
    },
    actions: [{ type: 'button', action_id: 'home:run', value: 'deploy', action_ts: '10.5' }],
  };
  const form: Form = { command: 'deploy', summary: 'Deploy', fields: [], secrets: [], globals: [] };
  const call = async (): Promise<never> => Promise.reject(new Error('Slack refuses: trigger_expired'));
  const forms = { form: async () => form, fill: async () => undefined, refuses: async () => undefined };
  const rest = {
    codes: noCodes,
    warn: (words: string) => warned.push(words),
    word: 'ops',
    longestWait: 1,
    commands: async () => [],
  };
  expect(await readInteraction(body, { identity, journal, call, clock, forms, ...rest })).toBeUndefined();
  expect(warned).toEqual(['the form of deploy could not be opened: Slack refuses: trigger_expired']);
});

describe('the claim of a press', () => {
  const claimAt = async (at: string, user = 'U1', verb = 'rerun'): Promise<string> => {
    const action = { action_id: `run:${verb}`, action_ts: at };
    const { ask } = (await press({ action, body: { user: { id: user } } })) as Request;
    await accept(originOf(ask), ask.claim).catch(() => {});
    return ask.claim;
  };

  it('is the same for a double click and for what is sent again, and another one for a press that is meant', async () => {
    const [first, double] = [await claimAt('10.5'), await claimAt('12.9')];
    const later = await claimAt('14.0');
    expect(double).toBe(first);
    expect(later).not.toBe(first);
    expect([await claimAt('10.5'), await claimAt('14.0'), await claimAt('14.2')]).toEqual([first, later, later]);
  });

  it('is another one for other people and other buttons', async () => {
    const claims = [await claimAt('10.5'), await claimAt('10.5', 'U2'), await claimAt('10.5', 'U1', 'log')];
    expect(new Set(claims).size).toBe(3);
  });
});

describe('what runs nothing, and tells whoever pressed', () => {
  const refused = (words: string) => ({
    address: { kind: 'refused', error: { message: expect.stringContaining(words) } },
  });

  it.each<[string, () => Pressed, string]>([
    ['a button of another version', () => ({ action: { value: `2:${run.id}` } }), 'is of another version of ops'],
    ['a line as the value', () => ({ action: { value: 'deploy prod' } }), 'says nothing that ops knows'],
    ['a value with more than it has', () => ({ action: { value: `1:${run.id} --yes` } }), 'says nothing'],
    ['no value', () => ({ action: { value: undefined } }), 'says nothing that ops knows'],
    ['a run that is made up', () => ({ action: { value: '1:zzzzzzzz' } }), 'is about a run that is not known here'],
    ['a verb that is made up', () => ({ action: { action_id: 'run:deploy' } }), 'is of another version of ops'],
    ['a verb of JavaScript', () => ({ action: { action_id: 'run:constructor' } }), 'is of another version of ops'],
    ['another workspace', () => ({ body: { team: { id: 'T9' } } }), 'was pressed in another workspace'],
    [
      'another room than the run’s',
      () => ({ body: { container: { type: 'message', message_ts: '2.1', channel_id: 'C2' } } }),
      'is about a run that is not known here',
    ],
    [
      'a question that was never put',
      () => ({ action: { action_id: 'question:yes', value: `1:${run.id}.1` } }),
      'this question is not open',
    ],
    [
      'an answer that is neither yes nor no',
      () => ({ action: { action_id: 'question:perhaps', value: `1:${run.id}.1` } }),
      'is of another version of ops',
    ],
  ])('%s', async (_, pressed, words) => {
    expect(await press(pressed())).toMatchObject(refused(words));
    expect(await journal.runs()).toHaveLength(1);
  });
});

describe('what runs nothing, and tells nobody', () => {
  it.each<[string, Pressed]>([
    ['a message that is gone', { body: { message: undefined } }],
    ['a message of somebody else', { message: { bot_id: 'B2', user: 'U3' } }],
    ['a button of nobody', { action: { action_id: 'other' } }],
    ['a button named like a word of JavaScript', { action: { action_id: 'constructor:x' } }],
    ['no button', { body: { actions: [] } }],
    ['actions that are none', { body: { actions: 'run:stop' } }],
    ['nobody', { body: { user: null } }],
    ['a view', { body: { container: { type: 'view', view_id: 'V1' }, message: undefined } }],
    ['a form', { body: { type: 'view_submission', view: { callback_id: 'run:stop', state: { values: {} } } } }],
  ])('%s', async (_, pressed) => {
    expect(await press(pressed)).toBeUndefined();
  });
});

describe('an answer', () => {
  const asked = (id = 1) =>
    journal.record({
      run: run.id,
      kind: 'question',
      subject: run.id,
      data: { id, question: 'Go on?' },
      at: clock.now(),
      actor: mary,
    });
  const say = (verb: string, { user = 'U1', team = 'T1', id = 1 } = {}) =>
    press({
      action: { action_id: `question:${verb}`, value: `1:${run.id}.${id}` },
      body: { user: { id: user, team_id: team } },
    });

  it('stands in the journal', async () => {
    await asked();
    expect(await openQuestion(journal, run.id)).toEqual({ id: 1, question: 'Go on?' });
    expect(await say('yes')).toBeUndefined();
    expect(await journal.facts({ kind: 'answer', subject: run.id })).toMatchObject([
      { data: { id: 1, yes: true }, actor: mary },
    ]);
    expect(await openQuestion(journal, run.id)).toBeUndefined();
  });

  describe('that must be a word', () => {
    const typed = { word: 'prod', button: 'Deploy to prod' };
    const answer = (verb: string, word: string) =>
      press({ action: { action_id: `question:${verb}`, value: `1:${run.id}.1${word}` } });

    beforeEach(async () => {
      const data = { id: 1, question: 'Go on?', typed };
      await journal.record({ run: run.id, kind: 'question', subject: run.id, data, at: clock.now(), actor: mary });
      expect(await openQuestion(journal, run.id)).toEqual({ id: 1, question: 'Go on?', typed });
    });

    it.each(['', '=uat', '=prod-2'])('is not taken from a button that says %j', async (word) => {
      expect(await answer('yes', word)).toMatchObject({
        address: { error: { message: 'this button does not say prod: nothing was answered' } },
      });
      expect(await journal.facts({ kind: 'answer' })).toEqual([]);
    });

    it.each(['=Prod', '=prod=uat', '=prod\n', '='])('is not read from %j', async (word) => {
      expect(await answer('yes', word)).toMatchObject({
        address: { error: { message: expect.stringContaining('says nothing that ops knows') } },
      });
    });

    it('is taken from the one that says it', async () => {
      expect(await answer('yes', '=prod')).toBeUndefined();
      const [said] = await journal.facts({ kind: 'answer' });
      expect(said?.data).toEqual({ id: 1, yes: true, word: 'prod' });
    });

    it('is no where somebody says no', async () => {
      expect(await answer('no', '')).toBeUndefined();
      expect(await journal.facts({ kind: 'answer' })).toMatchObject([{ data: { yes: false } }]);
    });
  });

  it.each([
    ['another person', { user: 'U2' }],
    ['a person of another workspace who has the same id', { team: 'T2' }],
  ])('is not taken from %s', async (_, who) => {
    await asked();
    expect(await say('yes', who)).toMatchObject({
      address: { error: { message: 'this was asked of mary: nobody else can answer it' } },
    });
    expect(await journal.facts({ kind: 'answer' })).toEqual([]);
  });

  it('is not taken for a later question', async () => {
    await asked();
    expect(await say('yes', { id: 2 })).toMatchObject({ address: { error: { message: 'this question is not open' } } });
  });

  it('is not taken back', async () => {
    await asked();
    expect([await say('no'), await say('no')]).toEqual([undefined, undefined]);
    expect(await say('yes')).toMatchObject({ address: { error: { message: 'the answer was no already' } } });
    expect(await journal.facts({ kind: 'answer' })).toHaveLength(1);
  });

  it('comes too late for a run that has ended', async () => {
    await asked();
    await journal.finish(run.id, { state: 'cancelled', outcome: 'cancelled', exitCode: 130, at: clock.now() });
    expect(await say('yes')).toMatchObject({ address: { error: { message: 'this question is not open' } } });
  });
});

describe('a press that the journal cannot be asked about', () => {
  it('does nothing, and says so', async () => {
    await journal.close();
    expect(await press()).toMatchObject({
      address: { kind: 'refused', error: { message: expect.stringContaining('nothing was done') } },
    });
  });
});
