import type { Build, BuildName } from '../../context/builds.ts';
import type { Clock } from '../../context/host.ts';
import type { Teamcity } from './ask.ts';
import { buildFields } from './fields.ts';
import { fullName, isUnclear, readBuild, spaced } from './read.ts';
import { type BuildShape, buildShape } from './shapes.ts';

export interface FindParts {
  teamcity: Teamcity;
  clock: Pick<Clock, 'now' | 'sleep'>;
}

/** How often it is looked again at a build that has ended nobody knows how, and the milliseconds between. */
const [looks, pause] = [5, 500];

/** Its number is its identifier, which it has from the queue on and for good. */
export async function findBuild(name: BuildName, { teamcity, clock }: FindParts): Promise<Build | undefined> {
  for (let look = 1; ; look++) {
    const found = await findShape(name, teamcity);
    if (found === undefined || look === looks || !isUnclear(found)) return found && readBuild(found, clock.now());
    await clock.sleep(pause);
  }
}

async function findShape({ job, number }: BuildName, teamcity: Teamcity): Promise<BuildShape | undefined> {
  if (!/^\d+$/.test(number)) return undefined;
  const found = await teamcity.find(`/app/rest/builds/id:${number}`, buildShape, { fields: buildFields });
  if (found === undefined || found.buildTypeId === job) return found;
  // The number is of another job: what was typed is of none.
  return fullName(found.buildType ?? {}) === spaced(job) ? found : undefined;
}
