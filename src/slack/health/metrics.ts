import { Counter, Gauge, Histogram, Registry } from '@prometheus-io/client';
import type { Ending } from '../connection/link.ts';
import type { Vitals } from './vitals.ts';

/** What happened, to be counted. */
export interface Meter {
  ran(command: string, outcome: string): void;
  acked(ms: number): void;
  firstWords(ms: number): void;
  reconnected(how: Ending): void;
  called(method: string, error: string | undefined): void;
  waited(method: string, ms: number): void;
}

export interface Metrics extends Meter {
  contentType: string;
  text(): Promise<string>;
}

const quick = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 3];
const slow = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];
const endings: readonly Ending[] = ['broke', 'replaced', 'crowded', 'disabled'];

/** Counters by Prometheus' conventions. Every label has a bounded number of values, none of them a person's words. */
export function createMetrics(vitals: Vitals, version: string): Metrics {
  const registry = new Registry();
  const { command, error } = { command: boundedLabel(300), error: boundedLabel(50) };
  const counters = createCounters(registry);
  const { runs, reconnects, calls, refusals, waits } = counters;
  const registers = [registry];
  const [ack, words] = [
    new Histogram({
      ...{ name: 'ops_slack_ack_seconds', help: 'From an envelope of Slack to its acknowledgement' },
      ...{ buckets: quick, registers },
    }),
    new Histogram({
      ...{ name: 'ops_slack_first_words_seconds', help: 'From a line to the first words of its answer in the room' },
      ...{ buckets: slow, registers },
    }),
  ];
  createGauges(registry, vitals, version);
  for (const reason of endings) reconnects.inc({ reason }, 0);
  return {
    contentType: registry.contentType,
    text: () => registry.metrics(),
    ran: (name, outcome) => runs.inc({ command: command(name), outcome }),
    acked: (ms) => ack.observe(ms / 1000),
    firstWords: (ms) => words.observe(ms / 1000),
    reconnected: (reason) => reconnects.inc({ reason }),
    called: (method, refusal) => {
      calls.inc({ method });
      if (refusal !== undefined) refusals.inc({ method, error: error(refusal) });
    },
    waited: (method, ms) => waits.inc({ method }, ms / 1000),
  };
}

function createCounters(registry: Registry) {
  const counter = <Label extends string>(name: string, help: string, labelNames: Label[]): Counter<Label> =>
    new Counter({ name, help, labelNames, registers: [registry] });
  return {
    runs: counter('ops_runs_total', 'Runs that have ended, by command and outcome', ['command', 'outcome']),
    reconnects: counter('ops_slack_reconnects_total', 'Connections opened in the place of one that ended', ['reason']),
    calls: counter('ops_slack_calls_total', 'Calls to the Web API of Slack', ['method']),
    refusals: counter('ops_slack_call_failures_total', 'Calls that Slack refused or did not answer', [
      'method',
      'error',
    ]),
    waits: counter('ops_slack_rate_limit_wait_seconds_total', 'Time that calls waited for the limits of Slack', [
      'method',
    ]),
  };
}

function createGauges(registry: Registry, vitals: Vitals, version: string): void {
  const gauge = (name: string, help: string, read: () => number | undefined): void => {
    const made: Gauge = new Gauge({
      name,
      help,
      registers: [registry],
      collect: () => {
        const value = read();
        if (value !== undefined) made.set(value);
      },
    });
  };
  const build = { name: 'ops_build_info', help: 'The version of ops', labelNames: ['version'], registers: [registry] };
  new Gauge(build).set({ version }, 1);
  gauge('ops_runs_running', 'Runs under way', () => vitals.running);
  gauge('ops_runs_waiting', 'Runs that wait for others to end', () => vitals.waiting);
  gauge('ops_slack_connections', 'Open connections to Slack', () => vitals.connections);
  gauge('ops_start_time_seconds', 'When the listener started', () => vitals.since.getTime() / 1000);
  gauge('ops_slack_last_round_trip_timestamp_seconds', 'When Slack was last heard to answer', () =>
    vitals.roundTrip === undefined ? 0 : vitals.roundTrip.at.getTime() / 1000,
  );
}

/** The first so many values as they are; the others are one. */
export function boundedLabel(most: number): (value: string) => string {
  const known = new Set<string>();
  return (value) => {
    if (known.size < most) known.add(value);
    return known.has(value) ? value : 'other';
  };
}
