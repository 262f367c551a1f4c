import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../../../../src/sandbox/server.ts';
import { type Answer, call, connect, standing } from '../../client.ts';
import { ask, get, ofType, openLive, personId, send } from './page-client.ts';

let sandbox: Sandbox;
let ops: string;
let mary: string;
let tom: string;
beforeAll(async () => {
  sandbox = await startSandbox({
    channels: ['ops', 'other'],
    shortcuts: [{ callbackId: 'again', type: 'message' }],
    usergroups: [{ handle: 'oncall', users: ['tom'] }],
    ...standing,
  });
  ops = sandbox.channels[0]?.id ?? '';
  [mary, tom] = [personId(sandbox, 'mary'), personId(sandbox, 'tom')];
});
afterAll(() => sandbox.close());

const say = async (text: string, more: object = {}): Promise<string> =>
  (await ask(sandbox, 'say', { as: mary, channel: ops, text, ...more })).ts;

const message = (ts: string) => sandbox.messages(ops).find((one) => one.ts === ts);

describe('a person', () => {
  it('says something, in a thread and to the room', async () => {
    const ts = await say('hello @tom');
    expect(message(ts)).toMatchObject({ user: mary, text: `hello <@${tom}>`, blocks: [{ type: 'rich_text' }] });
    const reply = await say('a reply', { thread: ts });
    const shown = await say('for all', { thread: ts, broadcast: true });
    expect(message(reply)?.subtype).toBe(undefined);
    expect(message(shown)).toMatchObject({ subtype: 'thread_broadcast', thread_ts: ts });
    const { messages } = await get(sandbox, 'thread', { as: tom, channel: ops, thread: ts });
    expect(messages.map((one: Answer) => one.ts)).toEqual([ts, reply, shown]);
  });

  it('edits, removes and reacts', async () => {
    const ts = await say('one');
    expect(await ask(sandbox, 'edit', { as: mary, channel: ops, ts, text: 'two' })).toEqual({ status: 200, ts });
    expect(message(ts)).toMatchObject({ text: 'two', edited: { user: mary } });
    await ask(sandbox, 'react', { as: tom, channel: ops, ts, name: 'tada', on: true });
    expect(message(ts)?.reactions).toEqual([{ name: 'tada', users: [tom], count: 1 }]);
    await ask(sandbox, 'react', { as: tom, channel: ops, ts, name: 'tada', on: false });
    expect(message(ts)?.reactions).toBe(undefined);
    await ask(sandbox, 'delete', { as: mary, channel: ops, ts });
    expect(message(ts)).toBe(undefined);
  });

  it('neither edits nor removes what another person said', async () => {
    const ts = await say('mine');
    expect(await ask(sandbox, 'edit', { as: tom, channel: ops, ts, text: 'x' })).toMatchObject({
      error: 'cant_update_message',
    });
    expect(await ask(sandbox, 'delete', { as: tom, channel: ops, ts })).toMatchObject({ error: 'cant_delete_message' });
    expect(await ask(sandbox, 'dismiss', { as: tom, channel: ops, ts })).toMatchObject({
      error: 'cant_delete_message',
    });
  });

  it('does not see or put away what another person alone sees', async () => {
    const { message_ts: ts } = await call(sandbox, 'chat.postEphemeral', { channel: ops, user: mary, text: 'psst' });
    for (const name of ['dismiss', 'edit'] as const) {
      const answer = await ask(sandbox, name, { as: tom, channel: ops, ts, text: 'x' });
      expect(answer).toMatchObject({ error: 'message_not_found' });
    }
    const { messages } = await get(sandbox, 'history', { as: tom, channel: ops });
    expect(JSON.stringify(messages)).not.toContain('psst');
    expect((await ask(sandbox, 'dismiss', { as: mary, channel: ops, ts })).status).toBe(200);
    expect(message(ts)).toBe(undefined);
  });

  it('shares a file with and without words', async () => {
    for (const text of ['look', '']) {
      const { file } = await send(sandbox, `upload?as=${mary}&name=${encodeURIComponent('ä b.txt')}`, 'words');
      const ts = await say(text, { files: [file] });
      expect(message(ts)).toMatchObject({ text, files: [{ id: file, name: 'ä b.txt', size: 5, preview: 'words' }] });
      const { file: known } = await call(sandbox, 'files.info', { file });
      expect(known.shares.public[ops][0].ts).toBe(ts);
    }
  });

  it('joins a channel', async () => {
    const other = sandbox.channels[1]?.id ?? '';
    await call(sandbox, 'conversations.leave', { channel: other }, sandbox.people[1]?.token);
    const query = { as: tom, channel: other };
    expect(await get(sandbox, 'history', query)).toMatchObject({ status: 400, error: 'not_in_channel' });
    const page = await openLive(sandbox, 'tom');
    expect((await ask(sandbox, 'join', query)).status).toBe(200);
    await page.wait(
      'the page knows',
      ofType('conversation', ({ conversation }) => conversation.id === other && conversation.isMember),
    );
    expect((await get(sandbox, 'history', query)).status).toBe(200);
  });

  it('opens direct messages with one person and with several', async () => {
    const one = await ask(sandbox, 'open', { as: mary, users: [tom] });
    expect(one.channel).toMatch(/^D/u);
    expect(await ask(sandbox, 'open', { as: tom, users: [mary] })).toEqual(one);
    expect((await ask(sandbox, 'open', { as: mary, users: [tom, sandbox.bot.userId] })).channel).toMatch(/^[CG]/u);
  });

  it('has read what they said themselves', async () => {
    const ts = await say('by me');
    const page = await openLive(sandbox, 'mary');
    expect(page.frames[0]).toMatchObject({ type: 'hello', state: { usergroups: [{ handle: 'oncall' }] } });
    const { state } = page.frames[0] as Answer;
    const room = state.conversations.find(({ id }: { id: string }) => id === ops);
    expect(room).toMatchObject({ unread: 0, lastRead: ts, latest: ts });
  });
});

