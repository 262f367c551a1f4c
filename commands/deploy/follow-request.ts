import { type Context, type DeploymentName, type DeploymentStatus, linked, OpsError } from '../../src/index.ts';

type Following = Pick<Context, 'output' | 'clock' | 'signal' | 'actor'>;

/** Milliseconds from one look to the next. */
const lookEvery = 1000;
/** Looks after which it is odd that nobody has reported. */
const patience = 60;

type System = NonNullable<Awaited<ReturnType<Context['services']['builds']>>['deployments']>;

export async function deployments(name: string, { services }: Pick<Context, 'services'>): Promise<System> {
  const { system, deployments: found } = await services.builds(name);
  if (found === undefined) throw new OpsError('config', `${system} keeps no deployments`);
  return found;
}

/** Prints what is reported until it has ended. Where the run is stopped, the deployment is said to be over. */
export async function followRequest(
  deployment: DeploymentName,
  system: System,
  context: Following,
): Promise<DeploymentStatus> {
  try {
    return await follow(deployment, system, context);
  } catch (error) {
    if (context.signal.aborted) await end(deployment, system, context);
    throw error;
  }
}

async function follow(deployment: DeploymentName, system: System, context: Following): Promise<DeploymentStatus> {
  const { output, clock, signal } = context;
  const { patiently } = await import('../builds/patient.ts');
  const { repository, id } = deployment;
  output.note(`Deployment ${id} of ${repository}`);
  let seen = 0;
  for (let look = 1; ; look++) {
    const statuses = await patiently(() => system.statuses(deployment), context);
    if (statuses === undefined) throw gone(deployment);
    for (const status of statuses.slice(seen)) await tell(status, context);
    seen = Math.max(seen, statuses.length);
    const last = statuses.find(({ outcome }) => outcome !== undefined);
    if (last !== undefined) return last;
    if (seen === 0 && look === patience) {
      output.warn(`Nobody has reported on it yet: does a workflow of ${repository} run on deployment?`);
    }
    await clock.sleep(lookEvery, signal);
  }
}

async function tell({ state, description, link }: DeploymentStatus, { output }: Following): Promise<void> {
  await output.lines('stdout', description === '' ? state : `${state}: ${description}`);
  if (link !== undefined) output.note(linked(link, link));
}

async function end(deployment: DeploymentName, system: System, { output, actor }: Following): Promise<void> {
  const word = `Deployment ${deployment.id} of ${deployment.repository}`;
  try {
    await system.end(deployment, `Stopped: ops of ${actor.name} follows it no longer`);
    output.note(`${word} is marked as failed; what carries it out may go on`);
  } catch (error) {
    output.warn(`${word} goes on: ${error instanceof Error ? error.message : String(error)}`);
  }
}

const gone = ({ repository, id }: DeploymentName): OpsError =>
  new OpsError('failed', `${repository} has the deployment ${id} no longer: how it went is not known`);
