import { type BuildDeployConfig, type Context, type Inline, OpsError } from '../../src/index.ts';
import type { Brought } from './driver.ts';
import { fill } from './fill.ts';

/** A job of a system that builds. */
export interface BuildWay {
  system: string;
  job: string;
  parameters: Record<string, string>;
}

export async function planBuild(deploy: BuildDeployConfig, brought: Brought, context: Context): Promise<BuildWay> {
  const [[system, settings] = []] = Object.entries(deploy);
  if (system === undefined || settings === undefined) throw new OpsError('bug', 'nothing says how to deploy');
  const filled = Object.entries(settings.parameters).map(([name, value]) => [name, fill(value, brought)]);
  const wanted = { system, job: fill(settings.job, brought), parameters: Object.fromEntries(filled) };
  const { planRelease } = await import('../builds/release.ts');
  return planRelease(wanted, brought.app, context);
}

export const previewBuild = ({ system, job, parameters }: BuildWay): Record<string, Inline> => ({
  builds: `${job} (${system})`,
  ...parameters,
});

export async function runBuild(way: BuildWay, brought: Brought, context: Context): Promise<{ link?: string }> {
  const { app, environment, version, previous } = brought;
  const what = `${app} ${version} may be half in ${environment}`;
  const back = previous === '' ? undefined : `ops rollback ${environment} --app ${app}`;
  const { runRelease } = await import('../builds/release.ts');
  return runRelease(way, { what, back }, context);
}