describe('the app', () => {
  const button = { type: 'button', action_id: 'go', text: { type: 'plain_text', text: 'Go' }, value: 'uat' };
  const blocks = [{ type: 'actions', block_id: 'controls', elements: [button] }];
  const modal = {
    type: 'modal',
    callback_id: 'form',
    title: { type: 'plain_text', text: 'Form' },
    submit: { type: 'plain_text', text: 'Send' },
    blocks: [
      {
        ...{ type: 'input', block_id: 'why', label: { type: 'plain_text', text: 'Why' } },
        element: { type: 'plain_text_input', action_id: 'text' },
      },
    ],
  };

  it('hears of a press, opens a modal, refuses what is in it, and closes it', async () => {
    const line = await connect(sandbox, { acks: false });
    const page = await openLive(sandbox, 'mary');
    const { ts } = await call(sandbox, 'chat.postMessage', { channel: ops, text: 'press', blocks });
    const heard = (type: string): Promise<Answer> =>
      expect
        .poll(() => line.envelopes().find(({ payload }) => payload.type === type))
        .toBeDefined()
        .then(() => line.envelopes().findLast(({ payload }) => payload.type === type));
    const place = { channel: ops, ts };
    const request = { as: mary, place, blockId: 'controls', actionId: 'go', action: { value: 'uat' }, values: {} };
    const pressing = ask(sandbox, 'press', request);
    const pressed = await heard('block_actions');
    line.ack(pressed);
    expect(await pressing).toEqual({ status: 200 });
    const { view } = await call(sandbox, 'views.open', { trigger_id: pressed.payload.trigger_id, view: modal });
    await page.wait(
      'the modal opens',
      ofType('views', ({ views }) => views[0]?.id === view.id),
    );
    const values = { why: { text: { type: 'plain_text_input', value: 'because' } } };
    const submitting = ask(sandbox, 'submit', { as: mary, view: view.id, values });
    line.ack(await heard('view_submission'), { response_action: 'errors', errors: { why: 'say more' } });
    expect(await submitting).toEqual({ status: 200, errors: { why: 'say more' } });
    expect(await ask(sandbox, 'close', { as: tom, view: view.id })).toMatchObject({ status: 400, error: 'not_found' });
    expect((await ask(sandbox, 'close', { as: mary, view: view.id })).status).toBe(200);
    await page.wait(
      'the modal closes',
      ofType('views', ({ views }) => views.length === 0),
    );
    line.socket.terminate();
  });

  it('hears of the files that a person chose in a modal', async () => {
    const line = await connect(sandbox, { acks: false });
    const element = { type: 'file_input', action_id: 'files' };
    const block = { type: 'input', block_id: 'log', label: { type: 'plain_text', text: 'Log' }, element };
    const form = { ...modal, blocks: [block] };
    const shortcut = { as: mary, callbackId: 'again', message: { channel: ops, ts: await say('with a file') } };
    const picking = ask(sandbox, 'shortcut', shortcut);
    const found = (type: string): Answer => line.envelopes().find(({ payload }) => payload.type === type);
    await expect.poll(() => found('message_action')).toBeDefined();
    line.ack(found('message_action'));
    await picking;
    const { trigger_id: trigger } = found('message_action').payload;
    const { view } = await call(sandbox, 'views.open', { trigger_id: trigger, view: form });
    const { file } = await send(sandbox, `upload?as=${mary}&name=a.log`, 'words');
    const values = { log: { files: { type: 'file_input', files: [{ id: file }] } } };
    const submit = (as: string) => ask(sandbox, 'submit', { as, view: view.id, values });
    expect(await submit(tom)).toMatchObject({ status: 400, error: 'file_not_found' });
    const submitting = submit(mary);
    await expect.poll(() => found('view_submission')).toBeDefined();
    line.ack(found('view_submission'));
    expect(await submitting).toEqual({ status: 200 });
    const told = found('view_submission').payload.view.state.values.log.files;
    expect(told).toMatchObject({ type: 'file_input', files: [{ id: file, name: 'a.log', mimetype: 'text/plain' }] });
    expect((await call(sandbox, 'files.info', { file })).ok).toBe(true);
    line.socket.terminate();
  });

  it('hears of a command, a shortcut and the App Home', async () => {
    const line = await connect(sandbox);
    expect(await ask(sandbox, 'command', { as: mary, channel: ops, command: '/ops', text: 'deploy' })).toEqual({
      status: 200,
    });
    const ts = await say('again');
    const shortcut = { as: mary, callbackId: 'again', message: { channel: ops, ts } };
    expect(await ask(sandbox, 'shortcut', shortcut)).toEqual({ status: 200 });
    await ask(sandbox, 'home', { as: mary, tab: 'home' });
    await line.reach(4);
    const payloads = line.envelopes().map(({ payload }) => payload);
    expect(payloads.find(({ command }) => command === '/ops')).toMatchObject({ text: 'deploy', user_id: mary });
    expect(payloads.find(({ type }) => type === 'message_action')).toMatchObject({ message: { ts } });
    await expect
      .poll(() => line.envelopes().some(({ payload }) => payload.event?.type === 'app_home_opened'))
      .toBe(true);
    line.socket.terminate();
  });

  it('shows its App Home to the person alone', async () => {
    const [page, other] = [await openLive(sandbox, 'mary'), await openLive(sandbox, 'tom')];
    const home = { type: 'home', blocks: [{ type: 'section', text: { type: 'mrkdwn', text: 'for mary' } }] };
    await call(sandbox, 'views.publish', { user_id: mary, view: home });
    await page.wait(
      'it comes',
      ofType('home', ({ home: shown }) => shown?.blocks.length === 1),
    );
    const { ts } = await call(sandbox, 'chat.postMessage', { channel: ops, text: 'then' });
    await other.wait(
      'a later one comes',
      ofType('message', (frame) => frame.message.ts === ts),
    );
    expect(JSON.stringify(other.frames)).not.toContain('for mary');
  });

  it('that is away makes a press and a command fail in words', async () => {
    await sandbox.waitFor(({ connections }) => (connections() === 0 ? true : undefined));
    const { ts } = await call(sandbox, 'chat.postMessage', { channel: ops, text: 'press', blocks });
    const request = {
      as: mary,
      place: { channel: ops, ts },
      blockId: 'controls',
      actionId: 'go',
      action: {},
      values: {},
    };
    expect(await ask(sandbox, 'press', request)).toEqual({ status: 200, failure: expect.stringMatching(/\w+/u) });
    const command = { as: mary, channel: ops, command: '/ops', text: '' };
    expect(await ask(sandbox, 'command', command)).toMatchObject({ failure: expect.stringContaining('/ops') });
  });

  it('has its stream stopped', async () => {
    const root = await say('stream');
    const started = await call(sandbox, 'chat.startStream', {
      ...{ channel: ops, thread_ts: root, recipient_user_id: mary, recipient_team_id: sandbox.team.id },
      markdown_text: 'one',
    });
    expect(started).toMatchObject({ ok: true });
    const { ts } = started;
    expect((await ask(sandbox, 'stop', { as: mary, channel: ops, ts })).status).toBe(200);
    const more = await call(sandbox, 'chat.appendStream', { channel: ops, ts, markdown_text: 'two' });
    expect(more).toMatchObject({ ok: false, error: 'stopped_by_user' });
    expect(await ask(sandbox, 'stop', { as: mary, channel: ops, ts: root })).toMatchObject({ status: 400 });
  });
});

it('has the emoji in their groups', async () => {
  const table = Object.values(await get(sandbox, 'emoji', {})).filter((group) => (group as Answer).emoji) as Answer[];
  expect(table.length).toBeGreaterThan(5);
  expect(table.flatMap(({ emoji }) => emoji)).toContainEqual(expect.arrayContaining(['🎉', 'tada']));
});
