import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Addressed, addressed, type RoomMessage } from '../../../../src/slack/words/address.ts';
import { composerBlocks } from '../../../support/rich-text.ts';

const commands = [
  'builds',
  'config',
  'deploy',
  'deployed',
  'graph',
  'help',
  'history',
  'init',
  'jira-mentions',
  'jira-mine',
  'listen',
  'rollback',
  'whoami',
];

const message = (text: string, more: Partial<RoomMessage> = {}): RoomMessage => ({
  text,
  channelType: 'channel',
  botUserId: 'U0BOT',
  word: 'ops',
  commands,
  ...more,
});

/** The verdict on a message, which is the same whether it is read from its source or from its blocks. */
function verdict(text: string, more: Partial<RoomMessage> = {}) {
  const result = plain(addressed(message(text, more)));
  expect(plain(addressed(message(text, { ...more, blocks: composerBlocks(text) })))).toEqual(result);
  return result;
}

function plain(result: Addressed) {
  if (result.kind !== 'refused') return result;
  return { kind: 'refused', message: result.error.message.replace(/, after .*/s, '') };
}

const line = (...argv: string[]) => ({ kind: 'line', argv });
const unknown = (word: string, ...suggestions: string[]) => ({ kind: 'unknown', word, suggestions });
const refused = (part: string) => ({ kind: 'refused', message: expect.stringContaining(part) });
const talk = { kind: 'talk' };

describe('in a channel', () => {
  it.each([
    ['ops deploy uat', line('deploy', 'uat')],
    ['Ops deploy uat', line('deploy', 'uat')],
    ['OPS deploy uat', line('deploy', 'uat')],
    ['  ops\u00a0deploy uat', line('deploy', 'uat')],
    ['\u200bops deploy uat', line('deploy', 'uat')],
    ['`ops deploy uat`', line('deploy', 'uat')],
    ['```\nops deploy uat\n```', line('deploy', 'uat')],
    ['ops `deploy uat`', line('deploy', 'uat')],
    ['ops ```deploy uat```', line('deploy', 'uat')],
    ['Ops\u00a0`deploy "two words"`', line('deploy', 'two words')],
    ['ops', line()],
    ['ops --help', line('--help')],
    ['ops —help', line('--help')],
    ['ops --json history', line('--json', 'history')],
    ['ops --odd', line('--odd')],
    ['ops jira mentions --me', line('jira', 'mentions', '--me')],
    ['ops jira-mentions', line('jira-mentions')],
    [`ops${' '.repeat(30_000)}deploy uat`, line('deploy', 'uat')],
    ['ops deploy "is" uat', line('deploy', 'is', 'uat')],
    ['ops deploy uat is', line('deploy', 'uat', 'is')],
    ['ops "deploy" uat', line('deploy', 'uat')],
    ['ops help me please', line('help', 'me', 'please')],
    ['ops can <@U1>', talk],
    ['ops deploy <@U1>', line('deploy', '<@U1>')],
  ])('%j is %o', (text, expected) => {
    expect(verdict(text)).toEqual(expected);
  });

  it.each([
    'ops is down again',
    'ops deploy is broken again :disappointed:',
    'ops deploy is broken again :(',
    'ops help is what I need',
    'ops jira mentions were fine',
    'ops builds ARE red',
    'ops deploy isn’t well',
    "ops deploy hasn't; ended",
    'ops, can you help?',
    'Ops: please deploy',
    'ops: deploy uat',
    'ops. deploy',
    'ops?',
    'ops!',
    "ops' deploy",
    'oPs deploy uat',
    'opsdeploy uat',
    'ops-deploy uat',
    '*ops* deploy uat',
    '&gt; ops deploy uat',
    '• ops deploy uat',
    'hey ops deploy uat',
    'devops deploy uat',
    '<@U1> ops deploy',
    'the ops team deploys',
    'ops team lunch',
    'ops — can someone look?',
    'ops -- anyone?',
    'ops\nis down',
    `ops${' '.repeat(30_000)}is down`,
    "ops deploy's broken",
    'ops deploy’s broken',
    "ops isn't well; is it | broken $(again",
    'ops \u0007 is down',
    'ops \ud800',
    'deploy uat',
    'hello <@U0BOT>',
    '<@U0BOTX> deploy uat',
    '',
    ' ',
    '```',
  ])('%j is talk', (text) => {
    expect(verdict(text)).toEqual(talk);
  });

  it.each([
    ['ops deploy uat; rm x', refused('";" at position 15')],
    ['ops deploy uat &amp;&amp; ops history', refused('"&amp;&amp;"'.replaceAll('&amp;', '&'))],
    ['ops history | grep x', refused('"|"')],
    ['ops deploy it\u2019s', refused('the single quote')],
    ['ops deploy $(whoami)', refused('"$("')],
    ['ops deploy (', refused('"("')],
    ['ops `deploy` uat', refused('"`"')],
    ['ops deploy `uat`', refused('"`"')],
    ['ops `deploy` `uat`', refused('"`"')],
    ['ops `deploy $(id)`', refused('"$("')],
    ['ops deploy uat\nthanks', refused('one line a message: thanks')],
    ['ops deploy \0', refused('a control character, U+0000')],
    ['ops\u00a0jira mentions \ud800', refused('the lone surrogate U+D800')],
    [`ops deploy ${'x'.repeat(40_000)}`, refused('40011 characters long')],
    ['ops --json "', refused('the double quote')],
  ])('%j is refused', (text, expected) => {
    expect(verdict(text)).toEqual(expected);
  });

  it.each([
    ['ops deplyo uat', unknown('deplyo', 'deploy')],
    ['ops Deploy uat', unknown('Deploy', 'deploy', 'deployed')],
    ['ops depoly "uat', unknown('depoly', 'deploy')],
    ['ops hsitory', unknown('hsitory', 'history')],
    ['ops jira mentoins', unknown('jira mentoins', 'jira-mentions')],
    ['ops jira', unknown('jira', 'jira-mentions', 'jira-mine')],
    ['ops deplyo is broken again', talk],
    ['ops deplyo, anyone?', talk],
    ['ops builders are coming', talk],
    ['ops deplyo :(', talk],
    ['ops xyzzy', talk],
  ])('%j is %o', (text, expected) => {
    expect(verdict(text)).toMatchObject(expected);
  });

  it('counts what the blocks show, not what the text says', () => {
    const blocks = composerBlocks('ops is fine');
    expect(addressed(message('ops deploy prod', { blocks }))).toEqual(talk);
  });

  it.each(['group', 'mpim'] as const)('a %s is a channel', (channelType) => {
    expect(verdict('deploy uat', { channelType })).toEqual(talk);
    expect(verdict('ops deploy uat', { channelType })).toEqual(line('deploy', 'uat'));
  });

  it('another word may be configured', () => {
    expect(verdict('!run deploy uat', { word: '!run' })).toEqual(line('deploy', 'uat'));
    expect(verdict('ops deploy uat', { word: '!run' })).toEqual(talk);
  });
});

