import { type Context, formatLine, OpsError } from '../../src/index.ts';
import { followBuild } from './follow.ts';
import { buildWord, requireJob } from './name.ts';
import { readParameters } from './parameters.ts';
import { stateWord } from './show.ts';

/** A job that releases, and what it is told. */
export interface Releasing {
  system: string;
  job: string;
  parameters: Record<string, string>;
  /** The branch or tag whose job it is. */
  branch?: string;
}

/** The job must be there, and take what it is to be told: that is found out before anything runs. */
export async function planRelease(wanted: Releasing, app: string, context: Context): Promise<Releasing> {
  const builds = await context.services.builds(wanted.system);
  const words = Object.entries(wanted.parameters).map(([name, value]) => `${name}=${value}`);
  try {
    const job = await requireJob(builds, wanted.job);
    return { ...wanted, job: job.name, parameters: readParameters(words, job) };
  } catch (error) {
    if (!(error instanceof OpsError) || error.outcome !== 'usage') throw error;
    const hint = `see apps.${app}.deploy in ops config`;
    throw new OpsError('config', `${app} is deployed by ${builds.system}: ${error.message}`, { hint });
  }
}

/** `what` may be half there where it does not end well, and `back` is the line that returns to what was there before. */
export async function runRelease(
  { system, job, parameters, branch }: Releasing,
  { what, back }: { what: string; back: string | undefined },
  context: Context,
): Promise<{ link?: string }> {
  const builds = await context.services.builds(system);
  const build = await followBuild(await builds.start(job, parameters, branch), builds, context);
  if (build.outcome === 'ok') return build.url === '' ? {} : { link: build.url };
  const word = buildWord(build);
  if (build.number.startsWith('q')) {
    throw new OpsError('failed', `${word} was taken out of the queue: nothing was run`, {
      hint: 'type it again',
      details: { build: word, link: build.url },
    });
  }
  throw new OpsError('failed', `${word} ended ${stateWord(build)}: ${what}`, {
    hint: back ?? formatLine(['builds-log', word]),
    details: { build: word, link: build.url },
  });
}
