import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../../../src/sandbox/server.ts';
import { connectApp } from '../app.ts';

// Its clock stands: no trigger is too old, and no ack late, for a busy machine.
const time = Date.UTC(2026, 10, 21);
let sandbox: Sandbox;
let channel: string;
beforeEach(async () => {
  sandbox = await startSandbox({
    people: [{ name: 'mary' }, { name: 'tom' }],
    channels: ['ops', { name: 'secret', private: true }],
    commands: [{ command: '/ops' }, { command: '/raw' }, { command: '/safe', shouldEscape: true }],
    time,
  });
  channel = sandbox.channels[0]?.id ?? '';
});
afterEach(() => sandbox.close());

const shown = (where = '#ops') =>
  sandbox.messages(where).map(({ user, text, ephemeralTo }) => ({ user, text, alone: ephemeralTo !== undefined }));

describe('a slash command', () => {
  it('reaches the app with all that Slack tells of it', async () => {
    const app = await connectApp(sandbox);
    expect(await sandbox.command({ as: 'mary', channel: '#ops', text: ' deploy  uat ' })).toEqual({ acked: true });
    const [mary] = sandbox.people;
    expect(app.envelopes()[0]).toMatchObject({ type: 'slash_commands', accepts_response_payload: true });
    expect(app.done()).toEqual([
      {
        token: 'sandbox',
        team_id: sandbox.team.id,
        team_domain: 'sandbox',
        channel_id: channel,
        channel_name: 'ops',
        user_id: mary?.id,
        user_name: 'mary',
        command: '/ops',
        text: 'deploy  uat',
        api_app_id: expect.stringMatching(/^A/u),
        is_enterprise_install: 'false',
        response_url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/commands\//u),
        trigger_id: expect.stringMatching(/^\d+\.\d+\.[0-9a-f]{32}$/u),
      },
    ]);
    expect(shown()).toEqual([]);
  });

  it.each([
    ['#secret', 'privategroup'],
    ['@mary', 'directmessage'],
  ])('in %s calls the room %s', async (where, name) => {
    const app = await connectApp(sandbox);
    await sandbox.command({ as: 'mary', channel: where });
    expect(app.done()[0].channel_name).toBe(name);
  });

  it('has references and entities only where the app asked for them', async () => {
    const app = await connectApp(sandbox);
    const text = 'ask @tom & @nobody in #ops <b> at https://x.com/?a=1&b=2';
    await sandbox.command({ as: 'mary', channel: '#ops', command: '/raw', text });
    await sandbox.command({ as: 'mary', channel: '#ops', command: '/safe', text });
    const tom = sandbox.people[1]?.id;
    expect(app.done().map((payload) => payload.text)).toEqual([
      text,
      `ask <@${tom}|tom> &amp; @nobody in <#${channel}|ops> &lt;b&gt; at <https://x.com/?a=1&amp;b=2>`,
    ]);
  });
});

describe("the app's ack of a command", () => {
  it.each([
    ['nothing', undefined, []],
    ['an empty one', {}, []],
    ['text for the person', { text: 'fine' }, [['bot', 'fine', true]]],
    [
      'text for everybody, with the line that was typed',
      { text: 'fine', response_type: 'in_channel' },
      [
        ['mary', '/ops go &amp; see', false],
        ['bot', 'fine', false],
      ],
    ],
    [
      'blocks that are wrong',
      { blocks: [{ type: 'poem' }] },
      [['USLACKBOT', '/ops failed with the error "invalid_blocks"', true]],
    ],
  ])('shows %s', async (_, payload, messages) => {
    await connectApp(sandbox, () => payload);
    await sandbox.command({ as: 'mary', channel: '#ops', text: 'go & see' });
    const users: Record<string, string | undefined> = { mary: sandbox.people[0]?.id, bot: sandbox.bot.userId };
    expect(shown()).toEqual(
      messages.map(([user, text, alone]) => ({ user: users[String(user)] ?? user, text, alone })),
    );
  });

  it('in blocks is shown as it is', async () => {
    const text = { type: 'mrkdwn', text: '*fine*' };
    await connectApp(sandbox, () => ({ blocks: [{ type: 'section', text }] }));
    await sandbox.command({ as: 'mary', channel: '#ops' });
    expect(sandbox.messages('#ops')).toMatchObject([{ blocks: [{ type: 'section', text }] }]);
  });
});

describe('what Slackbot tells the person alone', () => {
  const told = (text: string) => [{ user: 'USLACKBOT', text, alone: true }];

  it('when the app does not answer in time, or is not there', async () => {
    const failure = '/ops failed with the error "dispatch_failed"';
    expect(await sandbox.command({ as: 'mary', channel: '#ops' })).toEqual({ acked: false, failure });
    await connectApp(sandbox, () => 'silence');
    expect(await sandbox.command({ as: 'mary', channel: '#ops' })).toEqual({ acked: false, failure });
    expect(shown()).toEqual([...told(failure), ...told(failure)]);
    expect(sandbox.messages('#ops')[0]?.ephemeralTo).toBe(sandbox.people[0]?.id);
  });

  it('when there is no such command', async () => {
    const app = await connectApp(sandbox);
    await sandbox.command({ as: 'mary', channel: '#ops', command: '/poem' });
    expect(shown()).toEqual(told('/poem is not a valid command.'));
    expect(app.done()).toEqual([]);
  });

  it('when it was sent in a thread', async () => {
    const app = await connectApp(sandbox);
    const { ts } = await sandbox.say({ as: 'mary', channel: '#ops', text: 'hello' });
    await sandbox.command({ as: 'mary', channel: '#ops', thread: ts });
    expect(sandbox.messages('#ops').at(-1)).toMatchObject({
      text: '/ops is not supported in threads. Sorry!',
      thread_ts: ts,
    });
    expect(app.done()).toEqual([]);
  });
});
