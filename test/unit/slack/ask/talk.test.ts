import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isTalk } from '../../../../src/slack/ask/talk.ts';
import { addressed } from '../../../../src/slack/words/address.ts';

const parts = { identity: { userId: 'U0BOT' }, word: 'ops' };
const message = { type: 'message', user: 'U1', channel: 'C1', channel_type: 'channel', ts: '2.000001' };
const talk = (event: object): boolean => isTalk({ team_id: 'T1', event: { ...message, ...event } }, parts);

describe('a message in a channel', () => {
  it.each(['hello', 'we ops people', 'opsy deploy uat', '/ops deploy', 'hey <@U0BOT>', '', '<@U0OTHER> ops deploy'])(
    'is talk where it begins with nothing that is ours: %j',
    (text) => {
      expect(talk({ text })).toBe(true);
    },
  );

  it.each(['ops deploy uat', 'Ops is down', ' \u200b`ops`', '<@U0BOT> deploy', '<@U0BOT|ops>deploy'])(
    'is looked at where it begins so: %j',
    (text) => {
      expect(talk({ text })).toBe(false);
    },
  );

  it.each(['bot_message', 'channel_join', 'file_share'])('is talk where it is a %s', (subtype) => {
    expect(talk({ text: 'hello', subtype })).toBe(true);
  });

  it('is never talk where the whole look says that it is more', () => {
    const text = fc.array(fc.constantFrom(' ', '`', '\n', 'ops', 'OPS', 'Ops', '<@U0BOT>', 'help', '\u200b', 'x', '"'));
    fc.assert(
      fc.property(text, (pieces) => {
        const said = pieces.join('');
        const where = { channelType: 'channel', botUserId: 'U0BOT', word: 'ops', commands: ['help'] } as const;
        if (addressed({ ...where, text: said }).kind !== 'talk') expect(talk({ text: said })).toBe(false);
      }),
    );
  });
});

describe('what may be more than talk', () => {
  it.each([
    ['a direct message', { text: 'hello', channel_type: 'im' }],
    ['a direct message that does not say so', { text: 'hello', channel: 'D1', channel_type: undefined }],
    ['an edit', { subtype: 'message_changed', message: { text: 'ops' }, text: 'hello' }],
    ['a message without words', { text: undefined }],
    ['a message of no room', { text: 'hello', channel: undefined }],
    ['a mention', { type: 'app_mention', text: 'hello' }],
    ['another event', { type: 'tokens_revoked', text: 'hello' }],
  ])('is %s', (_, event) => {
    expect(talk(event)).toBe(false);
  });

  it.each([{}, { event: null }, { event: 'message' }, { event: [] }])('is a body that is no event: %j', (body) => {
    expect(isTalk(body, parts)).toBe(false);
  });
});
