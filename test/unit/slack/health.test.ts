import { describe, expect, it } from 'vitest';
import { healthAddress } from '../../../src/slack/health/address.ts';
import { boundedLabel, createMetrics } from '../../../src/slack/health/metrics.ts';
import { judge, openVitals, type Vitals } from '../../../src/slack/health/vitals.ts';
import { manualClock } from '../../support/manual-clock.ts';
import { readMetrics } from '../../support/prometheus.ts';

describe('the address that health is served at', () => {
  it.each([
    ['127.0.0.1:9100', { host: '127.0.0.1', port: 9100, isLocal: true }],
    ['9100', { host: '127.0.0.1', port: 9100, isLocal: true }],
    ['localhost:0', { host: 'localhost', port: 0, isLocal: true }],
    ['[::1]:9100', { host: '::1', port: 9100, isLocal: true }],
    ['0.0.0.0:9100', { host: '0.0.0.0', port: 9100, isLocal: false }],
    ['[::]:9100', { host: '::', port: 9100, isLocal: false }],
    ['ops.example.com:9100', { host: 'ops.example.com', port: 9100, isLocal: false }],
  ])('is read from %s', (value, address) => {
    expect(healthAddress(value)).toEqual(address);
  });

  it.each(['', ':9100', 'localhost', '127.0.0.1:', '127.0.0.1:99999', 'http://127.0.0.1:9100', '::1:x'])(
    'is not "%s"',
    (value) => {
      expect(() => healthAddress(value)).toThrow(expect.objectContaining({ outcome: 'usage' }));
    },
  );
});

describe('a listener', () => {
  const now = new Date('2026-01-01T00:01:00Z');
  const at = (second: number): { at: Date; by: string } => ({
    at: new Date(now.getTime() - second * 1000),
    by: 'pong',
  });
  const well: Vitals = {
    ...{ state: 'listening', since: new Date('2026-01-01T00:00:00Z'), connections: 2, running: 1, waiting: 0 },
    roundTrip: at(4),
  };

  it('is well where Slack was heard from a moment ago', () => {
    expect(judge(well, now)).toEqual({
      status: 'ok',
      state: 'listening',
      since: '2026-01-01T00:00:00.000Z',
      connections: 2,
      roundTrip: { at: '2026-01-01T00:00:56.000Z', ageSeconds: 4, by: 'pong' },
      runs: { running: 1, waiting: 0 },
    });
  });

  it.each([
    ['it starts', { state: 'starting' }, 'it is not connected to Slack yet'],
    ['it is stopped', { state: 'stopping' }, 'it is being stopped and takes no new lines'],
    ['there is no connection', { connections: 0 }, 'there is no connection to Slack'],
    ['Slack says nothing, whatever the connections claim', { roundTrip: at(31) }, 'Slack has not answered for 31 s'],
  ] as const)('is not where %s', (_, change, reason) => {
    expect(judge({ ...well, ...change }, now)).toMatchObject({ status: 'failing', reason });
  });
});

describe('the figures', () => {
  it('keep to the rules of Prometheus', async () => {
    const vitals = openVitals(manualClock());
    const metrics = createMetrics(vitals, '1.2.3');
    metrics.ran('deploy', 'ok');
    metrics.ran('deploy', 'ok');
    metrics.ran('odd "name"\\\n', 'failed');
    metrics.acked(2);
    metrics.firstWords(40);
    metrics.reconnected('broke');
    metrics.called('chat.postMessage', undefined);
    metrics.called('chat.postMessage', 'not_in_channel');
    metrics.waited('chat.update', 1500);
    vitals.connections = 2;
    const { samples, problems } = readMetrics(await metrics.text());
    expect(problems).toEqual([]);
    expect(samples).toMatchObject({
      'ops_build_info{version="1.2.3"}': 1,
      'ops_runs_total{command="deploy",outcome="ok"}': 2,
      'ops_runs_total{command="odd \\"name\\"\\\\\\n",outcome="failed"}': 1,
      ops_slack_ack_seconds_count: 1,
      ops_slack_ack_seconds_sum: 0.002,
      'ops_slack_first_words_seconds_bucket{le="0.05"}': 1,
      'ops_slack_reconnects_total{reason="broke"}': 1,
      'ops_slack_reconnects_total{reason="replaced"}': 0,
      'ops_slack_calls_total{method="chat.postMessage"}': 2,
      'ops_slack_call_failures_total{error="not_in_channel",method="chat.postMessage"}': 1,
      'ops_slack_rate_limit_wait_seconds_total{method="chat.update"}': 1.5,
      ops_slack_connections: 2,
    });
  });

  it('have a bounded number of values a label', () => {
    const label = boundedLabel(2);
    expect(['a', 'b', 'c', 'a', 'd'].map(label)).toEqual(['a', 'b', 'other', 'a', 'other']);
  });
});
