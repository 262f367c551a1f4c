import type { Build, BuildName } from '../../context/builds.ts';
import { OpsError } from '../../context/errors.ts';
import { formatLine } from '../../context/line.ts';
import { read } from './ask.ts';
import { faultOf } from './fault.ts';
import { buildFields } from './fields.ts';
import { type FindParts, findBuild } from './find.ts';
import { identify } from './jobs.ts';
import { readBuild } from './read.ts';
import { buildShape } from './shapes.ts';

const queuePath = '/app/rest/buildQueue';
const comment = 'by ops';

export interface Starting {
  job: string;
  parameters: Readonly<Record<string, string>>;
  branch: string | undefined;
}

export async function startBuild(starting: Starting, parts: FindParts): Promise<Build> {
  const { teamcity, clock } = parts;
  const id = await identify(starting.job, teamcity);
  if (id === undefined) throw noJob(starting.job);
  const property = Object.entries(starting.parameters).map(([name, value]) => ({ name, value }));
  const json = {
    buildType: { id },
    ...(starting.branch === undefined ? {} : { branchName: starting.branch }),
    ...(property.length === 0 ? {} : { properties: { property } }),
    comment: { text: `Started ${comment}` },
  };
  const query = { fields: buildFields };
  const answer = await teamcity.client(queuePath, {
    ...{ method: 'POST', redirect: 'manual', json, query },
    takes: [400, 404],
  });
  if (answer.status === 404) throw noJob(starting.job);
  if (answer.status === 400) {
    const why = faultOf(answer.text) || 'it does not say why';
    throw new OpsError('failed', `TeamCity puts no build of ${id} in its queue: ${why}`, {
      hint: formatLine(['builds', '--job', id]),
    });
  }
  return readBuild(read(buildShape, answer, queuePath), clock.now());
}

const noJob = (job: string): OpsError =>
  new OpsError('failed', `TeamCity has no build configuration ${job}`, { hint: 'ops builds' });

/** What waits is taken out of the queue; where it has begun meanwhile, it is ended. */
export async function stopBuild(name: BuildName, parts: FindParts): Promise<boolean> {
  const build = await findBuild(name, parts);
  if (build?.state === 'queued') {
    if (await cancel(queuePath, build, parts)) return true;
    return (await findBuild(build, parts))?.state === 'running' && cancel('/app/rest/builds', build, parts);
  }
  return build?.state === 'running' && cancel('/app/rest/builds', build, parts);
}

/** False where there is nothing of that kind. */
async function cancel(path: string, { number }: BuildName, { teamcity }: FindParts): Promise<boolean> {
  const json = { comment: `Stopped ${comment}`, readdIntoQueue: false };
  const answer = await teamcity.client(`${path}/id:${number}`, {
    ...{ method: 'POST', redirect: 'manual', json },
    takes: [404],
  });
  return answer.status !== 404;
}
