import type { Build, BuildName, Builds } from './builds.ts';
import type { Actor } from './host.ts';
import type { Fact } from './journal.ts';

/** The fact that somebody is to be told how something ends: its subject is the run that asked for it. */
export const watchKind = 'watch';

/** A build; without a number the next one of the job. */
export interface WatchedBuild {
  /** Which system, where it was named. */
  system?: string | undefined;
  job: string;
  number?: string | undefined;
  /** When the newest one was there that is not meant; undefined where there was none. */
  after?: string | undefined;
}

export interface WatchedRun {
  run: string;
}

export type Watched = WatchedBuild | WatchedRun;

export interface Watch {
  /** The run that asked for it. */
  id: string;
  actor: Actor;
  since: Date;
  isOpen: boolean;
  of: Watched;
  /** The room that it is told in. */
  where: string | undefined;
}

export function readWatch({ subject, actor, at, data }: Fact): Watch {
  const { isOpen, of, where } = data as { isOpen: boolean; of: Watched; where?: string };
  return { id: subject, actor, since: at, isOpen, of, where };
}

/** Of all that was ever watched; an open one is among the newest of these. */
export const newestWatches = { kind: watchKind, latest: true, limit: 2000 } as const;

export const watchedWord = (of: Watched): string =>
  'run' in of ? `run ${of.run}` : of.number === undefined ? `the next build of ${of.job}` : `${of.job}#${of.number}`;

/** Two mean the same, whatever the order in which they say so. */
export const watchKey = (of: Watched): string =>
  JSON.stringify('run' in of ? [of.run] : [of.system, of.job, of.number, of.after]);

/** How long a build is watched, in milliseconds. */
export const longestWatch = 24 * 3_600_000;

/** Builds of a job among which the next one is looked for. */
const lately = 20;

/** The build that is watched, as it is now: `gone` where it, or its job, is not there any more, undefined where none has come yet. */
export async function lookAt(
  { job, number, after }: WatchedBuild,
  builds: Builds,
): Promise<Build | 'gone' | undefined> {
  if (number !== undefined) return (await builds.build({ job, number })) ?? 'gone';
  const { items } = await builds.builds({ job, most: lately });
  if (items.length === 0 && (await builds.job(job)) === undefined) return 'gone';
  const since = after === undefined ? undefined : new Date(after);
  return items
    .filter(({ at }) => since === undefined || at > since)
    .sort((one, other) => one.at.getTime() - other.at.getTime())[0];
}

/** What is meant by a job: the build that runs, else the one that waits, else the next one. */
export async function currentOf(job: string, builds: Builds): Promise<{ build: Build | undefined; of: WatchedBuild }> {
  const { items } = await builds.builds({ job, most: lately });
  const build = items.find(({ state }) => state === 'running') ?? items.findLast(({ state }) => state === 'queued');
  if (build !== undefined) return { build, of: nameOf(build) };
  const [newest] = items.map(({ at }) => at.getTime()).sort((one, other) => other - one);
  return { build, of: { job, after: newest === undefined ? undefined : new Date(newest).toISOString() } };
}

export const nameOf = ({ job, number }: BuildName): BuildName => ({ job, number });
