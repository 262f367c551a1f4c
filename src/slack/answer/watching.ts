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
  watchedWord,
  watchKey,
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
  /** Builds that could not be looked at, by question: why, and when they are looked at again. */
  failed: Map<string, Failed>;
}

interface Failed {
  why: string;
  until: number;
  pause: number;
}

export const createWatchMemory = (): WatchMemory => ({ unsure: new Set(), begun: new Map(), failed: new Map() });

/** Milliseconds from one look to the next; at what could not be looked at, at the most. */
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
  const round: Round = { answers: new Map(), down: new Set() };
  const called = new Set<string>();
  for (const { watch, row } of await mine(parts, memory)) {
    const looked = await lookOnce(watch, round, parts, memory);
    if (looked === undefined || parts.signal.aborted) continue;
    try {
      await tellWatched(watch, row, looked, { ...parts, called, isUnsure: memory.unsure.has(watch.id) });
      memory.failed.delete(watchKey(memory.begun.get(watch.id) ?? watch.of));
      memory.begun.delete(watch.id);
      memory.unsure.delete(watch.id);
    } catch (error) {
      memory.unsure.add(watch.id);
      parts.warn(`how ${watchedWord(watch.of)} ended could not be told: ${wordsOf(error)}`);
    }
  }
}

interface Round {
  answers: Map<string, Answer>;
  /** Systems that did not answer: the rest is asked of them the next time. */
  down: Set<string>;
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

/** What there is to tell. */
export type Looked =
  | { how: 'ended'; build: Build; builds: Builds }
  | { how: 'gone'; of: WatchedBuild; builds: Builds }
  | { how: 'run'; run: RunRecord | undefined }
  /** `why` it could not be looked at in the end, where it could not. */
  | { how: 'late'; of: WatchedBuild; why: string | undefined };

/** It is not over; `begun` is what to look at from now on. */
type Answer = Looked | { how: 'open'; begun: WatchedBuild };

async function lookOnce(
  { id, of, since }: Watch,
  round: Round,
  parts: WatchingParts,
  memory: WatchMemory,
): Promise<Looked | undefined> {
  if ('run' in of) {
    const run = await parts.journal.run(of.run);
    return run !== undefined && run.finishedAt === undefined ? undefined : { how: 'run', run };
  }
  const now = parts.clock.now().getTime();
  const meant = memory.begun.get(id) ?? of;
  const key = watchKey(meant);
  const failed = memory.failed.get(key);
  if (now - since.getTime() > longestWatch) return { how: 'late', of, why: failed?.why };
  const isWaitedFor = round.down.has(meant.system ?? '') || (failed?.until ?? 0) > now;
  if (isWaitedFor && !round.answers.has(key)) return undefined;
  const answer = round.answers.get(key) ?? (await ask(meant, key, round, parts, memory));
  round.answers.set(key, answer);
  if (answer.how !== 'open') return answer;
  memory.begun.set(id, answer.begun);
  return undefined;
}

async function ask(
  of: WatchedBuild,
  key: string,
  { down }: Round,
  { builds: open, clock, warn }: WatchingParts,
  { failed }: WatchMemory,
): Promise<Answer> {
  try {
    const builds = await open(of.system);
    const build = await lookAt(of, builds);
    failed.delete(key);
    if (build === 'gone') return { how: 'gone', of, builds };
    if (build?.state === 'ended') return { how: 'ended', build, builds };
    return { how: 'open', begun: build === undefined ? of : { ...of, job: build.job, number: build.number } };
  } catch (error) {
    const [before, why] = [failed.get(key), wordsOf(error)];
    const pause = Math.min((before?.pause ?? every / 2) * 2, longestPause);
    failed.set(key, { why, until: clock.now().getTime() + pause, pause });
    if (before === undefined) warn(`${watchedWord(of)} could not be looked at: ${why}`);
    if (error instanceof OpsError && error.outcome === 'unavailable') down.add(of.system ?? '');
    return { how: 'open', begun: of };
  }
}
