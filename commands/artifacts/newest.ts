import { type Artifact, type Build, type BuildOutcome, type Builds, OpsError } from '../../src/index.ts';
import { buildWord, parseBuildName, requireBuild, requireJob } from '../builds/name.ts';

export interface Wanted {
  branch: string | undefined;
  /** @default any */
  outcome: BuildOutcome | undefined;
  isMeant(name: string): boolean;
}

export interface Left {
  build: Build;
  artifacts: readonly Artifact[];
  hasMore: boolean;
  /** Jobs of a folder that were not looked at. */
  notLookedAt: readonly string[];
}

/** Jobs of a folder that are looked at. */
const mostJobs = 20;

/** What a build has left: the one that is named, else the newest such of a job, else of the jobs in a folder. */
export async function findLeft(builds: Builds, named: string, wanted: Wanted): Promise<Left> {
  const { job, number } = parseBuildName(named);
  if (number !== undefined) return leftBy(await requireBuild(builds, named), builds, wanted);
  const { names, rest: notLookedAt } = await jobsOf(builds, job, wanted.branch);
  const newest = await Promise.all(names.map((name) => newestOf(name, builds, wanted)));
  const found = newest.flat().sort((one, other) => other.at.getTime() - one.at.getTime());
  let first: Left | undefined;
  for (const build of found) {
    const left = { ...(await leftBy(build, builds, wanted)), notLookedAt };
    if (left.artifacts.length > 0) return left;
    first ??= left;
  }
  if (first !== undefined) return first;
  throw noBuild(job, names, wanted);
}

async function leftBy(build: Build, builds: Builds, { isMeant }: Wanted): Promise<Left> {
  const { items, hasMore } = await builds.artifacts(build, isMeant);
  return { build, artifacts: items.filter(({ name }) => isMeant(name)), hasMore, notLookedAt: [] };
}

async function newestOf(job: string, builds: Builds, { branch, outcome }: Wanted): Promise<readonly Build[]> {
  const outcomes = outcome === undefined ? undefined : [outcome];
  return (await builds.builds({ job, branch, states: ['ended'], most: 1, ...(outcomes && { outcomes }) })).items;
}

async function jobsOf(
  builds: Builds,
  named: string,
  branch: string | undefined,
): Promise<{ names: readonly string[]; rest: readonly string[] }> {
  const found = (await builds.job(named)) ?? (await requireJob(builds, named));
  if (found.jobs === undefined) return { names: [found.name], rest: [] };
  // A branch of a multibranch job is a job of its own.
  const ofBranch = found.jobs.filter(
    (name) => name.slice(name.lastIndexOf('/') + 1) === encodeURIComponent(branch ?? ''),
  );
  const names = ofBranch.length > 0 ? ofBranch : found.jobs;
  return { names: names.slice(0, mostJobs), rest: names.slice(mostJobs) };
}

function noBuild(job: string, names: readonly string[], { branch, outcome }: Wanted): OpsError {
  const isFolder = names.length !== 1 || names[0] !== job;
  const where = `${isFolder ? `no job right in ${job}` : job} has ${isFolder ? 'a' : 'no'} build`;
  const how = outcome === undefined ? 'that has ended' : `that ended ${outcome}`;
  const [first = ''] = names;
  const hint =
    isFolder && first !== '' ? `ops builds, or one of its jobs: ops builds --job ${first}` : `ops builds --job ${job}`;
  return new OpsError('failed', `${where} ${how}${branch === undefined ? '' : ` on ${branch}`}`, {
    hint: outcome === undefined ? hint : `--status any takes the newest, however it ended; ${hint}`,
  });
}

/** Nothing to bring: what there is instead, where that is known. */
export function noArtifact({ build }: Left, only: string | undefined, all: readonly Artifact[]): OpsError {
  const word = buildWord(build);
  if (only === undefined || all.length === 0) {
    return new OpsError('failed', `${word} left no artifacts`, { hint: `ops builds --job ${build.job}` });
  }
  const names = all.slice(0, 5).map(({ name }) => name);
  return new OpsError('failed', `${word} left nothing that fits ${only}`, {
    hint: `it left ${names.join(', ')}${all.length > names.length ? ' …' : ''}`,
  });
}
