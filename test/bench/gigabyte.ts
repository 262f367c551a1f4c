import { createHash, type Hash } from 'node:crypto';
import { createReadStream, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { outputFiles } from '../../src/run/output-folder.ts';
import { percentile } from './measure.ts';
import { childrenOf, proportionOf } from './processes.ts';
import { startListener } from './project.ts';
import { type Slack, startSlack } from './slack.ts';
import type { Settled, Typed, Workspace } from './slack-process.ts';
import { bounded, type Row, type Section } from './table.ts';

const bytes = 1_000_000_000;
/** With its line break: 80 columns. */
const lineOf = (number: number): string =>
  `[INFO] compiled module ${String(number).padStart(17, '0')} of 12500000 in 23 ms, nothing is amiss\n`;
const count = bytes / lineOf(0).length;

const mostGrowth = 60;
const mostEdits = 1;
const mostSlower = 2;
const sampling = 200;
const bystander = 500;
const alone = 40;
/** A room for each line that may be under way at the same time, so that every answer finds its line. */
const rooms = Array.from({ length: 60 }, (_, at) => `room-${at}`);

const commands = {
  numbered: {
    line: 'ops numbered',
    script: `seq -f '${lineOf(0).trim().replace(/0{17}/, '%017.0f')}' 0 ${count - 1}`,
  },
  yes: { line: 'ops flood 1000', script: undefined },
} as const;

interface Case {
  title: string;
  command: keyof typeof commands;
  /** Bytes that are kept of a run; undefined for what nobody sets. */
  keeps?: number;
}

const cases: readonly Case[] = [
  { title: '1 GB in numbered lines of 80 columns, all of it kept', command: 'numbered', keeps: 1_200_000_000 },
  { title: '1 GB of numbered lines, kept as far as is usual', command: 'numbered' },
  { title: '1 GB as fast as `yes` prints it, kept as far as is usual', command: 'yes' },
];

/** A run that prints a gigabyte: what it takes, what becomes of its words, and who else feels it. */
export async function measureGigabyte(stack: AsyncDisposableStack): Promise<Section[]> {
  if (process.platform !== 'linux') return [{ title: '1 GB', how: 'not measured: there is no /proc here', rows: [] }];
  const sections: Section[] = [];
  for (const one of cases) {
    await using own = new AsyncDisposableStack();
    stack.defer(() => own.disposeAsync());
    sections.push(await measureCase(one, own));
  }
  return sections;
}

async function measureCase({ title, command, keeps }: Case, stack: AsyncDisposableStack): Promise<Section> {
  const slack = stack.use(startSlack());
  const workspace = await slack.open(['flood', ...rooms]);
  const { line, script } = commands[command];
  const output = keeps === undefined ? '' : `output: { size: ${keeps / 1e6}MB, total: ${(2 * keeps) / 1e6}MB }\n`;
  const scripts = script === undefined ? {} : { numbered: scriptOf(script) };
  const { pid, folder } = await startListener(slack, workspace, stack, { configuration: output, scripts });
  const [flooded = '', ...quiet] = workspace.channels;
  await typeFor(alone / 2, slack, workspace, quiet);
  const before = await typeFor(alone, slack, workspace, quiet);
  const [memory, edits] = [memoryOf(pid), (await slack.times(workspace, 'chat.update')).length];
  const began = performance.now();
  const running = slack.type(workspace, [{ line: `${line} --timeout 9m`, channel: flooded, answer: 'run' }], 0);
  const [peaks, beside] = await Promise.all([peakUntil(running, pid), typeUntil(running, slack, workspace, quiet)]);
  const seconds = (performance.now() - began) / 1000;
  const times = (await slack.times(workspace, 'chat.update')).slice(edits);
  const kept = await keptIn(folder);
  const brought = await slack.settled(workspace, flooded);
  return {
    title,
    how: `PSS every ${sampling} ms; meanwhile another person types ops whoami every ${bystander} ms, as before it`,
    rows: [
      bounded('growth of the listener', peaks.listener - memory.listener, mostGrowth, 'MB'),
      bounded('growth of the child that runs it', peaks.child - memory.child, mostGrowth, 'MB'),
      { what: '    before', value: `${memory.listener.toFixed(1)} MB, ${memory.child.toFixed(1)} MB` },
      { what: 'time of the run', value: `${seconds.toFixed(1)} s, ${(bytes / 1e6 / seconds).toFixed(0)} MB/s` },
      bounded('edits a second, before the end', (times.length - 1) / seconds, mostEdits, ''),
      { what: '    shortest time between two', value: `${shortest(times)} ms` },
      ...(command === 'numbered' ? await keptRows(kept, keeps ?? 20_000_000) : []),
      ...(await broughtRows(kept, brought)),
      ...besideRows(before, beside),
    ],
  };
}

const scriptOf = (body: string): string =>
  `#!/usr/bin/env bash\n# ---\n# summary: Print a gigabyte\n# effect: read\n# examples:\n#   - { line: ops numbered, says: 1 GB }\n# ---\n${body}\n`;

interface Memory {
  listener: number;
  /** The largest. */
  child: number;
}

function memoryOf(pid: number): Memory {
  const children = childrenOf(pid).map((child) => {
    try {
      return proportionOf(child);
    } catch {
      return 0;
    }
  });
  return { listener: proportionOf(pid), child: Math.max(0, ...children) };
}

async function peakUntil(running: Promise<unknown>, pid: number): Promise<Memory> {
  const samples: Memory[] = [];
  const timer = setInterval(() => samples.push(memoryOf(pid)), sampling);
  await running.finally(() => clearInterval(timer));
  const most = (of: (memory: Memory) => number): number => samples.reduce((peak, one) => Math.max(peak, of(one)), 0);
  return { listener: most(({ listener }) => listener), child: most(({ child }) => child) };
}

function shortest(times: readonly number[]): string {
  const pauses = times.slice(1).map((time, at) => time - (times[at] ?? 0));
  return pauses.length === 0 ? 'none' : Math.min(...pauses).toFixed(0);
}

/** The files of the run's output, in their order. */
async function keptIn(folder: string): Promise<string[]> {
  const outputs = join(folder, '.ops', 'output');
  const found = readdirSync(outputs, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('/head'));
  const sized = found
    .map((path) => join(outputs, path))
    .sort((one, other) => statSync(other).size - statSync(one).size);
  const [head = ''] = sized;
  return outputFiles.map((name) => join(head, '..', name)).filter((path) => existsSync(path));
}

/** What was kept against what was printed: the first lines, a word on how much is missing, the last lines. */
async function keptRows(files: readonly string[], most: number): Promise<Row[]> {
  const gap = files.findIndex((path) => path.endsWith('/gap'));
  const [start, end] = gap < 0 ? [files, []] : [files.slice(0, gap), files.slice(gap + 1)];
  const size = (some: readonly string[]): number => some.reduce((sum, path) => sum + statSync(path).size, 0);
  const [first, last] = [size(start), size(end)];
  const same =
    (await hashOf(start)) === printed(0, first) &&
    (end.length === 0 || (await hashOf(end)) === printed(bytes - last, last));
  const isWhole = gap < 0 && first === bytes;
  const said =
    gap < 0
      ? 'nothing'
      : `"${readFileSync(files[gap] ?? '', 'utf8').trim()}" for ${((bytes - first - last) / 2 ** 20).toFixed(1)} MB`;
  return [
    {
      what: 'kept of 1000 MB',
      value: `${((first + last) / 1e6).toFixed(1)} MB`,
      bound: most < bytes ? `≤ ${most / 1e6} MB` : 'all',
      ok: most < bytes ? first + last <= most : isWhole,
    },
    { what: '    is what was printed, by SHA-256', value: same ? 'yes' : 'no', bound: 'yes', ok: same },
    { what: '    said of what is missing', value: said },
  ];
}

async function hashOf(files: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const path of files) for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

/** The hash of so many bytes of what was printed. */
function printed(from: number, size: number): string {
  const hash: Hash = createHash('sha256');
  const width = lineOf(0).length;
  for (let at = Math.floor(from / width), left = from + size - at * width; left > 0; ) {
    const lines: string[] = [];
    for (let many = 0; many < 10_000 && left > 0; many++, at++) {
      const text = lineOf(at).slice(0, left);
      left -= width;
      lines.push(at * width < from ? text.slice(from - at * width) : text);
    }
    hash.update(lines.join(''));
  }
  return hash.digest('hex');
}

async function broughtRows(kept: readonly string[], { files, words }: Settled): Promise<Row[]> {
  const [file] = files;
  if (file === undefined) return [{ what: 'brought to the room', value: words.at(-1)?.slice(0, 100) ?? 'nothing' }];
  const same = file.sha256 === (await hashOf(kept));
  return [
    { what: 'brought to the room', value: `${(file.size / 1e6).toFixed(1)} MB` },
    { what: '    is what is kept, by SHA-256', value: same ? 'yes' : 'no', bound: 'yes', ok: same },
  ];
}

function besideRows(before: readonly number[], beside: readonly Line[]): Row[] {
  const first = beside.flatMap((line) => line ?? []);
  const answered = `${first.length} of ${beside.length}`;
  const spread = (values: readonly number[]): string =>
    `p50 ${percentile(values, 0.5).toFixed(1)} ms, p90 ${percentile(values, 0.9).toFixed(1)} ms`;
  return [
    { what: 'lines of the other person', value: answered, bound: 'all', ok: first.length === beside.length },
    { what: '    first words before it', value: spread(before) },
    { what: '    first words beside it', value: spread(first) },
    bounded('    p50 against before', percentile(first, 0.5) / percentile(before, 0.5), mostSlower, '×'),
  ];
}

/** Milliseconds until the first words; undefined where there was no answer. */
type Line = number | undefined;

const whoami = (channel: string): Typed => ({ line: 'ops whoami', channel, answer: 'run' });

async function ask(slack: Slack, workspace: Workspace, channel: string): Promise<Line> {
  return slack.type(workspace, [whoami(channel)], 0).then(
    ([timing]) => timing?.first,
    () => undefined,
  );
}

async function typeFor(times: number, slack: Slack, workspace: Workspace, rooms: readonly string[]): Promise<number[]> {
  const over = Promise.withResolvers<void>();
  const asked = typeUntil(over.promise, slack, workspace, rooms);
  setTimeout(over.resolve, times * bystander);
  return (await asked).flatMap((line) => line ?? []);
}

async function typeUntil(
  running: Promise<unknown>,
  slack: Slack,
  workspace: Workspace,
  channels: readonly string[],
): Promise<Line[]> {
  const asked: Promise<Line>[] = [];
  const timer = setInterval(() => {
    asked.push(ask(slack, workspace, channels[asked.length % channels.length] ?? ''));
  }, bystander);
  await running.finally(() => clearInterval(timer));
  return Promise.all(asked);
}
