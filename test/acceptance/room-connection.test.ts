import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Message, startSandbox } from '../../src/sandbox/server.ts';
import { messageText } from '../../src/sandbox/text/text.ts';
import { bashScript, recordedLines, saidInRoom, settled, stop } from '../support/listening.ts';
import { startOps } from '../support/ops.ts';
import { configuration, createProject, temporaryFolder } from '../support/project.ts';
import { openRoom, type Room, tokens, withSlack } from '../support/room.ts';
import { until } from '../support/waiting.ts';

/** The second connection is opened a while after the first. */
const both = ({ slack }: Room): Promise<true> => slack.waitFor(() => slack.connections() === 2 || undefined);

describe('the connection', () => {
  it('is made again when it drops, and what was typed meanwhile is answered', async () => {
    const room = await openRoom();
    for (let round = 0; round < 3; round++) {
      room.slack.drop();
      expect((await room.type('ops whoami')).exitCode).toBe(0);
    }
    expect(await recordedLines(room.project)).toEqual(['whoami', 'whoami', 'whoami']);
  });

  it('is made again when Slack replaces it', async () => {
    const room = await openRoom();
    for (const reason of ['refresh_requested', 'warning', 'refresh_requested'] as const) {
      room.slack.disconnect(reason);
      expect((await room.type('ops whoami')).exitCode).toBe(0);
    }
    expect(await recordedLines(room.project)).toEqual(['whoami', 'whoami', 'whoami']);
    expect(room.listener.said.stderr).not.toContain('!');
  });

  it('is tried again for as long as Slack is away', async () => {
    const room = await openRoom();
    await both(room);
    room.slack.faults.next('apps.connections.open', { status: 500, times: 2 });
    room.slack.faults.next('apps.connections.open', { drop: true });
    room.slack.faults.next('apps.connections.open', { rateLimited: 1 });
    room.slack.drop();
    expect((await room.type('ops whoami')).exitCode).toBe(0);
    expect(room.listener.said.stderr).toContain('! connected to Slack again');
  });

  it('that Slack refuses ends the listener, which says why', async () => {
    const room = await openRoom();
    room.slack.faults.next('apps.connections.open', { error: 'account_inactive' });
    room.slack.drop();
    const { exitCode, stderr } = await room.listener.ended;
    expect(exitCode).toBe(78);
    expect(stderr).toContain('✗ Slack refuses slack.appToken: account_inactive');
    expect(stderr).toContain('→ ops config');
  });
});

describe('two connections', () => {
  it('leave no moment without one where Slack replaces both and leaves TCP open', async () => {
    const room = await openRoom(configuration, { leaveTcpOpen: true });
    await both(room);
    let fewest = 2;
    const watching = room.slack.waitFor(({ connections }) => {
      fewest = Math.min(fewest, connections());
      return undefined;
    });
    watching.catch(() => {});
    room.slack.disconnect('refresh_requested');
    expect((await room.type('ops whoami')).exitCode).toBe(0);
    await both(room);
    expect(fewest).toBeGreaterThan(0);
    expect(room.listener.said.stderr).not.toContain('!');
  });

  it('take a hundred lines at once, each within Slack’s three seconds and once', async () => {
    const record = join(temporaryFolder(), 'slack.log');
    const room = await openRoom(configuration, { record });
    await both(room);
    const { slack, channel } = room;
    const lines = Array.from({ length: 100 }, () => slack.say({ as: 'mary', channel, text: 'ops whoami' }));
    const said = await Promise.all(lines);
    await slack.waitFor(() => said.every(({ ts }) => slack.isDelivered(ts)) || undefined);
    await slack.waitFor(() => saidInRoom(room).length === 100 || undefined, 60_000);
    expect(await recordedLines(room.project)).toHaveLength(100);
    await stop(room.listener);
    await slack.close();
    const frames = readFileSync(record, 'utf8');
    expect(frames.match(/"retry_attempt":0/g)?.length).toBeGreaterThan(100);
    expect(frames).not.toMatch(/"retry_attempt":[1-9]/);
  });
});

