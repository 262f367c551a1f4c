import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../../../../src/sandbox/server.ts';
import { type Answer, call, connect, standing } from '../../client.ts';

let sandbox: Sandbox;
let channel: string;
let thread: string;
let mary: Sandbox['people'][number];

beforeEach(async () => {
  const channels = ['ops', { name: 'lounge', bot: false }];
  sandbox = await startSandbox({ people: [{ name: 'mary' }], channels, ...standing });
  channel = sandbox.channels[0]?.id ?? '';
  mary = sandbox.people[0] ?? expect.fail();
  thread = (await sandbox.say({ as: 'mary', channel: '#ops', text: 'go' })).ts;
});
afterEach(() => sandbox.close());

const recipient = () => ({ recipient_team_id: sandbox.team.id, recipient_user_id: mary.id });
const start = (args: object = {}): Promise<Answer> =>
  call(sandbox, 'chat.startStream', { channel, thread_ts: thread, ...recipient(), ...args });
const append = (ts: string, args: object): Promise<Answer> =>
  call(sandbox, 'chat.appendStream', { channel, ts, ...args });
const stop = (ts: string, args: object = {}): Promise<Answer> =>
  call(sandbox, 'chat.stopStream', { channel, ts, ...args });
const message = (ts: string): Answer => sandbox.messages(channel).find((one) => one.ts === ts);
const words = (text: string) => ({ type: 'markdown_text', text });
const task = (id: string, status: string, more: object = {}) => ({
  type: 'task_update',
  id,
  title: `Task ${id}`,
  status,
  ...more,
});

describe('chat.startStream', () => {
  it.each([
    ['no channel', { channel: undefined }, 'invalid_arguments'],
    ['no thread', { thread_ts: undefined }, 'invalid_arguments'],
    ['an unknown channel', { channel: 'C404' }, 'channel_not_found'],
    ['a thread that is not there', { thread_ts: '1.000001' }, 'thread_not_found'],
    ['no team for a channel', { recipient_team_id: undefined }, 'missing_recipient_team_id'],
    ['no person for a channel', { recipient_user_id: undefined }, 'missing_recipient_user_id'],
    ['another team', { recipient_team_id: 'T404' }, 'team_not_found'],
    ['nobody known', { recipient_user_id: 'U404' }, 'user_not_found'],
    ['long text', { markdown_text: 'x'.repeat(12_001) }, 'msg_too_long'],
    ['a long chunk', { chunks: [words('x'.repeat(12_001))] }, 'msg_too_long'],
    ['text and chunks', { markdown_text: 'x', chunks: [words('y')] }, 'invalid_arguments'],
    ['chunks that are no JSON', { chunks: '[{' }, 'invalid_chunks'],
    ['a chunk of an unknown type', { chunks: [{ type: 'poem' }] }, 'invalid_chunks'],
    ['a task without a title', { chunks: [{ type: 'task_update', id: '1', status: 'complete' }] }, 'invalid_chunks'],
    ['a task in an unknown state', { chunks: [task('1', 'lost')] }, 'invalid_chunks'],
    ['a long title', { chunks: [{ type: 'plan_update', title: 'x'.repeat(257) }] }, 'invalid_chunks'],
    ['wrong blocks in a chunk', { chunks: [{ type: 'blocks', blocks: [{ type: 'poem' }] }] }, 'invalid_blocks'],
    ['an unknown way to show tasks', { task_display_mode: 'wild' }, 'invalid_arguments'],
  ])('refuses %s', async (_, args, error) => {
    expect(await start(args)).toMatchObject({ ok: false, error });
  });

  it('refuses a channel that the app is not in, and a person', async () => {
    expect((await start({ channel: sandbox.channels[1]?.id })).error).toBe('not_in_channel');
    const asMary = await call(sandbox, 'chat.startStream', { channel, thread_ts: thread, ...recipient() }, mary.token);
    expect(asMary.error).toBe('not_allowed_token_type');
  });

  it('needs no recipient in direct messages', async () => {
    const { ts } = await sandbox.say({ as: 'mary', channel: '@mary', text: 'hi' });
    const { channel: direct } = await call(sandbox, 'conversations.open', { users: mary.id });
    expect(await call(sandbox, 'chat.startStream', { channel: direct.id, thread_ts: ts })).toMatchObject({ ok: true });
  });
});

