import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../../../../src/sandbox/server.ts';
import { until } from '../../../../support/waiting.ts';
import { call, connect } from '../../client.ts';
import { ask, get, type LivePage, ofType, openLive, personId } from './page-client.ts';

let sandbox: Sandbox;
let ops: string;
let hidden: string;
beforeEach(async () => {
  sandbox = await startSandbox({ channels: ['ops', { name: 'hidden', private: true }] });
  [ops = '', hidden = ''] = sandbox.channels.map(({ id }) => id);
});
afterEach(() => sandbox.close());

const post = (channel: string, text: string, more: object = {}) =>
  call(sandbox, 'chat.postMessage', { channel, text, ...more });

/** Says a last word and waits for it: whatever came before it has come. */
async function settle(page: LivePage): Promise<LivePage> {
  const text = `last word ${page.frames.length}`;
  await post(ops, text);
  await page.wait(
    'the last word comes',
    ofType('message', ({ message }) => message.text === text),
  );
  return page;
}

describe('a page', () => {
  it('is greeted with all that its person may know', async () => {
    await connect(sandbox);
    const { frames } = await openLive(sandbox, 'tom');
    expect(frames[0]).toMatchObject({
      type: 'hello',
      state: {
        team: { domain: 'sandbox' },
        me: { name: 'tom', isBot: false },
        people: [{ name: 'tom' }, { name: 'mary' }],
        app: { name: 'ops', userId: sandbox.bot.userId, connections: 1 },
        commands: [{ command: '/ops' }],
        views: [],
        home: null,
        statuses: {},
      },
    });
    const { state } = (frames[0] ?? {}) as { state: { conversations: { kind: string; name: string }[] } };
    expect(state.conversations.map(({ kind, name }) => [kind, name])).toEqual([
      ['channel', 'ops'],
      ['group', 'hidden'],
      ['im', sandbox.bot.userId],
    ]);
  });

  it.each(['', 'nobody'])('of %j belongs to the first of the people', async (as) => {
    const { frames } = await openLive(sandbox, as);
    expect(frames[0]).toMatchObject({ state: { me: { name: 'mary' } } });
  });

  it('hears messages, edits and removals in their order', async () => {
    const page = await openLive(sandbox, 'mary');
    const { ts } = await post(ops, 'one');
    await page.wait(
      'it comes',
      ofType('message', ({ message }) => message.ts === ts),
    );
    await call(sandbox, 'chat.update', { channel: ops, ts, text: 'two' });
    await page.wait(
      'its edit comes',
      ofType('message', ({ message }) => message.text === 'two'),
    );
    await call(sandbox, 'chat.delete', { channel: ops, ts });
    await page.wait(
      'its removal comes',
      ofType('message_removed', (frame) => frame.ts === ts),
    );
    expect(page.frames.filter(({ type }) => type.startsWith('message')).map(({ type }) => type)).toEqual([
      'message',
      'message',
      'message_removed',
    ]);
  });

  it('hears of a thousand edits in a moment only the newest', async () => {
    const page = await openLive(sandbox, 'mary');
    const { ts } = await sandbox.say({ as: 'tom', channel: ops, text: '0' });
    for (let at = 1; at <= 1000; at += 1) await sandbox.edit({ as: 'tom', channel: ops, ts, text: String(at) });
    await page.wait(
      'the newest comes',
      ofType('message', ({ message }) => message.text === '1000'),
    );
    expect(page.texts().length).toBeLessThan(200);
  });

  it('never hears what another person alone sees', async () => {
    const [mary, tom] = [await openLive(sandbox, 'mary'), await openLive(sandbox, 'tom')];
    const user = personId(sandbox, 'mary');
    const { message_ts: ts } = await call(sandbox, 'chat.postEphemeral', { channel: ops, user, text: 'for mary' });
    await settle(mary);
    await ask(sandbox, 'dismiss', { as: user, channel: ops, ts });
    await settle(mary);
    await settle(tom);
    expect(mary.texts()).toContain('for mary');
    expect(mary.frames).toContainEqual({ type: 'message_removed', channel: ops, ts });
    expect(JSON.stringify(tom.frames)).not.toContain('for mary');
    expect(JSON.stringify(tom.frames)).not.toContain(ts);
  });

  it('never hears of a room that its person is not in', async () => {
    const token = sandbox.people.find(({ name }) => name === 'tom')?.token;
    await call(sandbox, 'conversations.leave', { channel: hidden }, token);
    const [mary, tom] = [await openLive(sandbox, 'mary'), await openLive(sandbox, 'tom')];
    await post(hidden, 'a secret');
    const users = [sandbox.bot.userId];
    await ask(sandbox, 'open', { as: personId(sandbox, 'mary'), users });
    await settle(mary);
    await settle(tom);
    expect(mary.texts()).toContain('a secret');
    const heard = JSON.stringify(tom.frames);
    expect(heard).not.toContain('a secret');
    expect(heard).not.toContain(hidden);
    for (const name of ['history', 'thread']) {
      const query = { as: personId(sandbox, 'tom'), channel: hidden, thread: '1.000001' };
      expect(await get(sandbox, name, query)).toMatchObject({ status: 400, error: 'channel_not_found' });
    }
  });

  it('hears how often the app is connected', async () => {
    const page = await openLive(sandbox, 'mary');
    const line = await connect(sandbox);
    await page.wait(
      'the app is there',
      ofType('connections', ({ connections }) => connections === 1),
    );
    line.socket.terminate();
    await page.wait(
      'the app is gone',
      ofType('connections', ({ connections }) => connections === 0),
    );
  });

  it('hears what is unread, and that it was read', async () => {
    const page = await openLive(sandbox, 'mary');
    const mary = personId(sandbox, 'mary');
    await post(ops, 'one');
    const { ts } = await post(ops, `two <@${mary}>`);
    const unread = await page.wait(
      'two are unread',
      ofType('conversation', ({ conversation }) => conversation.unread === 2),
    );
    expect(unread.conversation).toMatchObject({ id: ops, mentions: 1, latest: ts, lastRead: '0' });
    await ask(sandbox, 'read', { as: mary, channel: ops, ts });
    await page.wait(
      'none is',
      ofType('conversation', ({ conversation }) => conversation.lastRead === ts),
    );
    expect(page.frames.at(-1)).toMatchObject({ conversation: { unread: 0, mentions: 0 } });
  });

  it('hears of direct messages that another person opens with it', async () => {
    const page = await openLive(sandbox, 'tom');
    const [as, tom] = [personId(sandbox, 'mary'), personId(sandbox, 'tom')];
    const { channel } = await ask(sandbox, 'open', { as, users: [tom] });
    await ask(sandbox, 'say', { as, channel, text: 'psst' });
    await page.wait(
      'it comes',
      ofType('message', ({ message }) => message.text === 'psst'),
    );
    const known = await page.wait(
      'the room comes',
      ofType('conversation', (frame) => frame.conversation.id === channel),
    );
    expect(known.conversation).toMatchObject({ kind: 'im', name: as, isMember: true });
  });

  it('ends with the sandbox', async () => {
    const { socket } = await openLive(sandbox, 'mary');
    await sandbox.close();
    await until(() => socket.readyState === socket.CLOSED, 'the socket is closed');
  });

  it('that says something is not listened to, and that says much is closed', async () => {
    const page = await openLive(sandbox, 'mary');
    page.socket.send('{"type":"say"}');
    await settle(page);
    page.socket.send('x'.repeat(10_000));
    await until(() => page.socket.readyState === page.socket.CLOSED, 'the socket is closed');
    expect((await call(sandbox, 'auth.test')).ok).toBe(true);
  });

  it('that reads nothing is closed before the memory is full', async () => {
    const page = await openLive(sandbox, 'mary');
    page.socket.pause();
    const text = 'x'.repeat(30_000);
    const closed = new Promise((resolve) => page.socket.once('close', resolve));
    for (let sent = 0; sent < 1000; sent += 1) await sandbox.say({ as: 'tom', channel: ops, text, raw: true });
    page.socket.resume();
    await closed;
    const again = await openLive(sandbox, 'mary');
    expect(again.frames[0]?.type).toBe('hello');
  });
});
