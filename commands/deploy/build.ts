import { type BuildDeployConfig, type Context, type Inline, OpsError } from '../../src/index.ts';
import { followBuild } from '../builds/follow.ts';
import { buildWord, requireJob } from '../builds/name.ts';
import { readParameters } from '../builds/parameters.ts';
import { stateWord } from '../builds/show.ts';
import type { Brought } from './driver.ts';
import { fill } from './fill.ts';

/** A job of a system that builds. */
export interface BuildWay {
  system: string;
  job: string;
  parameters: Record<string, string>;
}

/** The job must be there, and take what it is to be told: that is found out before anything runs. */
export async function planBuild(deploy: BuildDeployConfig, brought: Brought, context: Context): Promise<BuildWay> {
  const [[system, settings] = []] = Object.entries(deploy);
  if (system === undefined || settings === undefined) throw new OpsError('bug', 'nothing says how to deploy');
  const builds = await context.services.builds(system);
  const words = Object.entries(settings.parameters).map(([name, value]) => `${name}=${fill(value, brought)}`);
  try {
    const job = await requireJob(builds, fill(settings.job, brought));
    return { system, job: job.name, parameters: readParameters(words, job) };
  } catch (error) {
    if (!(error instanceof OpsError) || error.outcome !== 'usage') throw error;
    const hint = `see apps.${brought.app}.deploy in ops config`;
    throw new OpsError('config', `${brought.app} is deployed by ${builds.system}: ${error.message}`, { hint });
  }
}

export const previewBuild = ({ system, job, parameters }: BuildWay): Record<string, Inline> => ({
  builds: `${job} (${system})`,
  ...parameters,
});

export async function runBuild(
  { system, job, parameters }: BuildWay,
  { app, environment, version, previous }: Brought,
  context: Context,
): Promise<{ link?: string }> {
  const builds = await context.services.builds(system);
  const build = await followBuild(await builds.start(job, parameters), builds, context);
  if (build.outcome === 'ok') return build.url === '' ? {} : { link: build.url };
  const word = buildWord(build);
  throw new OpsError('failed', `${word} ended ${stateWord(build)}: ${app} ${version} may be half in ${environment}`, {
    hint: previous === '' ? `ops builds-log '${word}'` : `ops rollback ${environment} --app ${app}`,
    details: { build: word, link: build.url },
  });
}
