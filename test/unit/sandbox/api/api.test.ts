import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../../../src/sandbox/server.ts';
import { type Answer, call } from '../client.ts';

let sandbox: Sandbox;
let room: string;
let mary: Sandbox['people'][number];
let tom: Sandbox['people'][number];

beforeAll(async () => {
  sandbox = await startSandbox({
    people: [{ name: 'mary' }, { name: 'tom', id: 'U0TOM' }],
    channels: ['ops', { name: 'lounge', bot: false }, { name: 'secret', private: true, bot: false }],
  });
  room = sandbox.channels[0]?.id ?? '';
  mary = sandbox.people[0] ?? expect.fail();
  tom = sandbox.people[1] ?? expect.fail();
});
afterAll(() => sandbox.close());

const say = (text: string, thread?: string) =>
  sandbox.say({ as: 'mary', channel: '#ops', text, ...(thread ? { thread } : {}) });
const post = (args: object): Promise<Answer> => call(sandbox, 'chat.postMessage', { channel: room, ...args });

describe('what every method checks', () => {
  it.each([
    ['no token', '', 'auth.test', 'not_authed'],
    ['an unknown token', 'xoxb-nope', 'auth.test', 'invalid_auth'],
    ['an unknown method', 'xoxb-nope', 'chat.postPoem', 'unknown_method'],
    ['an inherited name', 'xoxb-nope', 'constructor', 'unknown_method'],
  ])('%s', async (_, token, method, error) => {
    expect(await call(sandbox, method, {}, token)).toMatchObject({ ok: false, error });
  });

  it('that the token is of the right kind', async () => {
    expect((await call(sandbox, 'apps.connections.open')).error).toBe('not_allowed_token_type');
    expect((await call(sandbox, 'chat.postMessage', {}, sandbox.appToken)).error).toBe('not_allowed_token_type');
  });

  it('that required arguments are there', async () => {
    expect(await call(sandbox, 'conversations.info')).toEqual({
      ok: false,
      error: 'invalid_arguments',
      response_metadata: { messages: ['[ERROR] missing required field: channel'] },
    });
  });
});

describe('who is asking', () => {
  it('the app', async () => {
    expect(await call(sandbox, 'auth.test')).toMatchObject({
      ok: true,
      user: 'ops',
      user_id: sandbox.bot.userId,
      bot_id: sandbox.bot.botId,
      team_id: sandbox.team.id,
    });
  });

  it('a person', async () => {
    const answer = await call(sandbox, 'auth.test', {}, mary.token);
    expect(answer).toMatchObject({ ok: true, user: 'mary', user_id: mary.id });
    expect(answer.bot_id).toBe(undefined);
  });
});

