import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../../../../src/sandbox/server.ts';
import { type Answer, call } from '../../client.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({
    people: [
      { name: 'mary.jones', id: 'U0MARY' },
      { name: 'tom', realName: 'Thomas Müller', email: 'tom@shop.test', title: 'On call' },
    ],
    usergroups: [
      { handle: 'on-call', name: 'On call', users: ['tom', 'U0MARY'] },
      { handle: '@devs', users: [] },
    ],
    channels: ['ops'],
  });
});
afterAll(() => sandbox.close());

const tom = () => sandbox.people[1]?.id ?? '';

describe('people', () => {
  it('have a real name, an address and a title', async () => {
    expect((await call(sandbox, 'users.info', { user: 'U0MARY' })).user).toMatchObject({
      name: 'mary.jones',
      real_name: 'Mary Jones',
      profile: { real_name: 'Mary Jones', display_name: 'mary.jones', email: 'mary.jones@sandbox.example', title: '' },
    });
    const { members } = await call(sandbox, 'users.list');
    expect(members[1]).toMatchObject({
      real_name: 'Thomas Müller',
      profile: { email: 'tom@shop.test', title: 'On call' },
    });
    expect(members[2].profile.email).toBe(undefined);
  });

  it('are found by their address', async () => {
    const found = await call(sandbox, 'users.lookupByEmail', { email: 'Tom@Shop.test' });
    expect(found.user).toMatchObject({ id: tom(), name: 'tom' });
    expect((await call(sandbox, 'users.lookupByEmail', { email: 'x@y.z' })).error).toBe('users_not_found');
    expect((await call(sandbox, 'users.lookupByEmail')).error).toBe('invalid_arguments');
  });
});

describe('user groups', () => {
  it('are listed, with their people and their number when asked for', async () => {
    const plain = await call(sandbox, 'usergroups.list');
    expect(plain.usergroups.map(({ handle, name }: Answer) => [handle, name])).toEqual([
      ['on-call', 'On call'],
      ['devs', 'devs'],
    ]);
    expect('users' in plain.usergroups[0] || 'user_count' in plain.usergroups[0]).toBe(false);
    const whole = await call(sandbox, 'usergroups.list', { include_users: true, include_count: true });
    expect(whole.usergroups[0]).toMatchObject({ users: [tom(), 'U0MARY'], user_count: 2, is_usergroup: true });
  });

  it('say who is in them', async () => {
    const { usergroups } = await call(sandbox, 'usergroups.list');
    const users = (usergroup: string) => call(sandbox, 'usergroups.users.list', { usergroup });
    expect((await users(usergroups[0].id)).users).toEqual([tom(), 'U0MARY']);
    expect((await users('S404')).error).toBe('no_such_subteam');
  });

  it('get other people', async () => {
    const { usergroups } = await call(sandbox, 'usergroups.list');
    const usergroup = usergroups[1].id;
    const update = (users: string, group = usergroup) =>
      call(sandbox, 'usergroups.users.update', { usergroup: group, users });
    expect((await update(`${tom()},U0MARY`)).usergroup).toMatchObject({ handle: 'devs', user_count: 2 });
    expect((await update('U0MARY')).usergroup.users).toEqual(['U0MARY']);
    expect((await call(sandbox, 'usergroups.users.list', { usergroup })).users).toEqual(['U0MARY']);
    expect((await update('')).error).toBe('no_users_provided');
    expect((await update('U404')).error).toBe('invalid_users');
    expect((await update('U0MARY', 'S404')).error).toBe('no_such_subteam');
  });

  it('are called with an @', async () => {
    const { usergroups } = await call(sandbox, 'usergroups.list');
    const { ts } = await sandbox.say({ as: 'tom', channel: '#ops', text: 'help, @on-call' });
    const said = sandbox.messages('#ops').find((message) => message.ts === ts);
    expect(said?.text).toBe(`help, <!subteam^${usergroups[0].id}|@on-call>`);
    expect(said?.blocks?.[0]).toMatchObject({
      elements: [{ elements: [{ text: 'help, ' }, { type: 'usergroup', usergroup_id: usergroups[0].id }] }],
    });
  });
});

describe('emoji.list', () => {
  it('has the emoji of the workspace, none, and everybody’s by category when asked for', async () => {
    const own = await call(sandbox, 'emoji.list');
    expect(own).toMatchObject({ ok: true, emoji: {} });
    expect(own.categories).toBe(undefined);
    const { categories } = await call(sandbox, 'emoji.list', { include_categories: true });
    expect(categories[0]).toMatchObject({
      name: 'Smileys',
      emoji_names: expect.arrayContaining(['grinning', 'heart']),
    });
  });
});
