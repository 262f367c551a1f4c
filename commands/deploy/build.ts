import type { Context, Inline, JobDeployConfig } from '../../src/index.ts';
import type { Brought } from './driver.ts';
import { asFields, fill, fillAll } from './fill.ts';

/** A job of a system that builds. */
export interface BuildWay {
  system: string;
  job: string;
  parameters: Record<string, string>;
  branch?: string;
}

export async function planBuild(
  system: string,
  { job, parameters, ref }: JobDeployConfig,
  brought: Brought,
  context: Context,
): Promise<BuildWay> {
  const branch = ref === undefined ? {} : { branch: fill(ref, brought) };
  const wanted = { system, job: fill(job, brought), parameters: fillAll(parameters, brought), ...branch };
  const { planRelease } = await import('../builds/release.ts');
  return planRelease(wanted, brought.app, context);
}

export const previewBuild = ({ system, job, parameters, branch }: BuildWay): Record<string, Inline> => ({
  builds: `${job} (${system})`,
  ...(branch === undefined ? {} : { 'of branch': branch }),
  ...asFields(parameters),
});

export async function runBuild(way: BuildWay, brought: Brought, context: Context): Promise<{ link?: string }> {
  const { app, environment, version, previous } = brought;
  const what = `${app} ${version} may be half in ${environment}`;
  const back = previous === '' ? undefined : `ops rollback ${environment} --app ${app}`;
  const { runRelease } = await import('../builds/release.ts');
  return runRelease(way, { what, back }, context);
}
