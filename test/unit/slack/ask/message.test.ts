import { describe, expect, it } from 'vitest';
import { claimOf, readMessage } from '../../../../src/slack/ask/message.ts';

const bot = { team: 'T1', teamName: 'Team', userId: 'UBOT', botId: 'BBOT', name: 'ops' };
const event = {
  type: 'message',
  user: 'U1',
  text: 'ops whoami',
  channel: 'C1',
  ts: '1.000001',
  channel_type: 'channel',
};
const read = (more: object, envelope: object = {}) =>
  readMessage({ team_id: 'T1', event: { ...event, ...more }, ...envelope }, bot);

describe('a message of a person', () => {
  it('is read', () => {
    expect(read({ blocks: [{ type: 'rich_text' }] })).toEqual({
      team: 'T1',
      channel: 'C1',
      channelType: 'channel',
      ts: '1.000001',
      thread: undefined,
      user: 'U1',
      userTeam: 'T1',
      text: 'ops whoami',
      blocks: [{ type: 'rich_text' }],
      files: [],
    });
  });

  it.each([
    ['a mention', { type: 'app_mention', channel_type: undefined }, { channelType: 'channel' }],
    [
      'a mention in a direct message',
      { type: 'app_mention', channel: 'D1', channel_type: undefined },
      { channelType: 'im' },
    ],
    ['one in a direct message', { channel: 'D1', channel_type: 'im' }, { channelType: 'im' }],
    ['one among several people', { channel: 'G1', channel_type: 'mpim' }, { channelType: 'mpim' }],
    ['one in a private channel', { channel: 'G1', channel_type: 'group' }, { channelType: 'group' }],
    ['a reply', { thread_ts: '0.000009' }, { thread: '0.000009' }],
    ['the first of a thread', { thread_ts: '1.000001' }, { thread: undefined }],
    [
      'one with files, of which some cannot be told',
      {
        subtype: 'file_share',
        files: [{ id: 'F1', name: 'a.csv', mimetype: 'text/csv', size: 3 }, { id: 'F2' }, null],
      },
      { text: 'ops whoami', files: [{ id: 'F1', name: 'a.csv', type: 'text/csv', size: 3 }] },
    ],
    ['a reply that is shown at the root too', { subtype: 'thread_broadcast', thread_ts: '0.1' }, { thread: '0.1' }],
    ['one of somebody from another workspace', { user_team: 'T2', team: 'T1' }, { userTeam: 'T2', team: 'T1' }],
    ['one without text', { text: undefined }, { text: '' }],
    [
      'one that is said not to be a bot’s, nor edited',
      { bot_id: null, edited: null, subtype: undefined },
      { user: 'U1' },
    ],
  ])('is read where it is %s', (_, more, expected) => {
    expect(read(more)).toMatchObject(expected);
  });

  it.each([
    ['an edit', { subtype: 'message_changed', message: event, user: undefined }],
    ['a message that was edited before it came', { edited: { user: 'U1', ts: '2.000001' } }],
    ['a mention that an edit brought in', { type: 'app_mention', edited: { user: 'U1', ts: '2.000001' } }],
    ['a deletion', { subtype: 'message_deleted', user: undefined }],
    ['a bot', { subtype: 'bot_message', bot_id: 'B9', user: undefined }],
    ['another app that speaks as somebody', { bot_id: 'B9' }],
    ['an app with a person’s token', { bot_id: 'B9', app_id: 'A9', bot_profile: { name: 'CI' } }],
    ['a workflow', { subtype: 'bot_message', bot_id: 'B9', bot_profile: { is_workflow_bot: true }, user: undefined }],
    ['a bot whose reply is shown at the root too', { subtype: 'thread_broadcast', bot_id: 'B9', thread_ts: '0.1' }],
    ['a reminder', { user: 'USLACKBOT' }],
    ['the app itself', { user: 'UBOT', bot_id: 'BBOT' }],
    ['the app itself, by its user alone', { user: 'UBOT' }],
    ['somebody who joined', { subtype: 'channel_join' }],
    ['a new topic', { subtype: 'channel_topic' }],
    ['a reaction', { type: 'reaction_added', item: {} }],
    ['nobody', { user: undefined }],
    ['no room', { channel: undefined }],
    ['no time', { ts: undefined }],
    ['a user that is none', { user: { id: 'U1' } }],
  ])('is not what comes of %s', (_, more) => {
    expect(read(more)).toBeUndefined();
  });

  it.each([
    ['no event', { event: undefined }],
    ['no team', { team_id: undefined }],
  ])('is not what has %s', (_, envelope) => {
    expect(read({}, envelope)).toBeUndefined();
  });
});

describe('the claim', () => {
  it('is the same for every way in which a message comes, and another one for every other message', () => {
    const claims = [{}, { type: 'app_mention', channel_type: undefined }, { ts: '1.000002' }, { channel: 'C2' }].map(
      (more) => {
        const message = read(more);
        return message === undefined ? undefined : claimOf(message);
      },
    );
    expect(claims[0]).toBe(claims[1]);
    expect(new Set(claims).size).toBe(3);
  });
});
