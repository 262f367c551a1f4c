import {
  type Build,
  type BuildName,
  type Builds,
  formatLine,
  type JobDetails,
  nearest,
  OpsError,
} from '../../src/index.ts';

/** `web/deploy#17`; what waits in a queue is `web/deploy#q5`, and a job alone means its newest build. */
export function parseBuildName(typed: string): { job: string; number: string | undefined } {
  const [, job, number] = /^(.+)#(q?\d+)$/.exec(typed) ?? [];
  return { job: (job ?? typed).replace(/^\/+|\/+$/g, ''), number };
}

export const buildWord = ({ job, number }: BuildName): string => `${job}#${number}`;

const mostJobs = 1000;

/** The job of that name; throws `usage` with the nearest names where there is none, and with what a folder holds. */
export async function requireJob(builds: Builds, name: string): Promise<JobDetails> {
  const job = await builds.job(name);
  if (job?.jobs !== undefined) {
    const [first = ''] = job.jobs;
    throw new OpsError('usage', `${name} is a folder of ${builds.system}: ${job.jobs.slice(0, 10).join(', ')}`, {
      hint: first === '' ? 'ops builds' : `one of these: ${first}`,
    });
  }
  if (job !== undefined) return job;
  const { items } = await builds.jobs({ most: mostJobs });
  throw new OpsError('usage', `${builds.system} has no job ${name}`, {
    hint: suggestion(
      name,
      items.map((one) => one.name),
    ),
  });
}

function suggestion(typed: string, names: readonly string[]): string {
  const last = (name: string): string => name.slice(name.lastIndexOf('/') + 1);
  const inFolders = names.filter((name) => last(name) === last(typed));
  const near = [...new Set([...inFolders, ...nearest(typed, names)])].slice(0, 3);
  if (near.length > 0) return `did you mean ${near.join(' or ')}?`;
  return names.length === 0
    ? 'this user sees no job at all'
    : `ops builds lists them: ${names.slice(0, 3).join(', ')} …`;
}

/** The build that is meant; throws where it is not there. */
export async function requireBuild(builds: Builds, typed: string): Promise<Build> {
  const { job, number } = parseBuildName(typed);
  if (number !== undefined) {
    const found = await builds.build({ job, number });
    if (found !== undefined) return found;
    await requireJob(builds, job);
    throw new OpsError('failed', `${builds.system} has no build ${job}#${number}: it was deleted, or never was`, {
      hint: formatLine(['builds', '--job', job]),
    });
  }
  const [newest] = (await builds.builds({ job, most: 1 })).items;
  if (newest !== undefined) return newest;
  await requireJob(builds, job);
  throw new OpsError('failed', `${job} has no builds yet`, { hint: formatLine(['builds-start', job]) });
}
