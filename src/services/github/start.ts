import type { Build, BuildName } from '../../context/builds.ts';
import { OpsError } from '../../context/errors.ts';
import { formatLine } from '../../context/line.ts';
import { buildOf, findPlace } from './find.ts';
import { type FoundJob, findJob } from './jobs.ts';
import { type GitHubParts, runPath } from './parts.ts';
import { type RunShape, repositoryShape, runShape, runsShape, startedShape } from './shapes.ts';

type Parameters = Readonly<Record<string, string>>;

/** Looks for a run that was just started, one a second. */
const mostLooks = 8;

export async function startBuild(
  job: string,
  inputs: Parameters,
  branch: string | undefined,
  parts: GitHubParts,
): Promise<Build> {
  const found = await findJob(job, parts);
  if (found === undefined) throw new OpsError('failed', `GitHub has no job ${job}`, { hint: 'ops builds' });
  const { github } = parts;
  const { repository } = found;
  const ref = branch ?? (await github.get(`/repos/${repository}`, repositoryShape)).default_branch;
  const [newest] = await dispatched(found, parts);
  const path = `/repos/${repository}/actions/workflows/${found.found.id}/dispatches`;
  const json = { ref, inputs, return_run_details: true };
  const answer = await github.ask(path, { method: 'POST', json });
  // Older ones answer with nothing.
  const run =
    answer.status === 204
      ? await findStarted(found, newest, parts)
      : await readStarted(found, github.read(startedShape, answer, path).workflow_run_id, parts);
  return { ...buildOf(run, repository, parts), parameters: inputs };
}

/** Runs started by hand, newest first. */
async function dispatched({ repository, found }: FoundJob, { github }: GitHubParts): Promise<readonly RunShape[]> {
  const path = `/repos/${repository}/actions/workflows/${found.id}/runs`;
  return (await github.get(path, runsShape, { event: 'workflow_dispatch', per_page: 10 })).workflow_runs;
}

async function readStarted(
  { repository, name: job }: FoundJob,
  id: number,
  { github, clock }: GitHubParts,
): Promise<RunShape> {
  for (let look = 1; ; look++) {
    const run = await github.find(runPath({ repository, id }), runShape).catch(away);
    if (run !== undefined) return run;
    if (look >= mostLooks)
      throw new OpsError('failed', `GitHub started run ${id} of ${repository}, and does not show it`, {
        hint: `see whether it goes on before you type it again: ops builds --job ${job}`,
      });
    await clock.sleep(1000);
  }
}

/** It is there: where GitHub does not show it just now, nobody is to start it once more. */
function away(error: unknown): undefined {
  if (!(error instanceof OpsError) || error.outcome !== 'unavailable') throw error;
}

async function findStarted(job: FoundJob, newest: RunShape | undefined, parts: GitHubParts): Promise<RunShape> {
  for (let look = 1; look <= mostLooks; look++) {
    const started = (await dispatched(job, parts)).filter(({ id }) => id > (newest?.id ?? 0));
    const [run, other] = started;
    if (run !== undefined && other === undefined) return run;
    if (run !== undefined) {
      const words = started.map(({ run_number }) => `${job.name}#${run_number}`).join(', ');
      throw new OpsError('failed', `GitHub started ${job.name}, and does not say which of these it is: ${words}`, {
        hint: formatLine(['builds', '--job', job.name]),
      });
    }
    await parts.clock.sleep(1000);
  }
  throw new OpsError('failed', `GitHub took ${job.name} to start it, and has no run of it yet`, {
    hint: formatLine(['builds', '--job', job.name]),
  });
}

/** False where it has ended, or is gone. */
export async function stopBuild(name: BuildName, parts: GitHubParts): Promise<boolean> {
  const place = await findPlace(name, parts);
  if (place === undefined) return false;
  const { status } = await parts.github.ask(`${runPath(place)}/cancel`, { method: 'POST', takes: [404, 409] });
  if (status !== 409) return status === 202;
  const run = await parts.github.find(runPath(place), runShape);
  if (run === undefined || run.status === 'completed') return false;
  throw new OpsError('failed', `GitHub does not cancel ${name.job}#${name.number} while it is ${run.status}`, {
    hint: run.html_url,
  });
}
