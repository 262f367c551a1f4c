import {
  type Block,
  type Context,
  fields,
  formatDuration,
  type HealthConfig,
  linked,
  list,
  type Span,
  text,
  type Version,
} from '../../src/index.ts';
import { timelineOf } from './deployment.ts';
import { type Brought, planWay, previewWay, programsOf, runWay, type Way } from './driver.ts';
import { waitUntilHealthy } from './health.ts';
import { mustBeSignedOff } from './signoff.ts';
import { subjectOf, targetOf } from './target.ts';

export type ReleasePlan = Bringing & Way;

interface Bringing {
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
  /** Whoever typed the line is told how it ends. */
  notify: boolean;
}

export interface Release {
  app: string;
  environment: string;
  version: string;
  commit: string;
  from: string | undefined;
  url: string | undefined;
  by: string;
  ms: number;
  /** Whether it was asked for its version, and said so; undefined where nothing says how to ask. */
  healthy: true | undefined;
  /** What tells more of it. */
  link: string | undefined;
}

/** What would run to bring that version to the environment. */
export async function planRelease(
  wanted: Version & Pick<ReleasePlan, 'command' | 'app' | 'environment' | 'ref' | 'notify'>,
  context: Context,
): Promise<ReleasePlan> {
  const { command, app, environment, ref, commit, name, notify } = wanted;
  const { settings, place } = targetOf(context, app, environment);
  // A reference to something missing is an error when it is read: before anything runs, not in the middle.
  JSON.stringify([settings.env, place]);
  // What was live there before was let through before.
  if (command === 'deploy') await mustBeSignedOff({ app, environment, commit, name }, context);
  const { live } = timelineOf(
    await context.journal.facts({ kind: 'deployment', subject: subjectOf(app, environment) }),
  );
  const from = live === undefined ? undefined : { commit: live.commit, version: live.version };
  const brought = { app, environment, ref, commit, version: name, previous: from?.commit ?? '' };
  const changes = from === undefined ? [] : await changesOf(settings.repository, from.commit, commit, context);
  const way = await planWay(settings, brought, context);
  return { command, app, environment, ref, commit, version: name, changes, from, notify, ...way };
}

async function changesOf(repository: string, since: string, until: string, context: Context): Promise<string[]> {
  if (since === until) return [];
  const git = await context.services.git(repository);
  return git.changes(since, until, context.signal);
}

const titles = { deploy: 'Deploy', rollback: 'Roll back', promote: 'Promote' } as const;

export function previewRelease(plan: ReleasePlan): Block[] {
  const { command, app, environment, commit, version, changes, from } = plan;
  const title = titles[command];
  return [
    text(`${title} ${app} in ${environment}: ${from?.version ?? 'nothing'} → ${version}`),
    fields({ commit: commit.slice(0, 10), ...previewWay(plan) }),
    ...(changes.length === 0 ? [] : [list(changes)]),
  ];
}

/** The program, whose content an approval is for as well. */
export const startedBy = (plan: ReleasePlan): readonly string[] => programsOf(plan);

/** Releases, checks what it did, and records it: also where it failed, since something may be half there. */
export async function release(plan: ReleasePlan, context: Context): Promise<Release> {
  const { app, environment, version, commit, from, notify } = plan;
  const { clock, output } = context;
  const began = clock.now().getTime();
  const { url, health } = targetOf(context, app, environment).place ?? {};
  try {
    const { link } = await bring(plan, health, context);
    const ms = clock.now().getTime() - began;
    const healthy = health === undefined ? undefined : true;
    return { app, environment, version, commit, from: from?.version, url, by: context.actor.name, ms, healthy, link };
  } finally {
    if (notify) output.ring();
  }
}

async function bring(
  plan: ReleasePlan,
  health: HealthConfig | undefined,
  context: Context,
): Promise<{ link?: string }> {
  const { command, app, environment, ref, version, commit, from } = plan;
  let made: { link?: string } = {};
  const record = (state: string): Promise<void> => {
    const data = { command, ref, commit, version, state, ...made };
    return context.journal.record({ kind: 'deployment', subject: subjectOf(app, environment), data });
  };
  const brought: Brought = { app, environment, ref, commit, version, previous: from?.commit ?? '' };
  let state = 'failed';
  await record('started');
  try {
    made = await context.output.step(`Release ${app} ${version} to ${environment}`, () =>
      runWay(plan, brought, context),
    );
    state = 'unhealthy';
    if (health !== undefined) {
      await context.output.step(`Check that ${health.url} serves ${version}`, () =>
        waitUntilHealthy(health, plan, context),
      );
    }
    state = 'live';
  } finally {
    await record(state);
  }
  return made;
}

export function showRelease({ app, environment, version, commit, url, ...more }: Release): Block[] {
  const where = url === undefined ? [] : [' at ', linked(url, url)];
  return [
    text(`${app} ${version} (${commit.slice(0, 10)}) is live in ${environment}`, ...where),
    text(...about(version, more)),
  ];
}

/** `v1 → v2 · by mary · 12 s · healthy · https://…` */
function about(
  version: string,
  { from = 'nothing', by, ms, healthy, link }: Pick<Release, 'from' | 'by' | 'ms' | 'healthy' | 'link'>,
): (string | Span)[] {
  const health = healthy === undefined ? 'health not checked' : 'healthy';
  const words = [`${from} → ${version}`, `by ${by}`, formatDuration(ms), health].join(' · ');
  return link === undefined ? [words] : [`${words} · `, linked(link, link)];
}
