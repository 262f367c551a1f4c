import { describe, expect, it } from 'vitest';
import type { Request } from '../../../src/slack/ask/ask.ts';
import { type RequestParts, readRequest as read } from '../../../src/slack/requests.ts';
import { noCodes } from '../../support/codes.ts';
import { lineRows } from '../../support/lines.ts';

const identity = { team: 'T1', teamName: 'Team', userId: 'U0BOT', botId: 'B1', name: 'ops' };

const noForms = { form: async () => undefined, fill: async () => undefined, refuses: async () => undefined };

function partsWith(commands: readonly string[] = []): RequestParts {
  const nothing = { journal: {}, clock: {}, call: {} } as unknown as Pick<RequestParts, 'journal' | 'clock' | 'call'>;
  return {
    ...nothing,
    identity,
    longestWait: 900_000,
    forms: noForms,
    homes: { opened: async () => {} },
    codes: noCodes,
    word: 'ops',
    warn() {},
    commands: async () => commands,
  };
}

async function readRequest(...asked: Parameters<typeof read>): Promise<Request | undefined> {
  const request = await read(...asked);
  if (request !== undefined && 'reply' in request) throw new Error('it was answered');
  return request;
}

interface Typed {
  text: string;
  blocks?: unknown;
}

const message = { type: 'message', user: 'U1', ts: '2.000001', team: 'T1' };
const typed = (event: object, parts = partsWith()) =>
  readRequest('events_api', { team_id: 'T1', event: { ...message, ...event } }, parts);

const command = {
  ...{ team_id: 'T1', channel_id: 'C1', user_id: 'U1', command: '/ops', trigger_id: '1.2.x' },
  response_url: 'https://hooks.slack.com/commands/T1/x',
};
const slash = (text: unknown, more: object = {}) =>
  readRequest('slash_commands', { ...command, text, ...more }, partsWith());

const action = {
  ...{ type: 'message_action', callback_id: 'ops_run', team: { id: 'T1' }, channel: { id: 'C1' }, action_ts: '3.1' },
  ...{ user: { id: 'U1', team_id: 'T1' }, response_url: 'https://hooks.slack.com/app/T1/x' },
};
const shortcut = (about: object, more: object = {}) =>
  readRequest('interactive', { ...action, message: { ...message, user: 'U2', ...about }, ...more }, partsWith());

/** The argv, or that it is refused. */
function verdict(request: Request | undefined): unknown {
  return request?.address.kind === 'line' ? request.address.argv : request?.address.kind;
}

const unquoted = lineRows.filter(({ text }) => text.trim() !== '' && text !== '\u200b');

describe('a line', () => {
  it.each(unquoted)('is the same in every way to ask: $text', async ({ text, blocks, argv }) => {
    const said: Typed = { text, ...(blocks === undefined ? {} : { blocks }) };
    const expected = argv === undefined ? 'refused' : argv.slice(argv[0] === 'ops' || argv[0] === '<@U0BOT>' ? 1 : 0);
    const ways = [await typed({ ...said, channel: 'D1', channel_type: 'im' }), await shortcut(said)];
    expect(ways.map(verdict)).toEqual([expected, expected]);
    if (blocks === undefined) expect(verdict(await slash(text))).toEqual(expected);
  });

  const typable = lineRows.filter(
    ({ text, blocks, argv }) =>
      blocks === undefined && argv !== undefined && /^[a-z]{2,}(?!=)$/.test(argv[0] ?? '') && /^[a-z]/.test(text),
  );

  // A name over two lines is no name that the room could know a line by.
  const known = typable.filter(({ text }) => !text.startsWith('dep\\\n'));

  it.each(known.filter(({ argv }) => argv?.[0] !== 'ops' && (argv?.join('').length ?? 0) < 1000))(
    'is the same with a mention and with the word: $text',
    async ({ text, argv = [] }) => {
      const mention = await typed({ text: `<@U0BOT> ${text}`, channel: 'C1' });
      const word = await typed({ text: `ops ${text}`, channel: 'C1' }, partsWith([argv[0] ?? '']));
      expect([verdict(mention), verdict(word)]).toEqual([argv, argv]);
    },
  );
});

describe('a slash command', () => {
  it('is asked in its channel by whoever sent it, and not by a message', async () => {
    expect((await slash('deploy uat'))?.ask).toEqual({
      ...{ team: 'T1', channel: 'C1', channelType: 'channel', user: 'U1', userTeam: 'T1', way: 'command' },
      ...{ ts: undefined, thread: undefined, at: undefined, claim: 'slack:T1:command:1.2.x' },
      responseUrl: 'https://hooks.slack.com/commands/T1/x',
    });
  });

  it.each([
    ['nothing behind it', '', []],
    ['the word once more', 'ops deploy', ['deploy']],
    ['people and rooms as Slack escapes them', 'can <@U7|tom> see <#C9|deploys>', ['can', '<@U7>', 'see', '#deploys']],
    ['entities', "say 'a &amp; b &lt;c&gt;'", ['say', 'a & b <c>']],
  ])('may have %s', async (_, text, argv) => {
    expect(verdict(await slash(text))).toEqual(argv);
  });

  it.each([
    ['without a person', { user_id: undefined }],
    ['without a room', { channel_id: 3 }],
    ['without a trigger', { trigger_id: '' }],
  ])('%s is nothing', async (_, more) => {
    expect(await slash('deploy', more)).toBeUndefined();
  });
});

describe('a shortcut', () => {
  it('is asked by whoever picked it, and answered in the thread of the message', async () => {
    expect((await shortcut({ text: 'deploy uat' }))?.ask).toMatchObject({
      ...{ user: 'U1', way: 'shortcut', ts: '2.000001', thread: '2.000001', at: '3.1' },
      claim: 'slack:T1:C1:2.000001:shortcut:U1:3.1',
    });
    expect((await shortcut({ text: 'deploy', thread_ts: '1.5' }))?.ask.thread).toBe('1.5');
  });

  it.each([
    ['an answer of ours', { text: 'deploy uat', bot_id: 'B1' }, 'this message is an answer, not a line'],
    ['a picture alone', { text: '' }, 'there is no line in this message'],
    ['two lines', { text: 'deploy uat\nthanks' }, 'one line a message: thanks is on a line of its own'],
  ])('refuses %s', async (_, about, words) => {
    expect((await shortcut(about))?.address).toMatchObject({ kind: 'refused', error: { message: words } });
  });

  it.each([
    ['another shortcut', { callback_id: 'other' }],
    ['a message that is not there', { message: undefined }],
    ['nobody', { user: null }],
  ])('of %s is nothing', async (_, more) => {
    expect(await shortcut({ text: 'deploy uat' }, more)).toBeUndefined();
  });
});

describe('what nobody knows', () => {
  it.each([
    ['a global shortcut', 'interactive', { type: 'shortcut', callback_id: 'ops_run' }],
    ['a forged form', 'interactive', { type: 'view_submission', view: { callback_id: 'ops', state: { values: {} } } }],
    ['a kind that is a word of JavaScript', 'interactive', { type: 'constructor' }],
    ['an envelope that is a word of JavaScript', 'toString', {}],
    ['an interaction of nothing', 'interactive', {}],
    ['an event that is no message', 'events_api', { team_id: 'T1', event: { type: 'app_home_opened', user: 'U1' } }],
  ])('is nothing: %s', async (_, type, body) => {
    expect(await readRequest(type, body, partsWith())).toBeUndefined();
  });
});
