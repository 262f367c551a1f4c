import { fetch } from 'undici';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../../../src/sandbox/server.ts';
import { usualScopes } from '../../../../src/sandbox/state/usual-scopes.ts';
import { call } from '../client.ts';

const channels = ['ops', { name: 'lounge', bot: false }, { name: 'secret', private: true }];
const without = (...scopes: string[]) => usualScopes.filter((scope) => !scopes.includes(scope));

let sandbox: Sandbox;
const start = async (scopes: readonly string[]): Promise<void> => {
  sandbox = await startSandbox({ people: [{ name: 'mary' }, { name: 'tom' }], channels, scopes });
};
const id = (name: string) => sandbox.channels.find((channel) => channel.name === name)?.id ?? '';

describe('an app with few scopes', () => {
  beforeAll(() => start(['channels:read', 'groups:history', 'users:read']));
  afterAll(() => sandbox.close());

  it.each([
    ['chat.postMessage', () => ({ channel: '#ops', text: 'x' }), 'chat:write'],
    ['chat.startStream', () => ({}), 'chat:write'],
    ['conversations.history', () => ({ channel: id('ops') }), 'channels:history'],
    ['conversations.info', () => ({ channel: id('secret') }), 'groups:read'],
    ['conversations.list', () => ({ types: 'public_channel,im,mpim' }), 'im:read,mpim:read'],
    ['conversations.list', () => ({ types: 'im', users: 'U1', channel: id('ops') }), 'im:read'],
    ['conversations.open', () => ({ users: sandbox.people[0]?.id }), 'im:write'],
    ['conversations.open', () => ({ users: sandbox.people.map((person) => person.id).join() }), 'mpim:write'],
    ['conversations.join', () => ({ channel: id('lounge') }), 'channels:join'],
    ['conversations.leave', () => ({ channel: id('ops') }), 'channels:manage'],
    ['conversations.setTopic', () => ({ channel: id('ops') }), 'channels:write.topic'],
    ['conversations.setPurpose', () => ({ channel: id('secret') }), 'groups:write.topic'],
    ['users.lookupByEmail', () => ({ email: 'mary@sandbox.example' }), 'users:read.email'],
    ['usergroups.list', () => ({}), 'usergroups:read'],
    ['reactions.add', () => ({}), 'reactions:write'],
    ['files.getUploadURLExternal', () => ({}), 'files:write'],
    ['files.info', () => ({}), 'files:read'],
    ['team.info', () => ({}), 'team:read'],
    ['emoji.list', () => ({}), 'emoji:read'],
    ['assistant.threads.setStatus', () => ({}), 'chat:write'],
  ])('is refused %s, and told what it needs', async (method, args, needed) => {
    expect(await call(sandbox, method, args())).toEqual({
      ok: false,
      error: 'missing_scope',
      needed,
      provided: 'channels:read,groups:history,users:read',
    });
  });

  it('may do what it has a scope for, and what needs none', async () => {
    expect((await call(sandbox, 'conversations.info', { channel: id('ops') })).ok).toBe(true);
    expect((await call(sandbox, 'conversations.history', { channel: id('secret') })).ok).toBe(true);
    expect((await call(sandbox, 'auth.test')).ok).toBe(true);
  });

  it('does not see where to write people to', async () => {
    const { user } = await call(sandbox, 'users.info', { user: sandbox.people[0]?.id });
    expect(user.profile.real_name).toBe('Mary');
    expect('email' in user.profile).toBe(false);
  });

  it('does not limit people', async () => {
    const answer = await call(sandbox, 'chat.postMessage', { channel: '#ops', text: 'x' }, sandbox.people[0]?.token);
    expect(answer.ok).toBe(true);
  });

  it('reads what it may do, and what the method asks for, in the headers', async () => {
    const ask = async (method: string, token: string) => {
      const options = { method: 'POST', headers: { authorization: `Bearer ${token}` } };
      const { headers } = await fetch(sandbox.apiUrl + method, options);
      return [headers.get('x-oauth-scopes'), headers.get('x-accepted-oauth-scopes')];
    };
    const few = 'channels:read,groups:history,users:read';
    expect(await ask('chat.postMessage', sandbox.botToken)).toEqual([few, 'chat:write']);
    expect(await ask('conversations.info', sandbox.botToken)).toEqual([
      few,
      'channels:read,groups:read,mpim:read,im:read',
    ]);
    expect(await ask('apps.connections.open', sandbox.appToken)).toEqual(['connections:write', null]);
    expect(await ask('auth.test', 'xoxb-nope')).toEqual([null, null]);
  });
});

describe('what a channel is about', () => {
  it.each(['channels:write.topic', 'channels:manage'])('is set with %s', async (scope) => {
    await start([scope]);
    expect(await call(sandbox, 'conversations.setTopic', { channel: id('ops'), topic: 'x' })).toMatchObject({
      ok: true,
    });
    expect(await call(sandbox, 'conversations.setTopic', { channel: id('secret'), topic: 'x' })).toMatchObject({
      ...{ error: 'missing_scope', needed: 'groups:write.topic' },
    });
    await sandbox.close();
  });
});

describe('chat:write.public', () => {
  it('lets the app post where it is not a member, in public', async () => {
    await start([...usualScopes, 'chat:write.public']);
    expect((await call(sandbox, 'chat.postMessage', { channel: '#lounge', text: 'x' })).ok).toBe(true);
    const asTom = await call(sandbox, 'conversations.leave', { channel: id('ops') }, sandbox.people[1]?.token);
    expect(asTom.ok).toBe(true);
    const said = await call(sandbox, 'chat.postMessage', { channel: '#ops', text: 'x' }, sandbox.people[1]?.token);
    expect(said.error).toBe('not_in_channel');
    await sandbox.close();
  });

  it('is not among the usual scopes', async () => {
    await start(without());
    expect((await call(sandbox, 'chat.postMessage', { channel: '#lounge', text: 'x' })).error).toBe('not_in_channel');
    await sandbox.close();
  });
});

describe('chat:write.customize', () => {
  const post = async (scopes: readonly string[], look: object) => {
    await start(scopes);
    const { message } = await call(sandbox, 'chat.postMessage', { channel: '#ops', text: 'x', ...look });
    await sandbox.close();
    return message;
  };
  const usual = [...usualScopes, 'chat:write.customize'];

  it.each([
    [
      { username: 'deployer', icon_emoji: ':rocket:' },
      { username: 'deployer', icons: { emoji: ':rocket:' } },
    ],
    [{ icon_url: 'https://x.example/a.png' }, { icons: { image_48: 'https://x.example/a.png' } }],
  ])('lets the app look otherwise in a message: %j', async (look, expected) => {
    expect(await post(usual, look)).toMatchObject({ ...expected, subtype: 'bot_message' });
  });

  it('is not among the usual scopes, and without it the app looks as always', async () => {
    const message = await post(usualScopes, { username: 'deployer' });
    expect([message.username, message.subtype]).toEqual([undefined, undefined]);
  });
});

it('conversations.list needs the scope of what it lists by itself', async () => {
  await start(without('channels:read'));
  expect(await call(sandbox, 'conversations.list')).toMatchObject({ error: 'missing_scope', needed: 'channels:read' });
  expect((await call(sandbox, 'conversations.list', { types: '' })).error).toBe('missing_scope');
  await sandbox.close();
});
