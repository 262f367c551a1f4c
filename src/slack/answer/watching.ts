import type { Build, Builds } from '../../context/builds.ts';
import type { Config } from '../../context/config.ts';
import { OpsError } from '../../context/errors.ts';
import type { Clock, ProcessId, System } from '../../context/host.ts';
import type { Journal, RunRecord } from '../../context/journal.ts';
import { isSameProcess } from '../../context/process.ts';
import {
  longestWatch,
  lookAt,
  newestWatches,
  readWatch,
  type Watch,
  type WatchedBuild,
} from '../../context/watches.ts';
import { wordsOf } from '../../run/failure.ts';
import type { Delivery } from '../delivery/deliver.ts';
import type { Manners } from './manners.ts';
import type { Respond } from './respond.ts';
import { tellWatched } from './tell-watched.ts';

export interface WatchingParts {
  journal: Journal;
  delivery: Delivery;
  respond: Respond;
  clock: Clock;
  processes: Pick<System, 'identify' | 'alive'>;
  team: string;
  manners: Pick<Manners, 'rooms'>;
  people: Config['people'];
  /** The system that builds: the one named, else the configured one. */
  builds(system: string | undefined): Promise<Builds>;
  warn(message: string): void;
  signal: AbortSignal;
}

/** What a listener remembers from one look to the next. */
export interface WatchMemory {
  /** Watches that may have been told already: by a listener that is gone, or by an attempt that failed. */
  unsure: Set<string>;
  /** What left the queue is not found there for long: the build that it became, by watch. */
  begun: Map<string, WatchedBuild>;
  /** Systems that do not answer, and when they are asked again. */
  silent: Map<string, { until: number; pause: number }>;
}

export const createWatchMemory = (): WatchMemory => ({ unsure: new Set(), begun: new Map(), silent: new Map() });

/** Milliseconds from one look to the next; of a system that does not answer, at the most. */
const every = 5000;
const longestPause = 60_000;

/**
 * Tells those who watch something in a room how it ended, for as long as the signal lets it. Each is looked after by the
 * listener that their line was typed to, and once that is gone, by the one that takes it over.
 */
export async function keepWatching(parts: WatchingParts): Promise<void> {
  const { clock, signal, warn } = parts;
  const memory = createWatchMemory();
  while (!signal.aborted) {
    await tellWatches(parts, memory).catch((error: unknown) => warn(wordsOf(error)));
    await clock.sleep(every, signal).catch(() => {});
  }
}

/** One look at all that is watched: one question for all who watch the same build, and one after the other. */
export async function tellWatches(parts: WatchingParts, memory: WatchMemory): Promise<void> {
  const answers = new Map<string, Promise<Looked>>();
  for (const { watch, row } of await mine(parts, memory)) {
    const looked = await lookOnce(watch, answers, parts, memory).catch((error: unknown) =>
      beSilent(error, watch, parts, memory),
    );
    if (looked === undefined || parts.signal.aborted) continue;
    try {
      await tellWatched(watch, row, looked, { ...parts, isUnsure: memory.unsure.has(watch.id) });
      memory.begun.delete(watch.id);
      memory.unsure.delete(watch.id);
    } catch (error) {
      memory.unsure.add(watch.id);
      parts.warn(`how ${row.argv.join(' ')} ended could not be told: ${wordsOf(error)}`);
    }
  }
}

interface Mine {
  watch: Watch;
  row: RunRecord;
}

/** The open watches of this workspace that this listener looks after, oldest first. */
async function mine(parts: WatchingParts, memory: WatchMemory): Promise<Mine[]> {
  const { journal, team, processes } = parts;
  const open = (await journal.facts(newestWatches)).map(readWatch).filter(({ isOpen }) => isOpen);
  if (open.length === 0) return [];
  const listening = (await journal.runs({ command: 'listen', states: ['running'], limit: 200 })).map(
    ({ process }) => process,
  );
  const found: Mine[] = [];
  for (const watch of open.reverse()) {
    const row = await journal.run(watch.id);
    if (row?.origin.type !== 'room' || row.origin.team !== team) continue;
    const isOwn = isSameProcess(row.owner, processes.identify());
    if (!isOwn && !(await isTakenOver(row, listening, parts))) continue;
    if (!isOwn) memory.unsure.add(watch.id);
    found.push({ watch, row });
  }
  return found;
}

/** Of several listeners that see that one is gone, one takes over. */
async function isTakenOver(
  { id, owner }: RunRecord,
  listening: readonly ProcessId[],
  { journal, processes }: WatchingParts,
): Promise<boolean> {
  const isThere = listening.some((listener) => isSameProcess(listener, owner)) && processes.alive(owner) !== false;
  return !isThere && journal.takeOver(id, owner, processes.identify());
}

/** What there is to tell; undefined while there is nothing. */
export type Looked =
  | { how: 'ended'; build: Build; builds: Builds }
  | { how: 'gone'; of: WatchedBuild; builds: Builds }
  | { how: 'run'; run: RunRecord | undefined }
  | { how: 'late'; of: WatchedBuild }
  | undefined;

async function lookOnce(
  { id, of, since }: Watch,
  answers: Map<string, Promise<Looked>>,
  parts: WatchingParts,
  memory: WatchMemory,
): Promise<Looked> {
  if ('run' in of) {
    const run = await parts.journal.run(of.run);
    return run !== undefined && run.finishedAt === undefined ? undefined : { how: 'run', run };
  }
  const now = parts.clock.now().getTime();
  if (now - since.getTime() > longestWatch) return { how: 'late', of };
  if ((memory.silent.get(of.system ?? '')?.until ?? 0) > now) return undefined;
  const meant = memory.begun.get(id) ?? of;
  const key = JSON.stringify([meant.system, meant.job, meant.number, meant.after]);
  const answer = answers.get(key) ?? ask(meant, parts, (build) => memory.begun.set(id, { ...meant, ...build }));
  answers.set(key, answer);
  const looked = await answer;
  memory.silent.delete(of.system ?? '');
  return looked;
}

async function ask(
  of: WatchedBuild,
  { builds: open }: WatchingParts,
  onBegun: (build: WatchedBuild) => void,
): Promise<Looked> {
  const builds = await open(of.system);
  const build = await lookAt(of, builds);
  if (build === undefined) return undefined;
  if (build === 'gone') return { how: 'gone', of, builds };
  if (build.state === 'ended') return { how: 'ended', build, builds };
  onBegun({ job: build.job, number: build.number });
  return undefined;
}

/** A system that does not answer is asked again, less and less often. */
function beSilent(error: unknown, { of }: Watch, { clock, warn }: WatchingParts, { silent }: WatchMemory): undefined {
  const system = 'run' in of ? '' : (of.system ?? '');
  const now = clock.now().getTime();
  const before = silent.get(system);
  if (before !== undefined && before.until > now) return;
  const pause = Math.min((before?.pause ?? every / 2) * 2, longestPause);
  silent.set(system, { until: now + pause, pause });
  if (before === undefined) warn(`what is watched could not be looked at: ${wordsOf(error)}`);
  if (!(error instanceof OpsError)) throw error;
}
