import type { Bounded, Job, JobDetails, JobFilter } from '../../context/builds.ts';
import type { Teamcity } from './ask.ts';
import { jobFields, jobsFields } from './fields.ts';
import { type Locator, locatorOf } from './locator.ts';
import { fullName, readJob, readJobDetails, spaced } from './read.ts';
import { type BuildTypeShape, buildTypesShape } from './shapes.ts';

const path = '/app/rest/buildTypes';
/** Each is asked for its last builds as well. */
const perPage = 100;
const mostPages = 100;
/** Those of one name that are looked through for their projects. */
const mostOfOneName = 100;

/** What TeamCity gives as an identifier. */
const isIdentifier = (name: string): boolean => /^[A-Za-z]\w*$/.test(name);

export async function listJobs({ search = '', most }: JobFilter, teamcity: Teamcity): Promise<Bounded<Job>> {
  const words = search.toLowerCase();
  const found: Job[] = [];
  const query = { locator: locatorOf({ count: Math.min(most + 1, perPage) }), fields: jobsFields };
  for await (const { buildType } of teamcity.pages(path, buildTypesShape, query, mostPages)) {
    const meant = (buildType ?? []).filter(
      (one) => one.id.toLowerCase().includes(words) || fullName(one).includes(words),
    );
    found.push(...meant.map(readJob));
    if (found.length > most) break;
  }
  return { items: found.slice(0, most), hasMore: found.length > most };
}

/** By its identifier (`Web_Deploy`), else by its project and name (`Web / Deploy`), else what a project holds. */
export async function findJob(name: string, teamcity: Teamcity): Promise<JobDetails | undefined> {
  const found = isIdentifier(name) ? (await findTypes({ id: name }, 1, teamcity))[0] : await findByName(name, teamcity);
  if (found !== undefined) return readJobDetails(found);
  if (!isIdentifier(name)) return undefined;
  const within = await findTypes({ affectedProject: { id: name } }, perPage, teamcity);
  if (within.length === 0) return undefined;
  const [url, jobs] = ['', within.map(({ id }) => id)];
  return { name, url, last: undefined, isRunning: false, isOff: false, jobs, parameters: [], health: [] };
}

/** The identifier of a job that is typed in either way; undefined where there is none. */
export async function identify(name: string, teamcity: Teamcity): Promise<string | undefined> {
  return isIdentifier(name) ? name : (await findByName(name, teamcity))?.id;
}

/** A name may hold slashes, as those of projects do: each of them may be the one between the two. */
async function findByName(name: string, teamcity: Teamcity): Promise<BuildTypeShape | undefined> {
  const parts = name.split('/');
  for (let own = 1; own < parts.length; own++) {
    const last = parts.slice(-own).join('/').trim();
    if (last === '') continue;
    const named = await findTypes({ name: last }, mostOfOneName, teamcity);
    const found = named.find((one) => fullName(one) === spaced(name));
    if (found !== undefined) return found;
  }
  return undefined;
}

async function findTypes(wanted: Locator, count: number, teamcity: Teamcity): Promise<BuildTypeShape[]> {
  const query = { locator: locatorOf({ ...wanted, count }), fields: jobFields };
  return (await teamcity.find(path, buildTypesShape, query))?.buildType ?? [];
}
