import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startSandbox } from '../../src/sandbox/server.ts';
import type { Verdict } from '../../src/slack/health/vitals.ts';
import { healthOf, saidInRoom } from '../support/listening.ts';
import { startOps } from '../support/ops.ts';
import { createProject } from '../support/project.ts';
import { readMetrics } from '../support/prometheus.ts';
import { openRoom, type Room, tokens, withSlack } from '../support/room.ts';
import { until } from '../support/waiting.ts';

/** A listener that says how it is, and where. */
async function openWatchedRoom(): Promise<{ room: Room; url: string }> {
  const room = await openRoom(undefined, {}, ['--health', '127.0.0.1:0']);
  return { room, url: await healthOf(room) };
}

const ask = async (url: string) => {
  const answer = await fetch(url);
  return { status: answer.status, type: answer.headers.get('content-type'), text: await answer.text() };
};

/** The word of /healthz, once there are two connections. */
async function eventuallyBoth(url: string): Promise<Verdict & { code: number }> {
  for (;;) {
    const { status, text } = await ask(url);
    const verdict: Verdict = JSON.parse(text);
    if (verdict.connections === 2) return { ...verdict, code: status };
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** A run has ended in its room before its process has tidied up. */
async function quietFigures(url: string): ReturnType<typeof ask> {
  for (;;) {
    const figures = await ask(`${url}/metrics`);
    if (readMetrics(figures.text).samples['ops_runs_running'] === 0) return figures;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

describe('a listener with --health', () => {
  it('says that it is well, and counts what it does without a person’s words', async () => {
    const { room, url } = await openWatchedRoom();
    const told = await eventuallyBoth(`${url}/healthz`);
    expect(told).toMatchObject({ code: 200, status: 'ok', state: 'listening', runs: { running: 0, waiting: 0 } });
    expect(told.roundTrip?.ageSeconds).toBeLessThan(30);
    room.slack.faults.next('chat.postMessage', { rateLimited: 1 });
    await room.type('ops whoami');
    await room.type('ops deploy nowhere-at-all', { channel: '@tom', as: 'tom' });
    const figures = await quietFigures(url);
    expect(figures.type).toBe('text/plain; version=0.0.4; charset=utf-8');
    const { samples, problems } = readMetrics(figures.text);
    expect(problems).toEqual([]);
    expect(samples).toMatchObject({
      'ops_runs_total{command="whoami",outcome="ok"}': 1,
      'ops_runs_total{command="deploy",outcome="usage"}': 1,
      'ops_slack_call_failures_total{error="ratelimited",method="chat.postMessage"}': 1,
      ops_slack_first_words_seconds_count: 2,
      ops_slack_connections: 2,
      ops_runs_running: 0,
      ops_runs_waiting: 0,
    });
    expect(samples['ops_slack_rate_limit_wait_seconds_total{method="chat.postMessage"}']).toBeGreaterThan(0.5);
    expect(figures.text).not.toContain('nowhere');
  });

  it('says what is wrong while Slack is away', async () => {
    const { room, url } = await openWatchedRoom();
    // A second one that is being opened just then would still come.
    await eventuallyBoth(`${url}/healthz`);
    room.slack.faults.always('apps.connections.open', { status: 500 });
    room.slack.drop();
    await room.slack.waitFor(() => room.slack.connections() === 0 || undefined);
    await until(() => room.listener.said.stderr.includes('broke off'), 'that it knows');
    const { status, text } = await ask(`${url}/healthz`);
    expect({ ...JSON.parse(text), status }).toMatchObject({ status: 503, reason: 'there is no connection to Slack' });
    room.slack.faults.clear();
    expect((await room.type('ops whoami')).exitCode).toBe(0);
    expect(saidInRoom(room)).toHaveLength(1);
    const { samples } = readMetrics((await ask(`${url}/metrics`)).text);
    expect(samples['ops_slack_reconnects_total{reason="broke"}']).toBeGreaterThan(0);
  });

  it('knows two pages, which can only be read', async () => {
    const { url } = await openWatchedRoom();
    expect((await ask(`${url}/`)).status).toBe(404);
    expect((await fetch(`${url}/metrics`, { method: 'POST' })).status).toBe(405);
    const head = await fetch(`${url}/metrics`, { method: 'HEAD' });
    expect({ status: head.status, body: await head.text() }).toEqual({ status: 200, body: '' });
  });

  it('warns where others than this machine can ask', async () => {
    const room = await openRoom(undefined, {}, ['--health', '0.0.0.0:0']);
    await healthOf(room);
    await until(() => room.listener.said.stderr.includes('!'), 'the warning');
    expect(room.listener.said.stderr).toMatch(/! http:\/\/0\.0\.0\.0:\d+ can be read by everybody/);
  });

  it.each([
    ['a port that is in use', (port: number) => `127.0.0.1:${port}`, 69, 'that port is in use\n  → another port'],
    ['what is no address', () => ':9100', 64, '✗ --health takes an address and a port, not ":9100"'],
  ])('says so of %s, before it asks Slack for anything', async (_, value, code, words) => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void taken.close());
    const slack = await startSandbox();
    onTestFinished(() => slack.close());
    const { folder } = createProject(withSlack(slack.apiUrl));
    const line = ['listen', '--health', value((taken.address() as AddressInfo).port)];
    const { exitCode, stderr } = await startOps(folder, line, tokens(slack)).ended;
    expect({ exitCode, stderr }).toEqual({ exitCode: code, stderr: expect.stringContaining(words) });
    expect(slack.calls).toEqual([]);
  });
});
