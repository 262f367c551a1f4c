import { type Block, type Context, fields, linked, list, OpsError, text, type Version } from '../../src/index.ts';
import { timelineOf } from './deployment.ts';
import { waitUntilHealthy } from './health.ts';
import { mustBeSignedOff } from './signoff.ts';
import { subjectOf, targetOf } from './target.ts';

export interface ReleasePlan {
  command: 'deploy' | 'rollback' | 'promote';
  app: string;
  environment: string;
  ref: string;
  commit: string;
  version: string;
  /** Commits that come with it. */
  changes: string[];
  /** What is live now. */
  from: { commit: string; version: string } | undefined;
  /** The program and its arguments, filled in. */
  argv: string[];
}

export interface Release {
  app: string;
  environment: string;
  version: string;
  commit: string;
  from: string | undefined;
  url: string | undefined;
}

/** What would run to bring that version to the environment. */
export async function planRelease(
  wanted: Version & Pick<ReleasePlan, 'command' | 'app' | 'environment' | 'ref'>,
  context: Context,
): Promise<ReleasePlan> {
  const { command, app, environment, ref, commit, name } = wanted;
  const { settings, place } = targetOf(context, app, environment);
  // A reference to something missing is an error when it is read: before anything runs, not in the middle.
  JSON.stringify([settings.env, place]);
  // What was live there before was let through before.
  if (command === 'deploy') await mustBeSignedOff({ app, environment, commit, name }, context);
  const { live } = timelineOf(
    await context.journal.facts({ kind: 'deployment', subject: subjectOf(app, environment) }),
  );
  const from = live === undefined ? undefined : { commit: live.commit, version: live.version };
  const values = { app, environment, ref, commit, version: name, previous: from?.commit ?? '' };
  const changes = from === undefined ? [] : await changesOf(settings.repository, from.commit, commit, context);
  return { command, app, environment, ref, commit, version: name, changes, from, argv: fill(settings.deploy, values) };
}

async function changesOf(repository: string, since: string, until: string, context: Context): Promise<string[]> {
  if (since === until) return [];
  const git = await context.services.git(repository);
  return git.changes(since, until, context.signal);
}

const titles = { deploy: 'Deploy', rollback: 'Roll back', promote: 'Promote' } as const;

export function previewRelease({
  command,
  app,
  environment,
  commit,
  version,
  changes,
  from,
  argv,
}: ReleasePlan): Block[] {
  const title = titles[command];
  return [
    text(`${title} ${app} in ${environment}: ${from?.version ?? 'nothing'} → ${version}`),
    fields({ commit: commit.slice(0, 10), runs: { text: argv.join(' '), style: { code: true } } }),
    ...(changes.length === 0 ? [] : [list(changes)]),
  ];
}

/** The program, whose content an approval is for as well. */
export const startedBy = ({ argv }: ReleasePlan): readonly string[] => argv.slice(0, 1);

/** Runs the program, checks what it did, and records it: also where it failed, since something may be half there. */
export async function release(plan: ReleasePlan, context: Context): Promise<Release> {
  const { app, environment, version, commit, from } = plan;
  const { place } = targetOf(context, app, environment);
  const record = (state: string): Promise<void> => {
    const { command, ref } = plan;
    const subject = subjectOf(app, environment);
    return context.journal.record({ kind: 'deployment', subject, data: { command, ref, commit, version, state } });
  };
  let state = 'failed';
  await record('started');
  try {
    await context.output.step(`Release ${app} ${version} to ${environment}`, () => runProgram(plan, context));
    state = 'unhealthy';
    const health = place?.health;
    if (health !== undefined) {
      await context.output.step(`Check that ${health.url} serves ${version}`, () =>
        waitUntilHealthy(health, plan, context),
      );
    }
    state = 'live';
  } finally {
    await record(state);
  }
  return { app, environment, version, commit, from: from?.version, url: place?.url };
}

export function showRelease({ app, environment, version, commit, url }: Release): Block[] {
  const where = url === undefined ? [] : [' at ', linked(url, url)];
  return [text(`${app} ${version} (${commit.slice(0, 10)}) is live in ${environment}`, ...where)];
}

async function runProgram(plan: ReleasePlan, context: Context): Promise<void> {
  const { app, environment, ref, commit, version, from, argv } = plan;
  const { settings, place } = targetOf(context, app, environment);
  const [program = '', ...args] = argv;
  const { exitCode } = await context.exec(program, args, {
    cwd: context.project.folder,
    env: {
      ...settings.env,
      ...place?.env,
      OPS_APP: app,
      OPS_ENVIRONMENT: environment,
      OPS_REPOSITORY: settings.repository,
      OPS_REF: ref,
      OPS_COMMIT: commit,
      OPS_VERSION: version,
      OPS_PREVIOUS: from?.commit ?? '',
      OPS_RUN: context.run ?? '',
      OPS_ACTOR: context.actor.name,
    },
    onLines: context.output.lines,
    onProgress: context.output.progress,
  });
  if (exitCode !== 0) {
    throw new OpsError(
      'failed',
      `${program} exited with code ${exitCode}: ${app} ${version} may be half in ${environment}`,
      {
        exitCode,
        ...(from === undefined ? {} : { hint: `ops rollback ${environment} --app ${app}` }),
      },
    );
  }
}

function fill(words: readonly string[], values: Readonly<Record<string, string>>): string[] {
  return words.map((word) => word.replaceAll(/\{([a-z]+)\}/g, (whole, name: string) => values[name] ?? whole));
}
