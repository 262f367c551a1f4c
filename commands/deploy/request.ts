import { type Context, type DeploymentConfig, type Inline, OpsError } from '../../src/index.ts';
import type { Brought } from './driver.ts';
import { asFields, fill, fillAll } from './fill.ts';

/** A deployment that a system is asked for, and that somebody else carries out. */
export interface RequestWay {
  system: string;
  /** Where it is kept: `acme/shop`. */
  repository: string;
  /** What the system calls the environment. */
  place: string;
  task: string;
  payload: Record<string, string>;
  contexts?: readonly string[];
}

export async function planRequest(
  system: string,
  { deployment: { repository: named, environment, task, payload, contexts } }: DeploymentConfig,
  brought: Brought,
  context: Context,
): Promise<RequestWay> {
  const { deployments } = await import('./follow-request.ts');
  const repository = await (await deployments(system, context)).repository(named);
  const filled = { place: fill(environment, brought), task: fill(task, brought), payload: fillAll(payload, brought) };
  return { system, repository, ...filled, ...(contexts === undefined ? {} : { contexts }) };
}

export const previewRequest = ({ system, repository, place, task, payload }: RequestWay): Record<string, Inline> => ({
  deployment: `${task} to ${place} (${system} ${repository})`,
  ...asFields(payload),
});

export async function runRequest(way: RequestWay, brought: Brought, context: Context): Promise<{ link?: string }> {
  const { app, environment, commit, version, previous } = brought;
  const { deployments, followRequest } = await import('./follow-request.ts');
  const system = await deployments(way.system, context);
  const { repository, place, task, payload, contexts } = way;
  const description = `${app} ${version} by ${context.actor.name}, run ${context.run ?? 'of nobody'}`;
  const wanted = { repository, commit, environment: place, task, payload, contexts, description };
  const { state, outcome, link } = await followRequest(await system.start(wanted), system, context);
  if (outcome === 'ok') return link === undefined ? {} : { link };
  const back = previous === '' ? `ops deploy ${environment} --app ${app}` : `ops rollback ${environment} --app ${app}`;
  throw new OpsError('failed', `the deployment ended ${state}: ${app} ${version} may be half in ${environment}`, {
    hint: back,
    details: { link },
  });
}