describe('after a mention of the bot', () => {
  it.each([
    ['<@U0BOT> deploy uat', line('deploy', 'uat')],
    ['<@U0BOT|ops> deploy uat', line('deploy', 'uat')],
    ['<@U0BOT>: deploy uat', line('deploy', 'uat')],
    ['<@U0BOT>, ops deploy uat', line('deploy', 'uat')],
    ['<@U0BOT>\u00a0`say “a”`', line('say', '“a”')],
    ['<@U0BOT>\n```deploy uat```', line('deploy', 'uat')],
    ['<@U0BOT>', line()],
    ['<@U0BOT> xyzzy', line('xyzzy')],
    ['<@U0BOT> it\u2019s down', refused('the single quote')],
    ['<@U0BOT> deploy; x', refused('";"')],
    ['<@U0BOT> \0', refused('U+0000')],
  ])('%j is a line', (text, expected) => {
    expect(verdict(text)).toEqual(expected);
  });
});

describe('in a direct message', () => {
  it.each([
    ['deploy uat', line('deploy', 'uat')],
    ['ops deploy uat', line('deploy', 'uat')],
    ['Ops', line()],
    ['<@U0BOT> deploy uat', line('deploy', 'uat')],
    ['<@U0BOT> ops deploy uat', line('deploy', 'uat')],
    ['can <@U1> deploy', line('can', '<@U1>', 'deploy')],
    ['<@U1> deploy', line('<@U1>', 'deploy')],
    ['hello', line('hello')],
    ['', line()],
    ['deploy uat | tee', refused('"|"')],
    ['don\u2019t', refused('the single quote')],
  ])('%j is a line', (text, expected) => {
    expect(verdict(text, { channelType: 'im' })).toEqual(expected);
  });
});

describe('a message of nothing but quotes', () => {
  it.each(['"', "'", '`', '\u201c'])('%j is judged in no more time than any other', (quote) => {
    for (const text of [quote.repeat(39_900), `${quote.repeat(39_900)}x`, `x${quote.repeat(39_900)}x`]) {
      for (const before of ['ops ', 'ops deploy ', '<@U0BOT> ']) {
        for (let times = 0; times < 5; times++) expect(addressed(message(before + text)).kind).toBeTypeOf('string');
      }
    }
  });
});

describe('talk', () => {
  it('is told by its first word, without a look at its blocks', () => {
    const blocks = new Proxy([], {
      get: () => {
        throw new Error('read');
      },
    });
    for (const text of ['good morning', 'opsgenie paged', 'ops, hi', `${' '.repeat(40_000)}x`, '<@U1> hi']) {
      expect(addressed(message(text, { blocks }))).toEqual(talk);
    }
  });

  it('and all else gets a verdict, whatever is typed', () => {
    const start = fc.constantFrom('', 'ops ', 'ops deploy ', 'ops deplyo ', '<@U0BOT> ', '`ops ', '<@U0BOT');
    const rest = fc.string({
      unit: fc.oneof(
        fc.constantFrom(...'<>@|&;`\'"\\$ \n\t\0\ud83d', 'is', '--x', 'deploy'),
        fc.string({ unit: 'binary', maxLength: 1 }),
      ),
    });
    const channelType = fc.constantFrom('im', 'channel', 'group', 'mpim');
    fc.assert(
      fc.property(start, rest, channelType, (before, after, type) => {
        const { kind } = addressed(message(before + after, { channelType: type }));
        expect(['line', 'unknown', 'refused', 'talk']).toContain(kind);
      }),
      { numRuns: 2000 },
    );
  });
});
