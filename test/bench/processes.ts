import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';

export const root = join(import.meta.dirname, '../..');
/** The Node that the project brings. */
export const node = join(root, 'node_modules/.bin/node');
export const ops = join(root, 'bin/ops');

/** Milliseconds from start to end of a whole process. */
export function timed(file: string, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv = {}): number {
  const began = performance.now();
  const { status, stderr, error } = spawnSync(file, args, { cwd, env: { ...process.env, ...env } });
  const took = performance.now() - began;
  if (status !== 0) throw new Error(`${file} ${args.join(' ')} ended with ${status}: ${error ?? stderr}`);
  return took;
}

/** Megabytes of 1,000,000 bytes. */
function field(file: string, name: string): number {
  const kibibytes = new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(readFileSync(file, 'utf8'))?.[1];
  return (Number(kibibytes) * 1024) / 1e6;
}

/** All the memory that a process has resident, also what it shares with others. */
export const residentOf = (pid: number): number => field(`/proc/${pid}/status`, 'VmRSS');

/** Its own memory, and its part of what it shares: these add up to what is really in use. */
export const proportionOf = (pid: number): number => field(`/proc/${pid}/smaps_rollup`, 'Pss');

export const descriptorsOf = (pid: number): number => readdirSync(`/proc/${pid}/fd`).length;

export function childrenOf(pid: number): number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
  return children === '' ? [] : children.split(' ').map(Number);
}

/** Milliseconds that a process has had the processor for: https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html */
export function processorTimeOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) * millisecondsOfTick;
}

const millisecondsOfTick = 10;
