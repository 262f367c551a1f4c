import type { Build, BuildName } from '../../context/builds.ts';
import { OpsError } from '../../context/errors.ts';
import { withChanges } from './changes.ts';
import { findJob } from './jobs.ts';
import type { GitHubParts, RunPlace } from './parts.ts';
import { runPath } from './parts.ts';
import { readRun, whyQueued } from './read.ts';
import { type JobShape, jobsShape, type RunShape, runShape, runsShape } from './shapes.ts';

/** Jobs of one run that are looked at; a matrix has 256 at the most. */
const mostJobs = 500;
/** What has as many digits is the number of a run in addresses, and not that of a run within its workflow. */
const addressDigits = 8;

/** As people call it, which is then found at once. */
export function buildOf(run: RunShape, repository: string, { repositories, clock, memory }: GitHubParts): Build {
  const build = readRun(run, repository, repositories, clock.now());
  memory.runs.set(`${build.job}#${build.number}`, { repository, id: run.id });
  return build;
}

export async function findBuild(name: BuildName, parts: GitHubParts): Promise<Build | undefined> {
  const place = await findPlace(name, parts);
  const run = place && (await parts.github.find(runPath(place), runShape));
  if (place === undefined || run === undefined) return undefined;
  const build = await withChanges(buildOf(run, place.repository, parts), run, place, parts);
  return withReason(build, place, parts);
}

/** Why it waits stands with its jobs. */
export async function withReason(build: Build, place: RunPlace, parts: GitHubParts): Promise<Build> {
  if (build.state !== 'queued' || build.why !== undefined) return build;
  return { ...build, why: whyQueued((await jobsOf(place, parts)) ?? []) };
}

/** The jobs of the last attempt; undefined where the run is gone. */
export async function jobsOf(place: RunPlace, { github }: GitHubParts): Promise<JobShape[] | undefined> {
  const found: JobShape[] = [];
  try {
    for await (const { jobs } of github.pages(`${runPath(place)}/jobs`, jobsShape, { filter: 'latest' })) {
      found.push(...jobs);
      if (found.length >= mostJobs) break;
    }
  } catch (error) {
    if (error instanceof OpsError && error.details?.['status'] === 404) return undefined;
    throw error;
  }
  return found;
}

/** Where that run is: people count the runs of a workflow, and GitHub all of its own. */
export async function findPlace({ job, number }: BuildName, parts: GitHubParts): Promise<RunPlace | undefined> {
  const known = parts.memory.runs.get(`${job}#${number}`);
  if (known !== undefined) return known;
  if (!/^\d+$/.test(number)) return undefined;
  const found = await findJob(job, parts);
  if (found === undefined) return undefined;
  const { repository } = found;
  if (number.length >= addressDigits) return { repository, id: Number(number) };
  const path = `/repos/${repository}/actions/workflows/${found.found.id}/runs`;
  const run = await searchRun(Number(number), (page) => runsOn(page, path, parts));
  return run === undefined ? undefined : { repository, id: run.id };
}

const pageSize = 100;

async function runsOn(page: number, path: string, { github }: GitHubParts): Promise<readonly RunShape[]> {
  return (await github.get(path, runsShape, { per_page: pageSize, page })).workflow_runs;
}

/** Newest first, a page at a time: deleted ones leave no gap, so that it stands no later than its number says. */
export async function searchRun(
  number: number,
  runsOnPage: (page: number) => Promise<readonly RunShape[]>,
): Promise<RunShape | undefined> {
  const first = await runsOnPage(1);
  const found = (runs: readonly RunShape[]) => runs.find((run) => run.run_number === number);
  const newest = first[0]?.run_number ?? 0;
  if (found(first) !== undefined || number > newest) return found(first);
  let [low, high] = [2, Math.floor((newest - number) / pageSize) + 1];
  while (low <= high) {
    const page = Math.floor((low + high) / 2);
    const runs = await runsOnPage(page);
    if (found(runs) !== undefined) return found(runs);
    if ((runs[0]?.run_number ?? 0) < number) high = page - 1;
    else low = page + 1;
  }
  return undefined;
}
