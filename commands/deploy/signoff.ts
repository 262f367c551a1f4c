import { type Actor, type Context, formatTime, OpsError } from '../../src/index.ts';
import { type Deployment, readDeployment } from './deployment.ts';
import { subjectOf } from './target.ts';

export const signoffKind = 'signoff';

/** What somebody vouches for: what one deploy brought to an environment. */
export interface Signoff {
  commit: string;
  version: string;
  ref: string;
  /** The run that brought it there. */
  deployment: string;
  by: Actor;
  at: Date;
}

type Reader = Pick<Context, 'journal'>;

/**
 * What is live for certain: what the last attempt brought there. Which one is the last says the order in which the journal
 * was told, not the time that a machine claims.
 */
export async function liveIn(app: string, environment: string, { journal }: Reader): Promise<Deployment> {
  const [last] = await journal.facts({ kind: 'deployment', subject: subjectOf(app, environment), latest: true });
  const deployment = last === undefined ? undefined : readDeployment(last);
  if (deployment?.state === 'live') return deployment;
  const what = `nobody knows what is live of ${app} in ${environment}`;
  if (deployment === undefined) {
    const hint = `ops deploy ${environment} --app ${app}`;
    throw new OpsError('failed', `${what}: nothing was deployed there through ops`, { hint });
  }
  const { version, state, by, run } = deployment;
  const why = { started: 'is on its way, or was interrupted', failed: 'failed', unhealthy: 'is not healthy' }[state];
  throw new OpsError('failed', `${what}: ${version} of ${by} ${why} (run ${run})`, {
    hint: `ops log ${run}; then ops deploy ${environment} --app ${app}, or ops rollback ${environment} --app ${app}`,
  });
}

/** What is signed off in an environment, and still is what is live there. */
export async function signedOff(app: string, environment: string, context: Reader): Promise<Signoff> {
  const live = await liveIn(app, environment, context);
  const subject = subjectOf(app, environment);
  const [fact] = await context.journal.facts({ kind: signoffKind, subject, latest: true });
  const hint = `look at it, then: ops signoff ${environment} --app ${app}`;
  if (fact === undefined) {
    const message = `${app} ${live.version}, which is live in ${environment}, is not signed off there`;
    throw new OpsError('denied', message, { hint });
  }
  const signoff = { ...(fact.data as Omit<Signoff, 'by' | 'at'>), by: fact.actor, at: fact.at };
  if (signoff.deployment === live.run && signoff.commit === live.commit) return signoff;
  const since = `${live.by} brought ${live.version} there since (run ${live.run})`;
  const message = `${app} ${signoff.version} was signed off in ${environment} by ${signoff.by.name}, ${formatTime(signoff.at)}, and that is void: ${since}`;
  throw new OpsError('denied', message, { hint });
}

interface Wanted {
  app: string;
  environment: string;
  commit: string;
  name: string;
}

/** Where the environment comes after another one, takes nothing but what is signed off there. */
export async function mustBeSignedOff({ app, environment, commit, name }: Wanted, context: Context): Promise<void> {
  const after = context.config.environments[environment]?.after;
  if (after === undefined) return;
  const signoff = await signedOff(app, after, context).catch((error: unknown) => {
    if (!(error instanceof OpsError)) throw error;
    const hint = [error.hint, `ops promote ${after} ${environment} --app ${app}`].filter(Boolean).join('; then ');
    throw new OpsError('denied', `${environment} comes after ${after}: ${error.message}`, { hint, cause: error });
  });
  if (signoff.commit === commit) return;
  const message = `${environment} comes after ${after}, where ${app} ${signoff.version} is signed off, not ${name} (${commit.slice(0, 10)})`;
  throw new OpsError('denied', message, {
    hint: `ops promote ${after} ${environment} --app ${app}; or bring ${name} to ${after} and sign it off there`,
  });
}