describe('chat.postMessage', () => {
  it.each([
    ['an unknown channel', { channel: 'C404', text: 'x' }, 'channel_not_found'],
    ['a channel that the app is not in', { channel: '#lounge', text: 'x' }, 'not_in_channel'],
    ['a private channel that the app does not see', { channel: 'secret', text: 'x' }, 'channel_not_found'],
    ['no text', {}, 'no_text'],
    ['blank text', { text: ' \n' }, 'no_text'],
    ['blocks that are no list', { blocks: '{"type":"divider"}' }, 'invalid_blocks_format'],
    ['blocks that are no JSON', { blocks: '[{' }, 'invalid_blocks_format'],
    ['blocks that are no objects', { blocks: ['x'] }, 'invalid_blocks_format'],
    ['wrong blocks', { blocks: [{ type: 'poem' }] }, 'invalid_blocks'],
    ['attachments that are no JSON', { text: 'x', attachments: '[' }, 'invalid_attachments'],
    ['markdown and text', { text: 'x', markdown_text: 'y' }, 'markdown_text_conflict'],
    ['long markdown', { markdown_text: 'y'.repeat(12_001) }, 'msg_too_long'],
    ['a thread that is no timestamp', { text: 'x', thread_ts: '0' }, 'invalid_thread_ts'],
    ['a thread that is not there', { text: 'x', thread_ts: '1.000001' }, 'thread_not_found'],
    [
      'metadata without a type',
      { text: 'x', metadata: { event_type: '', event_payload: {} } },
      'invalid_metadata_schema',
    ],
    ['metadata that is no object', { text: 'x', metadata: '[1]' }, 'invalid_metadata_format'],
    ['metadata that is no JSON', { text: 'x', metadata: '{' }, 'invalid_metadata_format'],
    [
      'large metadata',
      { text: 'x', metadata: { event_type: 'x', event_payload: { y: 'z'.repeat(16_384) } } },
      'metadata_too_large',
    ],
    ['metadata of another shape', { text: 'x', metadata: { event: 1 } }, 'invalid_metadata_schema'],
  ])('refuses %s', async (_, args, error) => {
    expect(await post(args)).toMatchObject({ ok: false, error });
  });

  it('refuses metadata of a person', async () => {
    const args = { channel: room, text: 'x', metadata: { event_type: 'x', event_payload: {} } };
    const { error } = await call(sandbox, 'chat.postMessage', args, mary.token);
    expect(error).toBe('metadata_must_be_sent_from_app');
  });

  it('says what is wrong with blocks in attachments', async () => {
    const complaint = 'unsupported type: poem [json-pointer:/attachments/1/blocks/0/type]';
    const attachments = [{ text: 'fine' }, { blocks: [{ type: 'poem' }] }];
    expect(await post({ attachments })).toMatchObject({
      error: 'invalid_attachments',
      errors: [complaint],
      response_metadata: { messages: [`[ERROR] ${complaint}`] },
    });
  });

  it('says what is wrong with blocks', async () => {
    const complaint = 'unsupported type: poem [json-pointer:/blocks/0/type]';
    expect(await post({ blocks: [{ type: 'poem' }] })).toMatchObject({
      errors: [complaint],
      response_metadata: { messages: [`[ERROR] ${complaint}`] },
    });
  });

  it('posts as the app, and names blocks and controls without a name', async () => {
    const button = { type: 'button', text: { type: 'plain_text', text: 'Go' } };
    const answer = await post({ text: 'a & b', blocks: [{ type: 'actions', elements: [button] }] });
    expect(answer).toMatchObject({
      ok: true,
      channel: room,
      message: {
        type: 'message',
        user: sandbox.bot.userId,
        bot_id: sandbox.bot.botId,
        text: 'a &amp; b',
        ts: answer.ts,
      },
    });
    expect(answer.message.blocks[0].block_id).toMatch(/^\w{5}$/u);
    expect(answer.message.blocks[0].elements[0].action_id).toMatch(/^\w{5}$/u);
  });

  it.each([['#ops'], ['ops']])('finds a channel by name: %s', async (channel) => {
    expect(await post({ channel, text: 'x' })).toMatchObject({ ok: true, channel: room });
  });

  it('opens the direct messages with a person by their id', async () => {
    const answer = await post({ channel: mary.id, text: 'hi' });
    expect(answer.ok).toBe(true);
    expect(sandbox.messages('@mary').at(-1)).toMatchObject({ ts: answer.ts, text: 'hi' });
  });

  it('cuts text after 40,000 characters, never within one', async () => {
    const answer = await post({ text: `${'x'.repeat(39_999)}🎉` });
    expect(answer).toMatchObject({ ok: true, warning: 'message_truncated' });
    const parts = sandbox.messages(room).filter(({ ts }) => ts >= answer.ts);
    expect(parts.map(({ text }) => text).join('')).toBe('x'.repeat(39_999));
  });

  it('makes several messages of a long text, and answers with the first; blocks keep it together', async () => {
    const text = `${'a'.repeat(3000)}\n${'b'.repeat(3000)}`;
    const answer = await post({ text });
    const parts = sandbox.messages(room).slice(-2);
    expect(parts.map((message) => message.text)).toEqual(text.split('\n'));
    expect(answer).toMatchObject({ ts: parts[0]?.ts, message: { text: 'a'.repeat(3000) } });
    expect((await post({ text, blocks: [{ type: 'divider' }] })).message.text).toBe(text);
  });

  it('posts as a person, through the composer', async () => {
    const answer = await call(sandbox, 'chat.postMessage', { channel: room, text: '@ops a & b' }, mary.token);
    expect(answer.message).toMatchObject({
      user: mary.id,
      text: `<@${sandbox.bot.userId}> a &amp; b`,
      blocks: [{ type: 'rich_text', elements: [{ type: 'rich_text_section' }] }],
    });
    expect(answer.message.bot_id).toBe(undefined);
    expect(answer.message.client_msg_id).toMatch(/^[0-9a-f-]{36}$/u);
  });

  it('counts replies on the first message of the thread', async () => {
    const { ts } = await say('root');
    const first = await post({ text: 'one', thread_ts: ts });
    await post({ text: 'two', thread_ts: first.ts });
    const { messages } = await call(sandbox, 'conversations.replies', { channel: room, ts });
    expect(messages.map(({ text }: Answer) => text)).toEqual(['root', 'one', 'two']);
    expect(messages[0]).toMatchObject({ reply_count: 2, reply_users: [sandbox.bot.userId], thread_ts: ts });
    expect(messages[2]).toMatchObject({ thread_ts: ts, parent_user_id: mary.id });
  });
});

