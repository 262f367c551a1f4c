import { describe, expect, it } from 'vitest';
import { startSandbox } from '../../src/sandbox/server.ts';
import { recordedLines } from '../support/listening.ts';
import { startOps } from '../support/ops.ts';
import { createProject } from '../support/project.ts';
import { openRoom, tokens, withSlack } from '../support/room.ts';

describe('the connection', () => {
  it('is made again when it drops, and what was typed meanwhile is answered', async () => {
    const room = await openRoom();
    for (let round = 0; round < 3; round++) {
      room.slack.drop();
      expect((await room.type('ops whoami')).exitCode).toBe(0);
    }
    expect(await recordedLines(room.project)).toEqual(['whoami', 'whoami', 'whoami']);
  }, 30_000);

  it('is made again when Slack replaces it', async () => {
    const room = await openRoom();
    for (const reason of ['refresh_requested', 'warning', 'refresh_requested'] as const) {
      room.slack.disconnect(reason);
      expect((await room.type('ops whoami')).exitCode).toBe(0);
    }
    expect(await recordedLines(room.project)).toEqual(['whoami', 'whoami', 'whoami']);
    expect(room.listener.said.stderr).not.toContain('!');
  }, 30_000);

  it('is tried again for as long as Slack is away', async () => {
    const room = await openRoom();
    room.slack.faults.next('apps.connections.open', { status: 500, times: 2 });
    room.slack.faults.next('apps.connections.open', { drop: true });
    room.slack.faults.next('apps.connections.open', { rateLimited: 1 });
    room.slack.drop();
    expect((await room.type('ops whoami')).exitCode).toBe(0);
    expect(room.listener.said.stderr).toContain('! connected to Slack again');
  }, 30_000);

  it('that Slack refuses ends the listener, which says why', async () => {
    const room = await openRoom();
    room.slack.faults.next('apps.connections.open', { error: 'account_inactive' });
    room.slack.drop();
    const { exitCode, stderr } = await room.listener.ended;
    expect(exitCode).toBe(78);
    expect(stderr).toContain('✗ Slack refuses slack.appToken: account_inactive');
    expect(stderr).toContain('→ ops config');
  }, 30_000);
});

describe('at its start the listener says', () => {
  it.each([
    ['the bot’s token', { SLACK_BOT_TOKEN: 'xoxb-wrong' }, 'Slack refuses slack.botToken: invalid_auth'],
    ['the app’s token', { SLACK_APP_TOKEN: 'xapp-wrong' }, 'Slack refuses slack.appToken: invalid_auth'],
  ])(
    'that Slack refuses %s',
    async (_, wrong, reason) => {
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
    },
    30_000,
  );

  it.each([
    ['is away', undefined],
    ['answers 500', { status: 500 }],
    ['hangs up', { drop: true }],
  ])(
    'that Slack cannot be reached, where it %s',
    async (_, fault) => {
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
    },
    30_000,
  );

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
  }, 30_000);
});
