import { performance } from 'node:perf_hooks';
import { median, percentile } from './measure.ts';
import { residentOf } from './processes.ts';
import { startListener } from './project.ts';
import { type Slack, startSlack } from './slack.ts';
import type { Timing, Typed, Workspace } from './slack-process.ts';
import { bounded, type Row, type Section } from './table.ts';

const megabytes = 200;
const mostGrowth = 60;
const sampling = 50;
const bystander = 500;
const rounds = 6;
const warmUp = 20;
/** A room for each line that may be under way at the same time, so that every answer finds its line. */
const rooms = Array.from({ length: 40 }, (_, at) => `room-${at}`);

/** A run that prints far more than a room can show, and what it does to the listener and to everybody else. */
export async function measureFlood(stack: AsyncDisposableStack): Promise<Section[]> {
  if (process.platform !== 'linux')
    return [{ title: `${megabytes} MB through the room`, how: 'not measured: there is no /proc here', rows: [] }];
  const slack = stack.use(startSlack());
  const workspace = await slack.open(['flood', ...rooms]);
  const { pid } = await startListener(slack, workspace, stack);
  const [flooded = '', ...quiet] = workspace.channels;
  for (const channel of quiet.slice(0, warmUp)) await slack.type(workspace, [whoami(channel)], 0);
  await new Promise((resolve) => setTimeout(resolve, 3000));
  const before = residentOf(pid);
  const edits = await slack.calls(workspace, 'chat.update');
  const seconds: number[] = [];
  const samples: number[][] = [];
  const lines: Line[] = [];
  for (let round = 0; round < rounds; round++) {
    const began = performance.now();
    const line = { line: `ops flood ${megabytes} --timeout 3m`, channel: flooded, answer: 'run' } as const;
    const running = slack.type(workspace, [line], 0);
    const [sampled, typed] = await Promise.all([
      sampleUntil(running, pid),
      typeUntil(running, slack, workspace, quiet),
    ]);
    seconds.push((performance.now() - began) / 1000);
    samples.push(sampled);
    lines.push(...typed);
  }
  const updates = ((await slack.calls(workspace, 'chat.update')) - edits) / rounds;
  return [
    {
      title: `${megabytes} MB through the room`,
      how: `${rounds} rounds; RSS of the listener every ${sampling} ms; meanwhile another person types ops whoami every ${bystander} ms`,
      rows: [...memoryRows(before, samples), ...runRows(seconds, updates), ...lineRows(lines)],
    },
  ];
}

/** Undefined where there was no answer. */
type Line = Timing | undefined;

function memoryRows(before: number, samples: readonly (readonly number[])[]): Row[] {
  const peaks = samples.map((sampled) => Math.max(...sampled));
  const growths = peaks.map((peak) => (peak - before).toFixed(1));
  return [
    bounded('growth of the listener (highest peak − before)', Math.max(...peaks) - before, mostGrowth, 'MB'),
    { what: '    round by round', value: `${growths.join(', ')} MB` },
    { what: '    before', value: `${before.toFixed(1)} MB` },
  ];
}

function runRows(seconds: readonly number[], updates: number): Row[] {
  return [
    { what: 'time of a run, median', value: `${median(seconds).toFixed(1)} s` },
    { what: '    of its output', value: `${(megabytes / median(seconds)).toFixed(0)} MB/s` },
    { what: 'calls of chat.update for a run', value: updates.toFixed(1) },
  ];
}

function lineRows(lines: readonly Line[]): Row[] {
  const first = lines.flatMap((line) => (line === undefined ? [] : [line.first]));
  const [p50, p99] = [0.5, 0.99].map((share) => percentile(first, share).toFixed(1));
  return [
    {
      what: 'lines of the other person that were answered',
      value: `${first.length} of ${lines.length}`,
      bound: 'all',
      ok: first.length === lines.length,
    },
    { what: '    first words', value: `p50 ${p50} ms, p99 ${p99} ms` },
  ];
}

const whoami = (channel: string): Typed => ({ line: 'ops whoami', channel, answer: 'run' });

async function sampleUntil(running: Promise<unknown>, pid: number): Promise<number[]> {
  const samples: number[] = [];
  const timer = setInterval(() => samples.push(residentOf(pid)), sampling);
  await running.finally(() => clearInterval(timer));
  return samples;
}

async function typeUntil(
  running: Promise<unknown>,
  slack: Slack,
  workspace: Workspace,
  channels: readonly string[],
): Promise<Line[]> {
  const asked: Promise<Line>[] = [];
  const timer = setInterval(() => {
    const channel = channels[asked.length % channels.length] ?? '';
    const answer = slack.type(workspace, [whoami(channel)], 0);
    asked.push(
      answer.then(
        ([timing]) => timing,
        () => undefined,
      ),
    );
  }, bystander);
  await running.finally(() => clearInterval(timer));
  return Promise.all(asked);
}
