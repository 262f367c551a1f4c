import { describe, expect, it } from 'vitest';
import { claimOf } from '../../../../src/slack/ask/message.ts';
import { readEdit } from '../../../../src/slack/mend/edited.ts';

const bot = { team: 'T1', teamName: 'Team', userId: 'UBOT', botId: 'BBOT', name: 'ops' };
const typed = { type: 'message', user: 'U1', text: 'ops deplyo uat', ts: '100.000001' };
const now = { ...typed, text: 'ops deploy uat', edited: { user: 'U1', ts: '160.000000' } };
const event = {
  type: 'message',
  subtype: 'message_changed',
  hidden: true,
  channel: 'C1',
  channel_type: 'channel',
  ts: '160.000100',
  message: now,
  previous_message: typed,
};
const read = (more: object) => readEdit({ team_id: 'T1', event: { ...event, ...more } }, bot);

describe('an edit', () => {
  it('is the message as it is now, as it was, and when it was changed', () => {
    expect(read({})).toMatchObject({
      message: { channel: 'C1', ts: '100.000001', user: 'U1', text: 'ops deploy uat', edit: '160.000000' },
      before: { text: 'ops deplyo uat' },
    });
  });

  it.each([
    ['in a thread', { message: { ...now, thread_ts: '99.1' } }, { thread: '99.1' }],
    ['in a direct message', { channel: 'D1', channel_type: 'im' }, { channelType: 'im' }],
    [
      'of a reply shown at the root too',
      { message: { ...now, subtype: 'thread_broadcast', thread_ts: '99.1' } },
      { thread: '99.1' },
    ],
    ['after ten minutes, to the second', { message: { ...now, edited: { user: 'U1', ts: '700.000001' } } }, {}],
  ])('may be %s', (_, more, expected) => {
    expect(read(more)?.message).toMatchObject(expected);
  });

  it.each([
    ['a link that unfolds: no word has changed', { message: { ...now, text: typed.text, attachments: [{}] } }],
    ['a thread that grows: nobody edited anything', { message: { ...typed, text: 'ops deploy uat', reply_count: 1 } }],
    ['another person’s', { message: { ...now, edited: { user: 'U2', ts: '160.000000' } } }],
    ['a bot’s', { message: { ...now, bot_id: 'B9' } }],
    [
      'the app’s own, as with every edit of a live message',
      { message: { ...now, user: 'UBOT', edited: { user: 'UBOT', ts: '160.0' } } },
    ],
    ['too late', { message: { ...now, edited: { user: 'U1', ts: '701.000000' } } }],
    ['a deletion', { subtype: 'message_deleted', message: undefined }],
    ['a deletion that left a thread behind', { message: { ...now, subtype: 'tombstone', user: 'USLACKBOT' } }],
    ['a new message', { subtype: undefined, ...typed }],
    ['without a before', { previous_message: undefined }],
    ['without a time', { message: { ...now, edited: { user: 'U1' } } }],
    ['no message', { message: 'x' }],
  ])('is not what is %s', (_, more) => {
    expect(read(more)).toBeUndefined();
  });

  it('has a claim of its own, and each edit another one', () => {
    const later = read({ message: { ...now, edited: { user: 'U1', ts: '161.000000' } } })?.message;
    const claims = [read({})?.message, later].map((message) => message && claimOf(message));
    expect(claims).toEqual(['slack:T1:C1:100.000001:160.000000', 'slack:T1:C1:100.000001:161.000000']);
  });
});
