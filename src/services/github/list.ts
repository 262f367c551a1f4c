import type { Bounded, Build, BuildFilter, BuildState } from '../../context/builds.ts';
import { buildOf, withReason } from './find.ts';
import { findJob, jobsOfRepository } from './jobs.ts';
import { placeOf } from './names.ts';
import type { GitHubParts } from './parts.ts';
import { runsShape } from './shapes.ts';

/** Runs of one workflow, or of one repository, that are looked through. */
const mostLookedAt = 500;
/** Recent runs of a repository; what is not among them is rare. */
const mostAtOnce = 100;
const mostRare = 30;
/** Those of which it is asked why they wait. */
const mostReasons = 20;

/** The words of GitHub for what has not ended; it takes one of them at a time. */
const statuses: Readonly<Record<Exclude<BuildState, 'ended'>, readonly string[]>> = {
  queued: ['queued', 'waiting', 'pending', 'requested', 'action_required'],
  running: ['in_progress'],
};

/** Of one job all of them; without one, what is queued, what runs, and the newest of each job. */
export async function listBuilds(filter: BuildFilter, parts: GitHubParts): Promise<Bounded<Build>> {
  const { job, most } = filter;
  const lists = job === undefined ? await ofAll(filter, parts) : [await ofJob(job, filter, parts)];
  const all = lists.flatMap(({ items }) => items);
  const ordered = all.toSorted((one, other) => rank(one) - rank(other) || other.at.getTime() - one.at.getTime());
  const items = await Promise.all(
    ordered.slice(0, most).map((build, index) => (index < mostReasons ? reasoned(build, parts) : build)),
  );
  return { items, hasMore: ordered.length > most || lists.some(({ hasMore }) => hasMore) };
}

const rank = ({ state }: Build): number => (state === 'queued' ? 0 : 1);

function reasoned(build: Build, parts: GitHubParts): Promise<Build> | Build {
  const place = parts.memory.runs.get(`${build.job}#${build.number}`);
  return place === undefined ? build : withReason(build, place, parts);
}

async function ofJob(job: string, filter: BuildFilter, parts: GitHubParts): Promise<Bounded<Build>> {
  const place = placeOf(job, parts.repositories);
  if (place !== undefined && place.workflow === undefined)
    return runsOf(place.repository, '/actions/runs', filter, parts);
  const found = await findJob(job, parts);
  if (found === undefined) return { items: [], hasMore: false };
  return runsOf(found.repository, `/actions/workflows/${found.found.id}/runs`, filter, parts);
}

function ofAll(filter: BuildFilter, parts: GitHubParts): Promise<Bounded<Build>[]> {
  return Promise.all(
    parts.repositories.map(async (repository): Promise<Bounded<Build>> => {
      if (isUnended(filter)) return runsOf(repository, '/actions/runs', filter, parts);
      const all = { branch: filter.branch, most: mostAtOnce };
      const recent = await runsOf(repository, '/actions/runs', all, parts, mostAtOnce);
      const rare = recent.hasMore ? await rareOnes(repository, recent.items, all, parts) : [];
      const items = [...newestOfEach(recent.items), ...rare].filter((build) => isMeant(build, filter));
      return { items, hasMore: false };
    }),
  );
}

/** The newest runs of workflows that have none among the recent ones of their repository. */
async function rareOnes(
  repository: string,
  recent: readonly Build[],
  filter: BuildFilter,
  parts: GitHubParts,
): Promise<Build[]> {
  const seen = new Set(recent.filter(({ state }) => state === 'ended').map(({ job }) => job));
  const jobs = await jobsOfRepository(repository, parts);
  const rare = jobs.filter(({ name }) => !seen.has(name)).slice(0, mostRare);
  const found = await Promise.all(
    rare.map(({ id }) => runsOf(repository, `/actions/workflows/${id}/runs`, { ...filter, most: 1 }, parts, 1)),
  );
  const known = new Set(recent.map(({ job, number }) => `${job}#${number}`));
  return found.flatMap(({ items }) => items).filter(({ job, number }) => !known.has(`${job}#${number}`));
}

function newestOfEach(builds: readonly Build[]): Build[] {
  const seen = new Set<string>();
  return builds.filter(({ job, state }) => {
    const isNew = !seen.has(job);
    if (state === 'ended') seen.add(job);
    return state !== 'ended' || isNew;
  });
}

const isUnended = ({ states }: BuildFilter): boolean => states !== undefined && !states.includes('ended');

async function runsOf(
  repository: string,
  path: string,
  filter: BuildFilter,
  parts: GitHubParts,
  mostSeen = mostLookedAt,
): Promise<Bounded<Build>> {
  const { states = [], branch } = filter;
  const asked = isUnended(filter) ? states.flatMap((state) => (state === 'ended' ? [] : statuses[state])) : [undefined];
  const lists = await Promise.all(
    asked.map((status) =>
      runsWith({ status, branch }, `/repos/${repository}${path}`, repository, filter, parts, mostSeen),
    ),
  );
  return { items: lists.flatMap(({ items }) => items), hasMore: lists.some(({ hasMore }) => hasMore) };
}

async function runsWith(
  query: { status: string | undefined; branch: string | undefined },
  path: string,
  repository: string,
  filter: BuildFilter,
  parts: GitHubParts,
  mostSeen: number,
): Promise<Bounded<Build>> {
  const items: Build[] = [];
  let seen = 0;
  const wanted = filter.job !== undefined && filter.states === undefined ? filter.most + 1 : mostAtOnce;
  const perPage = Math.min(mostAtOnce, mostSeen, wanted);
  for await (const { workflow_runs } of parts.github.pages(path, runsShape, { ...query, per_page: perPage })) {
    seen += workflow_runs.length;
    items.push(
      ...workflow_runs.map((run) => buildOf(run, repository, parts)).filter((build) => isMeant(build, filter)),
    );
    if (items.length > filter.most) break;
    if (seen >= mostSeen) return { items, hasMore: true };
  }
  return { items, hasMore: false };
}

function isMeant({ state, outcome }: Build, { states, outcomes }: BuildFilter): boolean {
  if (states !== undefined && !states.includes(state)) return false;
  return outcomes === undefined || (outcome !== undefined && outcomes.includes(outcome));
}
