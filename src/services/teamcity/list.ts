import type { Bounded, Build, BuildFilter, BuildState } from '../../context/builds.ts';
import { buildsFields, newestFields } from './fields.ts';
import type { FindParts } from './find.ts';
import { identify } from './jobs.ts';
import { branchOf, type Locator, locatorOf } from './locator.ts';
import { readBuild } from './read.ts';
import { buildsShape, newestShape } from './shapes.ts';

const perPage = 100;
const mostPages = 100;
/** Builds that TeamCity looks through for those that are meant, where no job is named. */
const lookupLimit = 5000;
/** Jobs whose newest build is asked for, a page at a time. */
const [jobsPerPage, mostPagesOfJobs] = [50, 10];

const all: readonly BuildState[] = ['queued', 'running', 'ended'];
const words: Readonly<Record<BuildState, string>> = { queued: 'queued', running: 'running', ended: 'finished' };

/** Of one job all of them; without one, what is queued, what runs, and the newest of each job. */
export async function listBuilds(filter: BuildFilter, parts: FindParts): Promise<Bounded<Build>> {
  const { most, states = all } = filter;
  const job = filter.job === undefined ? undefined : await identify(filter.job, parts.teamcity);
  if (filter.job !== undefined && job === undefined) return { items: [], hasMore: false };
  const isOfAll = job === undefined && states.includes('ended') && filter.outcomes === undefined;
  const begun = isOfAll ? states.filter((state) => state !== 'ended') : states;
  const found = begun.length === 0 ? [] : await listByLocator({ ...filter, states: begun, job }, parts);
  const newest = isOfAll ? await listNewest(filter, parts) : { items: [], hasMore: false };
  const sorted = [...found, ...newest.items].sort(byState);
  return { items: sorted.slice(0, most), hasMore: sorted.length > most || newest.hasMore };
}

/** What waits, what runs, what has ended, each with the newest first. */
const byState = (one: Build, other: Build): number =>
  all.indexOf(one.state) - all.indexOf(other.state) ||
  other.at.getTime() - one.at.getTime() ||
  Number(other.number) - Number(one.number);

async function listByLocator(filter: BuildFilter, { teamcity, clock }: FindParts): Promise<Build[]> {
  const query = { locator: locatorOf(wanted(filter)), fields: buildsFields };
  const found: Build[] = [];
  for await (const { build } of teamcity.pages('/app/rest/builds', buildsShape, query, mostPages)) {
    const read = (build ?? []).map((one) => readBuild(one, clock.now()));
    found.push(...read.filter((one) => isMeant(one, filter)));
    if (found.length > filter.most) break;
  }
  return found;
}

function isMeant({ outcome }: Build, { outcomes }: BuildFilter): boolean {
  return outcomes === undefined || (outcome !== undefined && outcomes.includes(outcome));
}

/** What TeamCity leaves out of its own accord (what runs, waits, was cancelled, is of a branch) is asked for. */
function wanted({ job, branch, states = all, outcomes, most }: BuildFilter): Locator {
  const status = statusOf(outcomes);
  return {
    ...(job === undefined ? { lookupLimit } : { buildType: { id: job } }),
    defaultFilter: false,
    branch: branchOf(branch),
    state: Object.fromEntries(states.map((state) => [words[state], true])),
    status,
    // Those that are not meant are left out afterwards.
    count: outcomes === undefined || status !== undefined ? Math.min(most + 1, perPage) : perPage,
  };
}

function statusOf(outcomes: BuildFilter['outcomes']): string | undefined {
  if (outcomes?.every((one) => one === 'ok') === true) return 'SUCCESS';
  return outcomes?.every((one) => one === 'failed' || one === 'unstable') === true ? 'FAILURE' : undefined;
}

/** Of so many jobs; where there are more, it is said. */
async function listNewest({ branch }: BuildFilter, { teamcity, clock }: FindParts): Promise<Bounded<Build>> {
  const items: Build[] = [];
  let hasMore = false;
  const query = { locator: locatorOf({ count: jobsPerPage }), fields: newestFields(branchOf(branch)) };
  for await (const page of teamcity.pages('/app/rest/buildTypes', newestShape, query, mostPagesOfJobs)) {
    const builds = (page.buildType ?? []).flatMap((one) => one.builds?.build ?? []);
    items.push(...builds.map((one) => readBuild(one, clock.now())));
    hasMore = Boolean(page.nextHref);
  }
  return { items, hasMore };
}
