import { readdirSync, readFileSync } from 'node:fs';
import { type ProcessEntry, readEntry } from './proc.ts';

export interface Tree {
  /** The process at the top; it leads a group. */
  root: number;
  /** What the environment of each process of the tree holds: `OPS_RUN=7`. Finds those whose parents are gone. */
  marker?: string;
  /** When the root started, in the system's ticks: nothing older belongs to the tree, and no other root is meant. */
  since?: number;
}

/**
 * Whatever `roots` started: those below them, and those of a group or session that one of them leads, which is how a
 * process is found whose parent has ended. The roots themselves are part of it.
 */
export function descendants(processes: readonly ProcessEntry[], roots: Iterable<number>): ProcessEntry[] {
  const found = new Set(roots);
  const belongs = (entry: ProcessEntry): boolean =>
    found.has(entry.pid) || found.has(entry.parent) || found.has(entry.group) || found.has(entry.session);
  let before: number;
  do {
    before = found.size;
    for (const entry of processes) if (belongs(entry)) found.add(entry.pid);
  } while (found.size > before);
  return processes.filter((entry) => found.has(entry.pid));
}

/** SIGTERM to the whole tree, SIGKILL to what remains of it after `grace` milliseconds. False where something lives on. */
export async function endTree(tree: Tree, grace = 5000): Promise<boolean> {
  // Whatever runs descends from 0, and a signal to 0 goes to one's own group.
  if (!(tree.root > 0)) throw new RangeError(`no process can be ended that has the number ${tree.root}`);
  const first = await findAlive(tree, []);
  send(tree, first, 'SIGTERM');
  let left = await outlive(tree, first, grace);
  // What is being killed can still fork, so look again until nothing is left.
  for (let round = 0; left.length > 0 && round < 20; round++) {
    send(tree, left, 'SIGKILL');
    left = await outlive(tree, left, 100);
  }
  return left.length === 0;
}

/** Ends at once, with all below them, the programs that a process has started in groups of their own. */
export async function endChildren(parent: number): Promise<void> {
  const children = (await listProcesses()).filter((entry) => entry.parent === parent && entry.group === entry.pid);
  await Promise.all(children.map(({ pid }) => endTree({ root: pid }, 0)));
}

export function ticksOf(pid: number): number | undefined {
  return readEntry(pid)?.started;
}

/** Waits until the tree is gone, or gives back what is left of it in the end. */
async function outlive(tree: Tree, known: readonly ProcessEntry[], ms: number): Promise<ProcessEntry[]> {
  const end = Date.now() + ms;
  for (;;) {
    if (!known.some(isRunning)) known = await findAlive(tree, known);
    if (known.length === 0) return [];
    if (Date.now() >= end) return findAlive(tree, known);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

async function findAlive({ root, marker, since }: Tree, known: readonly ProcessEntry[]): Promise<ProcessEntry[]> {
  const processes = await listProcesses();
  const marked = marker === undefined || since === undefined ? [] : findMarked(processes, marker, { root, since });
  const isThere = (pid: number, start: number): boolean =>
    processes.some((entry) => entry.pid === pid && entry.started === start);
  const same = known.filter((entry) => isThere(entry.pid, entry.started)).map((entry) => entry.pid);
  const isReused = since !== undefined && processes.some(({ pid, started }) => pid === root && started !== since);
  const roots = [...(isReused ? [] : [root]), ...marked, ...same];
  return descendants(processes, roots).filter((entry) => !entry.ended && entry.pid !== process.pid);
}

function findMarked(
  processes: readonly ProcessEntry[],
  marker: string,
  { root, since }: { root: number; since: number },
): number[] {
  const holds = ({ pid, started }: ProcessEntry): boolean => {
    // Ticks are long: within one, a lower number is an older process.
    if (started < since || (started === since && pid <= root) || pid === process.pid) return false;
    try {
      return `\0${readFileSync(`/proc/${pid}/environ`, 'latin1')}`.includes(`\0${marker}\0`);
    } catch {
      return false;
    }
  };
  return processes.filter(holds).map(({ pid }) => pid);
}

function send({ root }: Tree, entries: readonly ProcessEntry[], signal: NodeJS.Signals): void {
  if (entries.some((entry) => entry.group === root)) sendTo(-root, signal);
  for (const entry of entries) if (entry.group !== root && isRunning(entry)) sendTo(entry.pid, signal);
}

function sendTo(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, signal);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function isRunning(entry: ProcessEntry): boolean {
  if (process.platform !== 'linux') return sendTo(entry.pid, 0);
  const now = readEntry(entry.pid);
  return now !== undefined && now.started === entry.started && !now.ended;
}

async function listProcesses(): Promise<ProcessEntry[]> {
  if (process.platform !== 'linux') return askPs();
  return readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? (readEntry(Number(name)) ?? []) : []));
}

async function askPs(): Promise<ProcessEntry[]> {
  const { execFile } = await import('node:child_process');
  const list = await new Promise<string>((resolve) => {
    execFile('ps', ['-A', '-o', 'pid=,ppid=,pgid=,stat='], { maxBuffer: 2 ** 26 }, (_, stdout) => resolve(stdout));
  });
  return list.split('\n').flatMap((line) => parsePs(line) ?? []);
}

/** Where there is no /proc: `pid ppid pgid stat`. The list does not name the session. */
export function parsePs(line: string): ProcessEntry | undefined {
  const [pid, parent, group, state = ''] = line.trim().split(/\s+/);
  if (pid === undefined || parent === undefined || group === undefined) return undefined;
  return {
    pid: Number(pid),
    parent: Number(parent),
    group: Number(group),
    session: Number(group),
    started: 0,
    ended: state.startsWith('Z'),
  };
}
