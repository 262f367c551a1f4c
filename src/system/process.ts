import type { ProcessId } from '../context/host.ts';
import { readEntry, readLink, readText } from './proc.ts';

/** A process of this machine, in words that hold for no other one. */
export function identify(pid: number = process.pid): ProcessId {
  return { host: (pid === process.pid ? ownHost() : undefined) ?? hostName(), pid, started: startOf(pid) ?? '' };
}

/** What does not change while a process lives is asked for once. */
function once(ask: () => string | undefined): () => string | undefined {
  let known: string | undefined;
  return () => {
    known ??= ask();
    return known;
  };
}

/** Whether it still runs; undefined where nobody can look: on another machine, or in another container of this one. */
export function isAlive(id: ProcessId): boolean | undefined {
  const place = placeOf(id);
  if (place !== 'here') return place === 'elsewhere' ? undefined : false;
  const now = startOf(id.pid);
  return now !== undefined && (id.started === '' || isSame(now, id.started));
}

/**
 * Where its number means something. Of a host of this name that was started anew since, nothing is left. The name alone
 * tells little: containers that follow each other have different ones, and two at a time may have the same.
 */
function placeOf({ host, started }: ProcessId): 'here' | 'elsewhere' | 'before' {
  const [boot, namespace, ticks] = started.split(':');
  const isHost = host === hostName();
  if (process.platform !== 'linux' || ticks === undefined) return isHost ? 'here' : 'elsewhere';
  if (boot !== bootId()) return isHost ? 'before' : 'elsewhere';
  return namespace === pidNamespace() ? 'here' : 'elsewhere';
}

/** Earlier versions did not name the namespace. */
function isSame(now: string, started: string): boolean {
  return now === started || now.replace(/:[^:]*:/, ':') === started;
}

/** Ends what is left of a process group of this machine, whose leader may be gone already. */
export async function killGroup(group: ProcessId, grace?: number): Promise<boolean> {
  if (placeOf(group) !== 'here' || isOver(group)) return true;
  const { endTree } = await import('./tree.ts');
  return endTree({ root: group.pid }, grace);
}

/**
 * Ends whatever a run that is gone has started, also what it had no time to record: its programs carry its id. `by`
 * is the process that carried it out. Where the system shows no environments, nothing is found.
 */
export async function killRun(run: string, by: ProcessId, grace?: number): Promise<boolean> {
  if (placeOf(by) !== 'here' || process.platform !== 'linux') return true;
  const { endTree } = await import('./tree.ts');
  return endTree({ root: by.pid, marker: `OPS_RUN=${run}`, since: Number(by.started.split(':').at(-1)) }, grace);
}

/** A number is not given anew while its group lives, so that a new owner means that the group is gone. */
function isOver({ pid, started }: ProcessId): boolean {
  const now = startOf(pid);
  if (now !== undefined) return !isSame(now, started);
  // Without a leader to compare, only the machine's start can tell whether the number still means the same group.
  return process.platform !== 'linux' || !started.startsWith(`${bootId()}:`);
}

/** As it was called when it was asked first: a process is the same one when its machine is given another name. */
const ownHost = once(hostName);
const ownStart = once(() => lookUpStart(process.pid));
const startOf = (pid: number): string | undefined => (pid === process.pid ? ownStart() : lookUpStart(pid));

function lookUpStart(pid: number): string | undefined {
  if (process.platform !== 'linux') return askPs(pid);
  const entry = readEntry(pid);
  return entry === undefined || entry.ended ? undefined : `${bootId()}:${pidNamespace()}:${entry.started}`;
}

function askPs(pid: number): string | undefined {
  const { spawnSync } = process.getBuiltinModule('node:child_process');
  const { stdout } = spawnSync('ps', ['-o', 'lstart=', '-p', `${pid}`], { encoding: 'utf8', env: { LC_ALL: 'C' } });
  return stdout?.trim() || undefined;
}

const knownBoot = once(() => readText('/proc/sys/kernel/random/boot_id')?.trim());
export const bootId = (): string => knownBoot() ?? '';

/** Numbers of processes mean something within one of them: a container has its own. */
const knownNamespace = once(() => /\d+/.exec(readLink('/proc/self/ns/pid') ?? '')?.[0]);
const pidNamespace = (): string => knownNamespace() ?? '';

// node:os is loaded only where the kernel has no file that says it.
export function hostName(): string {
  return readText('/proc/sys/kernel/hostname')?.trim() || process.getBuiltinModule('node:os').hostname();
}
