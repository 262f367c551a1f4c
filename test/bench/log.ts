import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { startJenkins, usualUser } from '../../src/sandbox/jenkins/jenkins.ts';
import { startTeamcity, usualToken } from '../support/teamcity/server.ts';
import { percentile } from './measure.ts';
import { ops, proportionOf } from './processes.ts';
import { bounded, type Row, type Section } from './table.ts';

const bytes = 500_000_000;
/** With its line break: 80 columns. */
const lineOf = (number: number): string =>
  `[INFO] compiled module ${String(number).padStart(17, '0')} of 6250000 in 23 ms, nothing is amiss.\n`;
const count = bytes / lineOf(0).length;

const mostGrowth = 60;
const sampling = 100;
/** Bytes that are read before memory is compared: so much is read at the start as well. */
const settled = 20_000_000;

/** A build that prints on, and what ends it. */
interface Source {
  configuration: string;
  end(): void;
}

const systems: Readonly<Record<string, (stack: AsyncDisposableStack) => Promise<Source>>> = {
  Jenkins: async (stack) => {
    const { url, farm } = stack.use(await startJenkins());
    const job = farm.add('big');
    const build = farm.begin(farm.schedule(job, {}, 'ana').item);
    build.log = whole();
    const configuration = `jenkins: { url: '${url}', user: ${usualUser.name}, token: '\${env:TOKEN}' }\n`;
    return { configuration, end: () => Object.assign(build, { result: 'SUCCESS' }) };
  },
  TeamCity: async (stack) => {
    const { url, farm } = stack.use(await startTeamcity());
    const build = farm.queue(farm.add('big'));
    build.log = { length: count, at: (index) => lineOf(index).trimEnd() };
    const configuration = `teamcity: { url: '${url}', token: '\${env:TOKEN}' }\n`;
    return { configuration, end: () => Object.assign(build, { state: 'finished', status: 'SUCCESS' }) };
  },
};

/** A build that prints half a gigabyte, followed: what that takes, and whether all of it comes, once. */
export async function measureLog(stack: AsyncDisposableStack): Promise<Section[]> {
  if (process.platform !== 'linux') return [{ title: 'A log', how: 'not measured: there is no /proc here', rows: [] }];
  const expected = hashOfAll();
  const sections: Section[] = [];
  for (const [name, open] of Object.entries(systems)) {
    await using own = new AsyncDisposableStack();
    stack.defer(() => own.disposeAsync());
    const rows = await follow(await open(own), expected, own);
    sections.push({ title: `500 MB of a build of ${name}, followed`, how: `PSS every ${sampling} ms`, rows });
  }
  return sections;
}

async function follow({ configuration, end }: Source, expected: string, stack: AsyncDisposableStack): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'ops-bench-log-'));
  stack.defer(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, '.chatopsrc'), configuration);
  const token = configuration.startsWith('jenkins') ? usualUser.token : usualToken;
  const began = performance.now();
  const env = { ...process.env, TOKEN: token };
  const child = spawn(ops, ['builds-log', 'big', '--follow'], {
    cwd: folder,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  stack.defer(() => void child.kill());
  const hash = createHash('sha256');
  const memory: number[] = [];
  let read = 0;
  child.stdout.on('data', (chunk: Buffer) => {
    hash.update(chunk);
    read += chunk.length;
    if (read > bytes / 2) end();
  });
  const timer = setInterval(() => {
    if (read > settled) memory.push(...memoryOf(child.pid ?? 0));
  }, sampling);
  await once(child, 'close');
  clearInterval(timer);
  const seconds = (performance.now() - began) / 1000;
  return rowsOf({ memory, seconds, isWhole: hash.digest('hex') === expected });
}

/** Nothing where it has just ended. */
function memoryOf(pid: number): number[] {
  try {
    return [proportionOf(pid)];
  } catch {
    return [];
  }
}

function rowsOf({ memory, seconds, isWhole }: { memory: number[]; seconds: number; isWhole: boolean }): Row[] {
  const [first, last] = [memory.slice(0, memory.length / 4), memory.slice(-memory.length / 4)];
  return [
    bounded(
      'growth from the first quarter to the last',
      percentile(last, 0.5) - percentile(first, 0.5),
      mostGrowth,
      'MB',
    ),
    { what: '    the most at any time', value: `${Math.max(...memory).toFixed(1)} MB` },
    { what: 'time', value: `${seconds.toFixed(1)} s, ${(bytes / 1e6 / seconds).toFixed(0)} MB/s` },
    { what: 'is what was printed, by SHA-256', value: isWhole ? 'yes' : 'no', bound: 'yes', ok: isWhole },
  ];
}

function whole(): Buffer {
  const log = Buffer.alloc(bytes);
  for (let at = 0; at < count; at++) log.write(lineOf(at), at * lineOf(0).length, 'latin1');
  return log;
}

function hashOfAll(): string {
  const hash = createHash('sha256');
  for (let at = 0; at < count; at++) hash.update(lineOf(at));
  return hash.digest('hex');
}