describe('a listener that is stopped with time to spare', () => {
  const waits = bashScript('waits', 'echo began; until [ -e go ]; do sleep 0.05; done; echo ended');

  async function stopDuring(grace: string) {
    const room = await openRoom(configuration, {}, ['--grace', grace]);
    room.project.write('scripts/waits', waits, 0o755);
    await room.slack.say({ as: 'mary', channel: room.channel, text: 'ops waits' });
    // On a slow machine it is said to run before it says a word.
    await room.slack.waitFor(() => saidInRoom(room).find((message) => messageText(message).includes('began')));
    room.listener.child.kill('SIGTERM');
    return room;
  }

  it('lets what runs end, and takes nothing new', async () => {
    const room = await stopDuring('60s');
    await room.slack.waitFor(() => room.slack.connections() === 0 || undefined);
    await until(() => room.listener.said.stderr.includes('one that runs has 50.5 s to end'), 'what it says of its end');
    const late = await room.slack.say({ as: 'mary', channel: room.channel, text: 'ops whoami' });
    room.project.write('go', '');
    const { exitCode, stdout } = await room.listener.ended;
    expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: 'Stopped listening\n' });
    expect(saidInRoom(room).map((message) => messageText(message))).toEqual([
      expect.stringMatching(/ended[\s\S]*exit 0/),
    ]);
    expect(room.slack.isDelivered(late.ts)).toBe(false);
  });

  it('stops what does not end in time, and the room is told', async () => {
    const room = await stopDuring('10s');
    const { exitCode } = await room.listener.ended;
    expect(exitCode).toBe(0);
    const [message] = saidInRoom(room);
    expect(messageText(message as Message)).toMatch(/began\n✗ it was stopped by SIGTERM[\s\S]*exit 130/);
  });
});

describe('a room that cannot be answered', () => {
  it('is named once in the terminal, with what mends it', async () => {
    const room = await openRoom();
    const { slack, channel, listener } = room;
    for (const _ of [1, 2]) {
      for (const method of ['chat.postMessage', 'chat.postEphemeral'] as const) {
        slack.faults.next(method, { error: 'not_in_channel' });
      }
      const { ts } = await slack.say({ as: 'mary', channel, text: 'ops whoami' });
      await until(() => slack.isDelivered(ts), 'that it is taken');
      await settled(room);
    }
    const told = '! @ops is not in the room #general, and cannot answer there. To mend it, type there: /invite @ops\n';
    expect(listener.said.stderr.split(told)).toHaveLength(2);
  });

  it('is named when the bot is taken out of it', async () => {
    const room = await openRoom();
    room.slack.kick(room.channel);
    await until(() => room.listener.said.stderr.includes('/invite @ops'), 'the mend');
    expect(room.listener.said.stderr).toContain('@ops was taken out of the room #general: ');
  });
});

describe('at its start the listener says', () => {
  it.each([
    ['the bot’s token', { SLACK_BOT_TOKEN: 'xoxb-wrong' }, 'Slack refuses slack.botToken: invalid_auth'],
    ['the app’s token', { SLACK_APP_TOKEN: 'xapp-wrong' }, 'Slack refuses slack.appToken: invalid_auth'],
  ])('that Slack refuses %s', async (_, wrong, reason) => {
    const slack = await startSandbox();
    try {
      const { folder } = createProject(withSlack(slack.apiUrl));
      const { exitCode, stderr } = await startOps(folder, ['listen'], { ...tokens(slack), ...wrong }).ended;
      expect({ exitCode, stderr }).toMatchObject({
        exitCode: 78,
        stderr: expect.stringContaining(`✗ ${reason}\n  → `),
      });
    } finally {
      await slack.close();
    }
  });

  it.each([
    ['is away', undefined],
    ['answers 500', { status: 500 }],
    ['hangs up', { drop: true }],
  ])('that Slack cannot be reached, where it %s', async (_, fault) => {
    const slack = await startSandbox();
    const { folder } = createProject(withSlack(slack.apiUrl));
    if (fault === undefined) await slack.close();
    else slack.faults.next('*', fault);
    try {
      const { exitCode, stderr } = await startOps(folder, ['listen'], tokens(slack)).ended;
      expect(exitCode).toBe(69);
      expect(stderr).toMatch(/✗ Slack cannot be reached at http:\/\/127\.0\.0\.1:\d+\/api\/: .+\n {2}→ curl /);
    } finally {
      if (fault !== undefined) await slack.close();
    }
  });

  it('that a folder of scripts is a file', async () => {
    const slack = await startSandbox();
    try {
      const { folder } = createProject(withSlack(slack.apiUrl, 'scripts: [deploy]\n'));
      const { exitCode, stderr } = await startOps(folder, ['listen'], tokens(slack)).ended;
      expect({ exitCode, stderr }).toMatchObject({
        exitCode: 78,
        stderr: expect.stringContaining('deploy, which is not a folder'),
      });
    } finally {
      await slack.close();
    }
  });
});
