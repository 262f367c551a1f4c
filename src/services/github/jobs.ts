import type { Bounded, Job, JobDetails, JobFilter } from '../../context/builds.ts';
import { type JobPlace, placeOf, shortName, workflowName } from './names.ts';
import type { GitHubParts } from './parts.ts';
import { readRun } from './read.ts';
import { environmentsShape, repositoryShape, runsShape, type WorkflowShape, workflowsShape } from './shapes.ts';
import { readInputs, readParameters, takesEnvironment } from './workflow.ts';

/** Workflows of a repository that are looked at. */
const mostWorkflows = 500;

/** All workflows of a repository, deleted ones aside. */
function workflowsOf(repository: string, { github, memory }: GitHubParts): Promise<readonly WorkflowShape[]> {
  const known = memory.workflows.get(repository) ?? list();
  memory.workflows.set(repository, known);
  return known;

  async function list(): Promise<readonly WorkflowShape[]> {
    const found: WorkflowShape[] = [];
    for await (const { workflows } of github.pages(`/repos/${repository}/actions/workflows`, workflowsShape)) {
      found.push(...workflows.filter(({ state }) => state !== 'deleted'));
      if (found.length >= mostWorkflows) break;
    }
    return found;
  }
}

export interface FoundJob extends JobPlace {
  workflow: string;
  /** As people call it, however it was typed. */
  name: string;
  found: WorkflowShape;
}

/** The workflow of that name; undefined where there is none. */
export async function findJob(job: string, parts: GitHubParts): Promise<FoundJob | undefined> {
  const place = placeOf(job, parts.repositories);
  if (place?.workflow === undefined) return undefined;
  const { repository, workflow } = place;
  const all = await workflowsOf(repository, parts);
  const found =
    all.find(({ path }) => path.endsWith(`/${workflow}`)) ?? all.find(({ path }) => workflowName(path) === workflow);
  if (found === undefined) return undefined;
  return { repository, workflow, found, name: nameOf(repository, found, parts) };
}

/** Its workflows, by name. */
export async function jobsOfRepository(
  repository: string,
  parts: GitHubParts,
): Promise<{ name: string; id: number }[]> {
  const all = await workflowsOf(repository, parts);
  return all.map((found) => ({ name: nameOf(repository, found, parts), id: found.id }));
}

const nameOf = (repository: string, { path }: WorkflowShape, { repositories }: GitHubParts): string =>
  `${shortName(repository, repositories)}/${workflowName(path)}`;

export async function listJobs({ search = '', most }: JobFilter, parts: GitHubParts): Promise<Bounded<Job>> {
  const all = await Promise.all(
    parts.repositories.map(async (repository) =>
      (await workflowsOf(repository, parts)).map((found) => ({
        repository,
        found,
        name: nameOf(repository, found, parts),
      })),
    ),
  );
  const meant = all.flat().filter(({ name }) => name.toLowerCase().includes(search.toLowerCase()));
  const jobs = meant.slice(0, most).map(
    ({ name, found }): Job => ({
      name,
      url: found.html_url ?? '',
      last: undefined,
      isRunning: false,
      isOff: found.state !== 'active',
    }),
  );
  return { items: jobs, hasMore: meant.length > most };
}

export async function describeJob(name: string, parts: GitHubParts): Promise<JobDetails | undefined> {
  const place = placeOf(name, parts.repositories);
  if (place !== undefined && place.workflow === undefined) return describeRepository(place.repository, parts);
  const job = await findJob(name, parts);
  if (job === undefined) return undefined;
  const { found, repository } = job;
  const [inputs, latest] = await Promise.all([inputsOf(job, parts), newestRuns(job, parts)]);
  const environments = inputs !== undefined && takesEnvironment(inputs) ? await environmentsOf(repository, parts) : [];
  const whyOff = whyItIsOff(found, inputs !== undefined);
  return {
    name: job.name,
    url: found.html_url ?? '',
    last: latest.find(({ state }) => state === 'ended')?.outcome,
    isRunning: latest.some(({ state }) => state === 'running'),
    isOff: whyOff !== undefined,
    ...(whyOff === undefined ? {} : { whyOff }),
    jobs: undefined,
    parameters: inputs === undefined ? [] : readParameters(inputs, environments),
    health: [],
  };
}

async function describeRepository(repository: string, parts: GitHubParts): Promise<JobDetails> {
  const workflows = await workflowsOf(repository, parts);
  const { html_url } = await parts.github.get(`/repos/${repository}`, repositoryShape);
  return {
    ...{ name: shortName(repository, parts.repositories), url: html_url, last: undefined },
    ...{ isRunning: false, isOff: false, parameters: [], health: [] },
    jobs: workflows.map((found) => nameOf(repository, found, parts)),
  };
}

function whyItIsOff({ state, path }: WorkflowShape, isDispatched: boolean): string | undefined {
  if (state === 'disabled_inactivity')
    return 'GitHub switched it off, since nothing happened in the repository for long';
  if (state !== 'active') return 'it is switched off in GitHub';
  return isDispatched ? undefined : `${path} has no workflow_dispatch under on:`;
}

/** What it is told when it starts, of the default branch; undefined where it is not started by hand. */
async function inputsOf({ repository, found }: FoundJob, { github, parseYaml }: GitHubParts) {
  if (!found.path.startsWith('.github/')) return undefined;
  const file = found.path.split('/').map(encodeURIComponent).join('/');
  const { text } = await github.ask(`/repos/${repository}/contents/${file}`, {
    headers: { accept: 'application/vnd.github.raw+json' },
  });
  return readInputs(await parseYaml(text, `${found.path} of ${repository}`));
}

/** Undefined where the token may not see them. */
async function environmentsOf(repository: string, { github }: GitHubParts): Promise<string[] | undefined> {
  const path = `/repos/${repository}/environments`;
  const answer = await github.ask(path, { query: { per_page: 100 }, takes: [403, 404] });
  if (answer.status !== 200) return undefined;
  return (github.read(environmentsShape, answer, path).environments ?? []).map(({ name }) => name);
}

async function newestRuns({ repository, found }: FoundJob, { github, repositories, clock }: GitHubParts) {
  const path = `/repos/${repository}/actions/workflows/${found.id}/runs`;
  const { workflow_runs } = await github.get(path, runsShape, { per_page: 5 });
  return workflow_runs.map((run) => readRun(run, repository, repositories, clock.now()));
}
