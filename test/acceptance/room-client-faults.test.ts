import { describe, expect, it } from 'vitest';
import { type OddSlack, startOddSlack } from '../support/odd-slack.ts';
import { type Started, startOps } from '../support/ops.ts';
import { configuration, createProject } from '../support/project.ts';
import { withSlack } from '../support/room.ts';
import { until } from '../support/waiting.ts';

interface Listening {
  slack: OddSlack;
  listener: Started;
  /** Types a line, through the newest connection, and waits for its answer. */
  type(): Promise<void>;
}

const tokens = { SLACK_APP_TOKEN: 'xapp-1', SLACK_BOT_TOKEN: 'xoxb-1' };
const isOpen = ({ readyState }: { readyState: number }): boolean => readyState === 1;

/** The real listener, in a process of its own, on a Slack that says whatever a test wants. */
async function listen(): Promise<Listening> {
  const slack = await startOddSlack();
  const { folder } = createProject(withSlack(slack.apiUrl, configuration));
  const listener = startOps(folder, ['listen'], tokens);
  await until(() => slack.connections.filter(isOpen).length === 2, 'two connections');
  let lines = 0;
  return {
    slack,
    listener,
    type: async () => {
      const ts = `${(Date.now() / 1000).toFixed(3)}${String(++lines).padStart(3, '0')}`;
      const event = { type: 'message', channel_type: 'im', channel: 'D1', user: 'U1', text: 'whoami', ts };
      const before = slack.calls.filter((method) => method === 'chat.postMessage').length;
      slack.connections
        .findLast(isOpen)
        ?.send(JSON.stringify({ type: 'events_api', envelope_id: ts, payload: { team_id: 'T1', event } }));
      await until(
        () => slack.calls.filter((method) => method === 'chat.postMessage').length > before,
        `an answer; the listener says:\n${listener.said.words}`,
      );
    },
  };
}

const envelope = (payload: unknown): string => JSON.stringify({ type: 'events_api', envelope_id: 'odd', payload });

describe('a fault that would end the process of a Slack client leaves the listener alive and answering', () => {
  it('envelopes that no client expects', async () => {
    const { slack, listener, type } = await listen();
    for (const connection of slack.connections) {
      connection.send(envelope({ type: 'app_rate_limited', minute_rate_limited: 1 }));
      connection.send(envelope(undefined));
      connection.send(envelope({ team_id: 7, event: { type: 'message', channel: {}, ts: [], text: 3 } }));
      connection.send('null');
    }
    await type();
    expect(listener.child.exitCode).toBeNull();
  });

  it('a connection that is cut between an event and its ack', async () => {
    const { slack, listener, type } = await listen();
    const [first] = slack.connections;
    const event = { type: 'message', channel_type: 'im', channel: 'D1', user: 'U1', text: 'whoami', ts: '1.1' };
    first?.send(envelope({ team_id: 'T1', event }), () => first.terminate());
    await until(() => slack.connections.length > 2, 'another connection');
    await type();
    expect(listener.child.exitCode).toBeNull();
  });

  it('connections that are cut as soon as they are made anew', async () => {
    const { slack, listener, type } = await listen();
    for (let round = 0; round < 2; round++) {
      const before = slack.connections.length;
      for (const connection of slack.connections) connection.terminate();
      await until(() => slack.connections.length > before, 'another connection');
    }
    await until(() => slack.connections.filter(isOpen).length === 2, 'two connections');
    await type();
    expect(listener.child.exitCode).toBeNull();
  });

  it('a stop while it connects again', async () => {
    const { slack, listener } = await listen();
    slack.settings.hello = false;
    for (const connection of slack.connections) connection.terminate();
    await until(() => slack.connections.length > 2, 'another connection');
    listener.child.kill('SIGTERM');
    const { exitCode, stderr } = await listener.ended;
    expect({ exitCode, stderr }).toMatchObject({ exitCode: 0, stderr: expect.not.stringContaining('fault') });
  });
});

describe('what cannot be mended ends the listener with a word and a code', () => {
  it.each([
    [
      'Socket Mode is turned off',
      (slack: OddSlack) => slack.send({ type: 'disconnect', reason: 'link_disabled' }),
      '✗ Socket Mode is turned off for this app\n  → turn it on',
    ],
    [
      'the app’s token is revoked',
      (slack: OddSlack) => {
        slack.settings.refuse['apps.connections.open'] = 'token_revoked';
        for (const connection of slack.connections) connection.terminate();
      },
      '✗ Slack refuses slack.appToken: token_revoked\n  → ops config',
    ],
    [
      'the app is removed from the workspace',
      (slack: OddSlack) => slack.send(envelope({ team_id: 'T1', event: { type: 'app_uninstalled' } })),
      '✗ the app was removed from Odd\n  → install it again',
    ],
  ])('%s', async (_, happen, words) => {
    const { slack, listener } = await listen();
    happen(slack);
    const { exitCode, stderr } = await listener.ended;
    expect({ exitCode, stderr }).toEqual({ exitCode: 78, stderr: expect.stringContaining(words) });
  });

  it('the bot’s token is revoked, which an answer finds out', async () => {
    const { slack, listener, type } = await listen();
    slack.settings.refuse['chat.postMessage'] = 'token_revoked';
    await type();
    const { exitCode, stderr } = await listener.ended;
    expect(exitCode).toBe(78);
    expect(stderr).toContain('✗ Slack refuses slack.botToken: token_revoked');
  });
});
