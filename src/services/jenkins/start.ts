import type { Build, BuildName } from '../../context/builds.ts';
import { OpsError } from '../../context/errors.ts';
import { formatLine } from '../../context/line.ts';
import { type FindParts, findBuild } from './find.ts';
import { jobPath, queueNumber, queueNumberOf } from './names.ts';

/** How often it is looked for what left the queue, and the milliseconds between. */
const [looks, pause] = [12, 500];

/** Values go in the body: an address is written into logs. */
export async function startBuild(
  job: string,
  parameters: Readonly<Record<string, string>>,
  parts: FindParts,
): Promise<Build> {
  const hasAny = Object.keys(parameters).length > 0;
  const path = `${jobPath(job)}/${hasAny ? 'buildWithParameters' : 'build'}`;
  let answer = await parts.jenkins.post(path, { form: parameters, takes: [400, 404, 409] });
  // A job with parameters takes them all from its defaults, another way.
  if (answer.status === 400 && !hasAny) {
    answer = await parts.jenkins.post(`${jobPath(job)}/buildWithParameters`, { form: {}, takes: [404, 409] });
  }
  const { status, headers } = answer;
  if (status === 404) throw new OpsError('failed', `Jenkins has no job ${job}`, { hint: 'ops builds' });
  if (status === 409) throw new OpsError('failed', `${job} takes no builds: it is switched off in Jenkins`);
  if (status === 400) throw new OpsError('usage', `${job} takes no parameters`);
  // 303: an equal one stands in the queue already, and is the one.
  const number = queueNumberOf(headers.get('location'));
  if (number === undefined) {
    throw new OpsError('failed', `Jenkins put no build of ${job} in its queue (${status})`, {
      hint: `ops builds-queue: it may have one already that this one would be equal to`,
    });
  }
  const found = await findStarted({ job, number: `q${number}` }, parameters, parts);
  if (found !== undefined) return found;
  throw new OpsError('failed', `Jenkins put a build of ${job} in its queue (${number}), where it is not any more`, {
    hint: formatLine(['builds', '--job', job]),
  });
}

/** It is there: where Jenkins does not show it just now, nobody is to start it once more. */
async function findStarted(
  name: BuildName,
  parameters: Readonly<Record<string, string>>,
  parts: FindParts,
): Promise<Build | undefined> {
  try {
    return await findBuild(name, parts);
  } catch (error) {
    if (!(error instanceof OpsError) || error.outcome !== 'unavailable') throw error;
    const unknown = { url: '', branch: undefined, commit: undefined, ms: undefined, expected: undefined };
    const unseen = { ...unknown, outcome: undefined, why: undefined, by: undefined, changes: [] };
    return { ...name, ...unseen, state: 'queued', at: parts.clock.now(), parameters };
  }
}

export async function stopBuild(name: BuildName, parts: FindParts): Promise<boolean> {
  const queued = queueNumber(name.number);
  if (queued === undefined) return stopBegun(name, parts);
  const { status } = await parts.jenkins.post(`/queue/cancelItem?id=${queued}`, { takes: [404, 422, 500] });
  if (status === 422) throw new OpsError('denied', `Jenkins lets this user not take ${name.job} out of its queue`);
  if (status !== 404 && status !== 500) return true;
  return stopLeft(name, parts);
}

/** What has just left the queue is no build yet: for a moment there is nothing to end. */
async function stopLeft(name: BuildName, parts: FindParts): Promise<boolean> {
  for (let look = 1; ; look++) {
    const build = await findBuild(name, parts);
    if (build?.state === 'running') return stopBegun(build, parts);
    if (build?.state !== 'queued') return false;
    if (look === looks)
      throw new OpsError('failed', `Jenkins did not take ${name.job}#${name.number} out of its queue`);
    await parts.clock.sleep(pause);
  }
}

async function stopBegun({ job, number }: BuildName, parts: FindParts): Promise<boolean> {
  const build = await findBuild({ job, number }, parts);
  if (build?.state !== 'running') return false;
  const { status } = await parts.jenkins.post(`${jobPath(job)}/${number}/stop`, { takes: [404] });
  return status !== 404;
}