describe('chat.update and chat.delete', () => {
  it('replace text and blocks; only an edit of text alone shows', async () => {
    const { ts } = await post({ text: 'x', blocks: [{ type: 'divider' }] });
    const plain = await call(sandbox, 'chat.update', { channel: room, ts, text: 'y' });
    expect(plain.message.blocks).toBe(undefined);
    expect(plain.message.edited.user).toBe(sandbox.bot.userId);
    const blocks = await call(sandbox, 'chat.update', { channel: room, ts, text: 'z', blocks: [{ type: 'divider' }] });
    expect(blocks.message.edited).toBe(undefined);
    expect(sandbox.messages(room).find((message) => message.ts === ts)?.text).toBe('z');
  });

  it('refuse what is not there or not theirs', async () => {
    const { ts } = await say('mine');
    const own = await post({ text: 'x' });
    const update = (args: object) => call(sandbox, 'chat.update', { channel: room, ts, text: 'x', ...args });
    expect((await update({})).error).toBe('cant_update_message');
    expect((await update({ ts: '1.000001' })).error).toBe('message_not_found');
    expect((await update({ channel: '#ops' })).error).toBe('channel_not_found');
    expect((await update({ ts: own.ts, text: '' })).error).toBe('no_text');
    expect((await update({ ts: own.ts, text: 'x'.repeat(4001) })).error).toBe('msg_too_long');
    expect((await update({ ts: own.ts, text: 'x'.repeat(4000) })).ok).toBe(true);
    expect((await call(sandbox, 'chat.delete', { channel: room, ts })).error).toBe('cant_delete_message');
  });

  it('take a message away, and leave a gravestone over a thread', async () => {
    const single = await post({ text: 'single' });
    const root = await post({ text: 'root' });
    await post({ text: 'reply', thread_ts: root.ts });
    for (const { ts } of [single, root]) await call(sandbox, 'chat.delete', { channel: room, ts });
    const messages = sandbox.messages(room);
    expect(messages.some(({ ts }) => ts === single.ts)).toBe(false);
    const gravestone = messages.find(({ ts }) => ts === root.ts);
    expect(gravestone).toMatchObject({ subtype: 'tombstone', user: 'USLACKBOT', reply_count: 1 });
    expect(gravestone).not.toHaveProperty('bot_id');
  });
});

