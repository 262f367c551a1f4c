import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../../../../src/sandbox/server.ts';
import { type Answer, call, connect, standing } from '../../client.ts';

let sandbox: Sandbox;
let mary: Sandbox['people'][number];
beforeEach(async () => {
  const secret = { name: 'secret', private: true };
  sandbox = await startSandbox({
    people: [{ name: 'mary' }, { name: 'tom' }],
    channels: ['general', 'ops', { name: 'lounge', bot: false }, secret],
    ...standing,
  });
  mary = sandbox.people[0] ?? expect.fail();
});
afterEach(() => sandbox.close());

const id = (name: string) => sandbox.channels.find((channel) => channel.name === name)?.id ?? '';
const ask = (method: string, name: string, token?: string): Promise<Answer> =>
  call(sandbox, `conversations.${method}`, { channel: id(name) }, token);

describe('conversations.members', () => {
  it('lists who is in a channel, in pages', async () => {
    const everybody = [...sandbox.people.map((person) => person.id), sandbox.bot.userId];
    expect((await ask('members', 'ops')).members).toEqual(everybody);
    const first = await call(sandbox, 'conversations.members', { channel: id('ops'), limit: 2 });
    expect(first.members).toEqual(everybody.slice(0, 2));
    const { next_cursor: cursor } = first.response_metadata;
    const rest = await call(sandbox, 'conversations.members', { channel: id('ops'), limit: 2, cursor });
    expect(rest).toMatchObject({ members: everybody.slice(2), response_metadata: { next_cursor: '' } });
  });

  it.each([
    [{ channel: 'C404' }, 'channel_not_found'],
    [{ limit: 'many' }, 'invalid_limit'],
    [{ cursor: 'x' }, 'invalid_cursor'],
    [{ channel: '' }, 'invalid_arguments'],
  ])('refuses %j', async (args, error) => {
    const answer = await call(sandbox, 'conversations.members', { channel: id('ops'), ...args });
    expect(answer).toMatchObject({ ok: false, error });
  });
});

describe('conversations.join and conversations.leave', () => {
  it('let the app in, once', async () => {
    expect(await ask('join', 'lounge')).toMatchObject({ ok: true, channel: { name: 'lounge', is_member: true } });
    expect(await ask('join', 'lounge')).toMatchObject({
      ok: true,
      warning: 'already_in_channel',
      response_metadata: { warnings: ['already_in_channel'] },
    });
    expect((await ask('history', 'lounge')).messages[0]).toMatchObject({
      subtype: 'channel_join',
      text: `<@${sandbox.bot.userId}> has joined the channel`,
    });
  });

  it('tell the app who came and went', async () => {
    const line = await connect(sandbox);
    expect(await ask('leave', 'ops', mary.token)).toEqual({ ok: true });
    expect(await ask('leave', 'ops', mary.token)).toEqual({ ok: true, not_in_channel: true });
    await ask('join', 'ops', mary.token);
    const events = (await line.reach(4)).map(({ payload }) => payload.event);
    expect(events).toMatchObject([
      { type: 'message', subtype: 'channel_leave', user: mary.id },
      { type: 'member_left_channel', user: mary.id, channel: id('ops'), channel_type: 'C' },
      { type: 'message', subtype: 'channel_join', user: mary.id },
      { type: 'member_joined_channel', user: mary.id, channel: id('ops'), team: sandbox.team.id },
    ]);
    line.socket.close();
  });

  it('are refused where they cannot be', async () => {
    expect((await ask('join', 'secret')).error).toBe('method_not_supported_for_channel_type');
    expect((await ask('leave', 'general', mary.token)).error).toBe('cant_leave_general');
    const direct = await call(sandbox, 'conversations.open', { users: mary.id });
    const leave = await call(sandbox, 'conversations.leave', { channel: direct.channel.id });
    expect(leave.error).toBe('method_not_supported_for_channel_type');
    await ask('leave', 'lounge', mary.token);
    expect((await ask('leave', 'lounge', sandbox.people[1]?.token)).error).toBe('last_member');
  });
});
