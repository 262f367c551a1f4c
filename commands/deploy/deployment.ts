import type { Fact } from '../../src/index.ts';

/** What the journal holds of one attempt to put a version somewhere. */
export interface Deployment {
  commit: string;
  version: string;
  ref: string;
  command: 'deploy' | 'rollback' | 'promote';
  state: 'started' | 'live' | 'failed' | 'unhealthy';
  run: string;
  by: string;
  at: Date;
}

export interface Timeline {
  /** What serves now, as far as deploys through `ops` tell. */
  live: Deployment | undefined;
  /** What a rollback would return to. */
  before: Deployment | undefined;
  /** The newest attempt where it did not become live. */
  troubled: Deployment | undefined;
}

export function readDeployment({ data, run, actor, at }: Fact): Deployment {
  return { ...(data as Pick<Deployment, 'commit' | 'version' | 'ref' | 'command' | 'state'>), run, by: actor.name, at };
}

/**
 * A stack: a deploy goes on top, a rollback takes the top away. So two rollbacks go back two versions, and never forth
 * to the version that was just left.
 */
export function timelineOf(newestFirst: readonly Fact[]): Timeline {
  const stack: Deployment[] = [];
  let troubled: Deployment | undefined;
  for (const deployment of newestFirst.map(readDeployment).reverse()) {
    troubled = deployment.state === 'live' ? undefined : deployment;
    if (deployment.state !== 'live') continue;
    if (deployment.command === 'rollback') stack.pop();
    if (stack.at(-1)?.commit === deployment.commit) stack.pop();
    stack.push(deployment);
  }
  const live = stack.at(-1);
  return { live, before: troubled === undefined ? stack.at(-2) : live, troubled };
}