describe('chat.postEphemeral', () => {
  it('shows a message to one person and to no list', async () => {
    const { message_ts: ts } = await call(sandbox, 'chat.postEphemeral', {
      channel: room,
      user: mary.id,
      text: 'psst',
    });
    expect(sandbox.messages(room).find((message) => message.ts === ts)).toMatchObject({ ephemeralTo: mary.id });
    const { messages } = await call(sandbox, 'conversations.history', { channel: room });
    expect(messages.some((message: Answer) => message.ts === ts)).toBe(false);
    expect((await call(sandbox, 'chat.update', { channel: room, ts, text: 'x' })).error).toBe('message_not_found');
  });

  it('refuses a person who is not there', async () => {
    const direct = await call(sandbox, 'conversations.open', { users: mary.id });
    const ephemeral = (args: object) => call(sandbox, 'chat.postEphemeral', { channel: room, text: 'x', ...args });
    expect((await ephemeral({ user: 'U404' })).error).toBe('user_not_found');
    expect((await ephemeral({ channel: direct.channel.id, user: tom.id })).error).toBe('user_not_in_channel');
  });
});

describe('conversations', () => {
  it('are listed by type, with a cursor', async () => {
    const first = await call(sandbox, 'conversations.list', { limit: 1 });
    expect(first.channels).toMatchObject([{ name: 'ops', is_member: true, num_members: 3 }]);
    const cursor = first.response_metadata.next_cursor;
    const second = await call(sandbox, 'conversations.list', { limit: 1, cursor });
    expect(second.channels).toMatchObject([{ name: 'lounge', is_member: false }]);
    expect(second.response_metadata.next_cursor).toBe('');
    const direct = await call(sandbox, 'conversations.list', { types: 'im,private_channel' });
    expect(direct.channels.map(({ user }: Answer) => user)).toEqual([mary.id, tom.id]);
  });

  it.each([
    [{ types: 'garden' }, 'invalid_types'],
    [{ cursor: 'zzz' }, 'invalid_cursor'],
    [{ limit: 'many' }, 'invalid_limit'],
  ])('refuse %j', async (args, error) => {
    expect(await call(sandbox, 'conversations.list', args)).toMatchObject({ ok: false, error });
  });

  it('have a history, newest first, in pages and between two times', async () => {
    const own = await startSandbox({ channels: ['ops'] });
    const channel = own.channels[0]?.id;
    const stamps: string[] = [];
    for (const text of ['1', '2', '3', '4']) stamps.push((await own.say({ as: 'mary', channel: '#ops', text })).ts);
    const texts = async (args: object) => {
      const answer = await call(own, 'conversations.history', { channel, ...args });
      return [answer.messages.map(({ text }: Answer) => text).join(''), answer.response_metadata?.next_cursor];
    };
    const [newest, cursor] = await texts({ limit: 3 });
    expect(newest).toBe('432');
    expect(await texts({ limit: 3, cursor })).toEqual(['1', undefined]);
    expect(await texts({ oldest: stamps[1], latest: stamps[3] })).toEqual(['3', undefined]);
    expect(await texts({ oldest: stamps[1], latest: stamps[3], inclusive: true })).toEqual(['432', undefined]);
    expect((await call(own, 'conversations.history', { channel, oldest: 'x' })).error).toBe('invalid_ts_oldest');
    await own.close();
  });

  it('are closed to who is not in them', async () => {
    const lounge = sandbox.channels[1]?.id;
    expect((await call(sandbox, 'conversations.history', { channel: lounge })).error).toBe('not_in_channel');
    expect((await call(sandbox, 'conversations.info', { channel: lounge })).channel.is_member).toBe(false);
    sandbox.invite('#lounge');
    expect((await call(sandbox, 'conversations.history', { channel: lounge })).ok).toBe(true);
    sandbox.kick('#lounge');
  });

  it('open between the caller and others', async () => {
    const again = await call(sandbox, 'conversations.open', { users: mary.id });
    expect(again).toMatchObject({ ok: true, already_open: true });
    expect((await call(sandbox, 'conversations.open', { users: `${mary.id},${tom.id}` })).channel.is_mpim).toBe(true);
    expect((await call(sandbox, 'conversations.open', { users: 'U404' })).error).toBe('user_not_found');
    expect((await call(sandbox, 'conversations.open')).error).toBe('users_list_not_supplied');
    const crowd = Array.from({ length: 9 }, (_, at) => `U${at}`);
    expect((await call(sandbox, 'conversations.open', { users: crowd })).error).toBe('too_many_users');
    const between = await call(sandbox, 'conversations.open', { users: tom.id }, mary.token);
    expect((await call(sandbox, 'conversations.info', { channel: between.channel.id })).error).toBe(
      'channel_not_found',
    );
  });

  it('answer thread_not_found for a thread that is not there', async () => {
    expect((await call(sandbox, 'conversations.replies', { channel: room, ts: '1.0' })).error).toBe('thread_not_found');
  });
});

