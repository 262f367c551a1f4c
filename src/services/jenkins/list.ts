import * as v from 'valibot';
import type { Bounded, Build, BuildFilter, BuildState } from '../../context/builds.ts';
import { type FindParts, findBuild } from './find.ts';
import { jobOf, jobPath } from './names.ts';
import { readBuild, readQueueItem } from './read.ts';
import { buildShape, queueItemShape, runningShape } from './shapes.ts';
import { buildTree, jobsTree, queueTree, runningTree } from './trees.ts';

/** Builds of one job that are looked through. */
const mostLookedAt = 500;
const depth = 4;

const queueShape = v.object({ items: v.nullish(v.array(queueItemShape)) });
const buildsShape = v.object({ allBuilds: v.nullish(v.array(buildShape)) });
interface Newest {
  lastBuild?: v.InferOutput<typeof buildShape> | null | undefined;
  jobs?: Newest[] | null | undefined;
}
const newest: v.GenericSchema<unknown, Newest[]> = v.array(
  v.object({ lastBuild: v.nullish(buildShape), jobs: v.nullish(v.lazy(() => newest)) }),
);
const newestShape = v.object({ jobs: v.nullish(newest) });

/** Of one job all of them; without one, what is queued, what runs, and the newest of each job. */
export async function listBuilds(filter: BuildFilter, parts: FindParts): Promise<Bounded<Build>> {
  const states = filter.states ?? ['queued', 'running', 'ended'];
  const wants = (state: BuildState): boolean => states.includes(state);
  const queued = wants('queued') ? await queuedBuilds(filter.job, parts) : [];
  const begun = wants('running') || wants('ended') ? await begunBuilds(filter, wants('ended'), parts) : [];
  const found = [...queued, ...begun.sort((one, other) => other.at.getTime() - one.at.getTime())];
  const meant = found.filter((build) => wants(build.state) && isMeant(build, filter));
  const isFull = filter.job !== undefined && begun.length >= countOf(filter);
  return { items: meant.slice(0, filter.most), hasMore: meant.length > filter.most || isFull };
}

/** Builds that are looked through: Jenkins loads each from its disk. Some of the newest may run, where that is not meant. */
function countOf({ most, branch, outcomes, states }: BuildFilter): number {
  const isOfAll = branch === undefined && outcomes === undefined && (states?.includes('ended') ?? true);
  return isOfAll ? Math.min(mostLookedAt, most + 10) : mostLookedAt;
}

function isMeant({ branch, job, outcome }: Build, filter: BuildFilter): boolean {
  if (filter.outcomes !== undefined && (outcome === undefined || !filter.outcomes.includes(outcome))) return false;
  // A branch of a multibranch job is a job of its own.
  const last = job.slice(job.lastIndexOf('/') + 1).replaceAll('%2F', '/');
  return filter.branch === undefined || branch === filter.branch || last === filter.branch;
}

async function queuedBuilds(job: string | undefined, { jenkins }: FindParts): Promise<Build[]> {
  const found = await jenkins.find('/queue', queueShape, `items[${queueTree}]`);
  const items = (found?.items ?? []).map((item) => readQueueItem(item, ''));
  return items.filter((item) => item.job !== '' && (job === undefined || item.job === job));
}

async function begunBuilds(filter: BuildFilter, hasEnded: boolean, parts: FindParts): Promise<Build[]> {
  const { jenkins, clock } = parts;
  if (filter.job !== undefined) {
    const tree = `allBuilds[${buildTree}]{0,${countOf(filter)}}`;
    const found = await jenkins.find(jobPath(filter.job), buildsShape, tree);
    return (found?.allBuilds ?? []).map((one) => readBuild(one, clock.now()));
  }
  if (!hasEnded) return runningBuilds(parts);
  const found = await jenkins.find('', newestShape, jobsTree(depth, `,lastBuild[${buildTree}]`));
  const last = leavesOf(found?.jobs ?? []).map((one) => readBuild(one, clock.now()));
  const known = new Set(last.map(({ job, number }) => `${job}#${number}`));
  return [...last, ...(await runningBuilds(parts)).filter(({ job, number }) => !known.has(`${job}#${number}`))];
}

const leavesOf = (jobs: readonly Newest[]): v.InferOutput<typeof buildShape>[] =>
  jobs.flatMap((one) => [...(one.lastBuild == null ? [] : [one.lastBuild]), ...leavesOf(one.jobs ?? [])]);

/** What the executors are busy with. A step of a pipeline has the address of its build. */
async function runningBuilds(parts: FindParts): Promise<Build[]> {
  const found = await parts.jenkins.find('/computer', runningShape, runningTree);
  const busy = (found?.computer ?? []).flatMap(({ executors, oneOffExecutors }) => [
    ...(executors ?? []),
    ...(oneOffExecutors ?? []),
  ]);
  const urls = new Set(busy.flatMap(({ currentExecutable }) => currentExecutable?.url ?? []));
  const names = [...urls].flatMap((url) => {
    const number = /\/(\d+)\/?$/.exec(url)?.[1];
    return number === undefined ? [] : [{ job: jobOf(url), number }];
  });
  const builds = await Promise.all(names.map((name) => findBuild(name, parts)));
  return builds.filter((build) => build !== undefined);
}