describe('a stream', () => {
  it('grows in one markdown block, and is told to the app when it begins and when it ends', async () => {
    const line = await connect(sandbox);
    const { ts } = await start({ markdown_text: '**Hel' });
    expect(message(ts)).toMatchObject({ streaming_state: 'in_progress', thread_ts: thread, bot_id: sandbox.bot.botId });
    expect(await append(ts, { markdown_text: 'lo**' })).toEqual({ ok: true, channel, ts });
    expect(message(ts).blocks).toMatchObject([{ type: 'markdown', text: '**Hello**' }]);
    const { message: ended } = await stop(ts, { markdown_text: ' you' });
    expect(ended).toMatchObject({ ts, text: '*Hello* you', streaming_state: 'completed' });
    const events = (await line.reach(3)).map(({ payload }) => payload.event);
    expect(events.slice(1)).toMatchObject([
      { type: 'message', ts, streaming_state: 'in_progress' },
      { subtype: 'message_changed', message: { ts, text: '*Hello* you' }, previous_message: { text: '' } },
    ]);
    line.socket.close();
  });

  it('shows tasks as cards between the words, each in its place', async () => {
    const { ts } = await start({ chunks: [words('First '), task('1', 'in_progress', { details: 'a' })] });
    await append(ts, { chunks: [words('then'), task('2', 'pending')] });
    await append(ts, { chunks: [task('1', 'complete', { details: 'b', output: 'done' })] });
    await stop(ts);
    const section = (text: string) => ({
      type: 'rich_text',
      elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }],
    });
    expect(message(ts)).toMatchObject({
      text: 'First then Task 1 Task 2',
      blocks: [
        { type: 'markdown', text: 'First ' },
        { type: 'task_card', task_id: '1', status: 'complete', details: section('ab'), output: section('done') },
        { type: 'markdown', text: 'then' },
        { type: 'task_card', task_id: '2', status: 'pending' },
      ],
    });
  });

  it('shows tasks in a plan when asked to', async () => {
    const { ts } = await start({ task_display_mode: 'plan', chunks: [task('1', 'pending'), words('x')] });
    await append(ts, { chunks: [{ type: 'plan_update', title: 'Release' }, task('2', 'pending'), task('1', 'error')] });
    expect(message(ts).blocks).toMatchObject([
      { type: 'plan', title: 'Release', tasks: [{ task_id: '1', status: 'error' }, { task_id: '2' }] },
      { type: 'markdown', text: 'x' },
    ]);
  });

  it('takes blocks as chunks, and more of them and metadata at its end', async () => {
    const { ts } = await start({ chunks: [{ type: 'blocks', blocks: [{ type: 'divider' }] }] });
    const button = { type: 'button', text: { type: 'plain_text', text: 'Good' } };
    const metadata = { event_type: 'done', event_payload: { id: 1 } };
    await stop(ts, { chunks: [words('end')], blocks: [{ type: 'actions', elements: [button] }], metadata });
    expect(message(ts)).toMatchObject({
      metadata,
      blocks: [{ type: 'divider' }, { type: 'markdown' }, { elements: [{ action_id: expect.any(String) }] }],
    });
  });

  it('is of one kind: text, or chunks', async () => {
    const [text, chunks] = [await start({ markdown_text: 'x' }), await start({ chunks: [words('x')] })];
    expect((await append(text.ts, { chunks: [words('y')] })).error).toBe('streaming_mode_mismatch');
    expect((await append(chunks.ts, { markdown_text: 'y' })).error).toBe('streaming_mode_mismatch');
    const open = await start();
    expect((await append(open.ts, { chunks: [words('y')] })).ok).toBe(true);
    expect((await stop(open.ts, { markdown_text: 'z' })).error).toBe('streaming_mode_mismatch');
  });

  it('is not edited or deleted while it grows', async () => {
    const { ts } = await start({ markdown_text: 'x' });
    expect((await call(sandbox, 'chat.update', { channel, ts, text: 'y' })).error).toBe('streaming_state_conflict');
    expect((await call(sandbox, 'chat.delete', { channel, ts })).error).toBe('cant_delete_message');
    await stop(ts);
    expect((await call(sandbox, 'chat.update', { channel, ts, text: 'y' })).ok).toBe(true);
  });

  it('takes nothing after its end', async () => {
    const { ts } = await start({ markdown_text: 'x' });
    await stop(ts);
    expect((await append(ts, { markdown_text: 'y' })).error).toBe('message_not_in_streaming_state');
    expect((await stop(ts)).error).toBe('message_not_in_streaming_state');
  });

  it('ends by itself five minutes after it began, though words still come', async () => {
    const { ts } = await start({ markdown_text: 'x' });
    sandbox.clock.advance(4 * 60_000);
    expect((await append(ts, { markdown_text: 'y' })).ok).toBe(true);
    sandbox.clock.advance(60_000);
    expect(message(ts).streaming_state).toBe('errored');
    expect((await append(ts, { markdown_text: 'z' })).error).toBe('message_not_in_streaming_state');
    expect((await stop(ts)).error).toBe('message_not_in_streaming_state');
    expect((await call(sandbox, 'chat.update', { channel, ts, text: 'repaired' })).ok).toBe(true);
  });

  it.each([
    ['nothing to add', {}, 'no_text'],
    ['an empty list', { chunks: [] }, 'no_text'],
    ['a message that is not there', { ts: '1.000001', markdown_text: 'x' }, 'message_not_found'],
  ])('refuses %s', async (_, args, error) => {
    const { ts } = await start();
    expect((await append(ts, args)).error).toBe(error);
  });

  it('is the app’s alone, and begins as one', async () => {
    expect((await append(thread, { markdown_text: 'x' })).error).toBe('message_not_owned_by_app');
    const { ts } = await call(sandbox, 'chat.postMessage', { channel, text: 'x' });
    expect((await append(ts, { markdown_text: 'x' })).error).toBe('message_not_in_streaming_state');
  });
});