describe('people', () => {
  it('are found and listed', async () => {
    expect((await call(sandbox, 'users.info', { user: 'U0TOM' })).user).toMatchObject({ name: 'tom', is_bot: false });
    expect((await call(sandbox, 'users.info', { user: 'U404' })).error).toBe('user_not_found');
    const { members } = await call(sandbox, 'users.list');
    expect(members.map(({ name }: Answer) => name)).toEqual(['mary', 'tom', 'ops']);
  });
});

describe('reactions', () => {
  it('are added, shown and taken back', async () => {
    const { ts } = await say('react to me');
    const about = { channel: room, timestamp: ts, name: 'eyes' };
    expect(await call(sandbox, 'reactions.add', about)).toEqual({ ok: true });
    expect((await call(sandbox, 'reactions.add', about)).error).toBe('already_reacted');
    expect((await call(sandbox, 'reactions.add', about, mary.token)).ok).toBe(true);
    const { message } = await call(sandbox, 'reactions.get', about);
    expect(message.reactions).toEqual([{ name: 'eyes', users: [sandbox.bot.userId, mary.id], count: 2 }]);
    for (const token of [sandbox.botToken, mary.token]) await call(sandbox, 'reactions.remove', about, token);
    expect((await call(sandbox, 'reactions.remove', about)).error).toBe('no_reaction');
    expect((await call(sandbox, 'reactions.get', about)).message.reactions).toBe(undefined);
  });

  it('are one under all names of an emoji', async () => {
    const { ts } = await say('well done');
    const react = (name: string, token?: string) =>
      call(sandbox, 'reactions.add', { channel: room, timestamp: ts, name }, token);
    expect((await react('thumbsup')).ok).toBe(true);
    expect((await react('+1')).error).toBe('already_reacted');
    expect((await react(':+1:', mary.token)).ok).toBe(true);
    expect((await react('thumbsup::skin-tone-3')).ok).toBe(true);
    const { reactions } = sandbox.messages('#ops').find((message) => message.ts === ts) ?? {};
    expect(reactions?.map(({ name, count }) => [name, count])).toEqual([
      ['+1', 2],
      ['+1::skin-tone-3', 1],
    ]);
  });

  it.each([
    [{ name: 'no spaces' }, 'invalid_name'],
    [{ name: 'no_such_emoji' }, 'invalid_name'],
    [{ name: 'eyes::skin-tone-3' }, 'invalid_name'],
    [{ name: 'eyes' }, 'no_item_specified'],
    [{ name: 'eyes', channel: 'C404', timestamp: '1.000001' }, 'channel_not_found'],
  ])('are refused for %j', async (args, error) => {
    expect(await call(sandbox, 'reactions.add', args)).toMatchObject({ ok: false, error });
  });
});

it('chat.getPermalink gives an address on the sandbox', async () => {
  const { ts } = await say('here');
  const { permalink } = await call(sandbox, 'chat.getPermalink', { channel: room, message_ts: ts });
  expect(permalink).toBe(`http://127.0.0.1:${sandbox.port}/archives/${room}/p${ts.replace('.', '')}`);
});
