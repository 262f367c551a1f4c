import { fetch } from 'undici';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../../../src/sandbox/server.ts';
import { connectApp, type TestApp } from '../app.ts';
import { type Answer, call } from '../client.ts';
import { ofType, openLive } from '../http/page/page-client.ts';

const time = 1_700_000_000_000;
let sandbox: Sandbox;
let app: TestApp;
beforeEach(async () => {
  const channels = ['ops', { name: 'secret', private: true }];
  sandbox = await startSandbox({ people: [{ name: 'mary' }], channels, time });
  app = await connectApp(sandbox);
});
afterEach(() => sandbox.close());

async function post(name: string, body: unknown): Promise<Answer> {
  const address = `http://127.0.0.1:${sandbox.port}/control/${name}`;
  return (await fetch(address, { method: 'POST', body: JSON.stringify(body) })).json();
}

const bot = () => sandbox.bot.userId;
const told = () => app.envelopes().map(({ payload: { event } }) => [event.type, event.subtype]);

describe('the app is taken out of a channel', () => {
  it.each([
    ['#ops', 'channel_left'],
    ['#secret', 'group_left'],
  ])('%s, and everybody sees it', async (room, type) => {
    sandbox.kick(room);
    await app.reach(1);
    expect(told()).toEqual([[type, undefined]]);
    expect(sandbox.messages(room)).toMatchObject([{ subtype: 'channel_leave', user: bot() }]);
    sandbox.kick(room);
    expect(sandbox.messages(room)).toHaveLength(1);
  });

  it('and invited again, of which it hears', async () => {
    await post('kick', { channel: '#ops' });
    await post('invite', { channel: '#ops' });
    await app.reach(3);
    expect(told()).toEqual([
      ['channel_left', undefined],
      ['message', 'channel_join'],
      ['member_joined_channel', undefined],
    ]);
    sandbox.invite('#ops');
    expect(sandbox.messages('#ops').map(({ subtype }) => subtype)).toEqual(['channel_leave', 'channel_join']);
  });

  it('but not of direct messages', () => {
    const sentence = '@mary are direct messages: nobody is invited to them or leaves them';
    expect(() => sandbox.kick('@mary')).toThrow(sentence);
    expect(() => sandbox.invite('@mary')).toThrow(sentence);
  });
});

describe('rate limits', () => {
  it('begin and end while it runs, for the app alone', async () => {
    expect((await post('limits', { 'auth.test': 1 })).ok).toBe(true);
    const answers = [await call(sandbox, 'auth.test'), await call(sandbox, 'auth.test')];
    expect(answers.map(({ error }) => error)).toEqual([undefined, 'ratelimited']);
    await post('limits', { 'auth.test': 1 });
    expect((await call(sandbox, 'auth.test')).ok).toBe(true);
    await post('limits', true);
    const said = Array.from({ length: 20 }, () => post('say', { as: 'mary', channel: '#ops', text: 'x' }));
    expect((await Promise.all(said)).every(({ ok }) => ok)).toBe(true);
    const burst = Array.from({ length: 20 }, () => call(sandbox, 'chat.postMessage', { channel: '#ops', text: 'x' }));
    expect((await Promise.all(burst)).some(({ error }) => error === 'ratelimited')).toBe(true);
    await post('limits', false);
    expect((await call(sandbox, 'chat.postMessage', { channel: '#ops', text: 'x' })).ok).toBe(true);
  });

  it.each([
    [{ nope: 1 }, 'there is no method nope'],
    [{ 'auth.tset': 1 }, 'there is no method auth.tset (did you mean auth.test?)'],
    [{ 'auth.test': -1 }, 'limits: auth.test is a whole number from 0, not -1'],
    [null, 'limits is an object, not null'],
    ['all', 'limits is an object, not "all"'],
  ])('are not %j', async (limits, error) => {
    expect(await post('limits', limits)).toEqual({ ok: false, error });
  });
});

describe('what the app declares', () => {
  it('is set while it runs, and every page shows it', async () => {
    const page = await openLive(sandbox, 'mary');
    await post('app', {
      commands: [{ command: '/deploy' }],
      shortcuts: [{ callbackId: 'note' }],
      scopes: ['chat:write'],
    });
    const isNew = ofType('hello', ({ state }) => state.commands[0]?.command === '/deploy');
    const { state } = await page.wait('a new hello comes', isNew);
    expect(state.shortcuts).toEqual([{ callbackId: 'note', name: 'note', type: 'global' }]);
    expect((await call(sandbox, 'users.list')).error).toBe('missing_scope');
    await sandbox.command({ as: 'mary', channel: '#ops', text: 'uat' });
    expect(app.done()).toMatchObject([{ command: '/deploy', text: 'uat' }]);
    page.socket.terminate();
  });

  it('stays where a part of it is refused', async () => {
    expect((await post('app', { scopes: [], commands: [{ command: 'deploy' }] })).ok).toBe(false);
    expect((await call(sandbox, 'users.list')).ok).toBe(true);
  });
});

describe('people and channels that come later', () => {
  it('are there for the app, for the page and for the control API', async () => {
    const page = await openLive(sandbox, 'mary');
    const { people } = await post('people', { people: [{ name: 'tom', email: 'tom@shop.test' }] });
    const { channels } = await post('channels', { channels: ['new', { name: 'hidden', private: true }] });
    expect(sandbox.people.map(({ name }) => name)).toEqual(['mary', 'tom']);
    expect(sandbox.channels.map(({ name }) => name)).toEqual(['ops', 'secret', 'new', 'hidden']);
    await page.wait(
      'the page knows tom',
      ofType('hello', ({ state }) => state.people.length === 2),
    );
    await page.wait(
      'the page knows the channel',
      ofType('conversation', ({ conversation }) => conversation.id === channels[0].id),
    );
    expect((await call(sandbox, 'auth.test', {}, people[0].token)).user).toBe('tom');
    for (const channel of ['#ops', '#new', '#hidden', '@tom']) await sandbox.say({ as: 'tom', channel, text: 'hi' });
    await expect(sandbox.say({ as: 'tom', channel: '#secret', text: 'hi' })).rejects.toThrow('tom is not in #secret');
    expect(app.events('team_join')).toMatchObject([
      { user: { id: people[0].id, profile: { email: 'tom@shop.test' } } },
    ]);
    expect(app.events('channel_created')).toMatchObject([{ channel: { id: channels[0].id, name: 'new' } }]);
    page.socket.terminate();
  });

  it.each([
    ['people', { people: [{ name: 'ann' }, { name: 'mary' }] }, 'there are two people called mary'],
    ['people', {}, 'people: people is missing, a list'],
    ['channels', { channels: ['fresh', '#ops'] }, 'there are two channels called ops'],
  ])('are refused: %s %j', async (name, body, error) => {
    expect(await post(name, body)).toEqual({ ok: false, error });
    expect(sandbox.people).toHaveLength(1);
    expect(sandbox.channels).toHaveLength(2);
  });
});

describe('faults', () => {
  it.each([
    [{ next: { 'auth.test': { hang: true }, 'auth.tset': { hang: true } } }, 'did you mean auth.test?'],
    [{ always: { 'auth.test': { hang: true } }, delivery: { duplicate: 2 } }, 'duplicate is a number from 0 to 1'],
    [{ next: { 'auth.test': { hang: true } }, always: { '*': { rate: 2 } } }, 'rate is a number from 0 to 1'],
  ])('are all refused where one is: %j', async (faults, sentence) => {
    expect((await post('faults', faults)).error).toContain(sentence);
    expect((await call(sandbox, 'auth.test')).ok).toBe(true);
  });
});
