import {
  type Build,
  type Builds,
  type Claim,
  type Config,
  type Context,
  claimKind,
  claimOf,
  claimSubject,
  defineCommand,
  formatLine,
  isBroken,
  mention,
  OpsError,
  text,
} from '../src/index.ts';
import { claimWords } from './builds/claim.ts';
import { buildWord, requireBuild } from './builds/name.ts';
import { systemOption } from './builds/options.ts';
import { stateWord } from './builds/show.ts';

export default defineCommand({
  name: 'builds-claim',
  summary: 'Say that you look into a failed build',
  description:
    'It stands beside the job until a newer build of it went well; then it is over by itself. Where somebody else looks into it, that is shown before you take it over.',
  args: {
    build: { summary: 'A build such as web/deploy#17, or a job for its newest', required: true },
    note: { summary: 'What you know of it', variadic: true },
  },
  options: { system: systemOption },
  examples: [
    { line: 'ops builds-claim shop', says: 'you look into the newest build, which failed' },
    { line: "ops builds-claim 'shop#8' 'the till rounds twice'", says: 'and what you know' },
  ],
  effect: 'change',
  plan: async ({ build: typed, note, system }, context) => {
    const builds = await context.services.builds(system);
    const build = await claimable(await requireBuild(builds, typed), builds);
    const before = await claimOf(build, builds, context.journal);
    return {
      ...{ subject: claimSubject(builds, build), job: build.job, number: build.number, outcome: build.outcome },
      ...{ state: build.state, builtAt: build.at.toISOString(), note: note.join(' ').trim(), before },
    };
  },
  preview: ({ before, note, ...build }) => [
    text('Look into ', buildWord(build), `, which ended ${stateWord(build)}`, note === '' ? '' : `: ${note}`),
    ...(before === undefined ? [] : [text(`So far ${claimWords(before)}`)]),
  ],
  run: async ({ subject, job, number, builtAt, note, before }, context) => {
    const { journal, actor } = context;
    const other = before === undefined || !isOther(before, context) ? undefined : before;
    if (other !== undefined && !(await context.confirm(`${claimWords(other)}. Take it over?`))) {
      throw new OpsError('cancelled', `${other.by} looks into it as before`);
    }
    const data = { number, builtAt, ...(note === '' ? {} : { note }) };
    await journal.record({ kind: claimKind, subject, data });
    return { job, number, by: actor.name, note, from: other && { by: other.by, span: calledBy(other, context) } };
  },
  show: ({ by, note, from, ...build }) => [
    text(
      ...[
        `${by} looks into ${buildWord(build)}`,
        ...(from === undefined ? [] : [' from now on, and ', from.span, ' no longer']),
      ],
      note === '' ? '' : `: ${note}`,
    ),
  ],
});

/** The newest one that ended, where another one is under way; throws where nothing is wrong with it. */
async function claimable(build: Build, builds: Builds): Promise<Build> {
  if (isBroken(build)) return build;
  const word = buildWord(build);
  const { items } = await builds.builds({ job: build.job, outcomes: ['failed', 'unstable'], most: 1 });
  const failed = items[0];
  throw new OpsError(
    'failed',
    `${word} did not fail: it ${build.state === 'ended' ? 'ended ' : ''}${stateWord(build)}`,
    {
      hint:
        failed === undefined ? formatLine(['builds', '--job', build.job]) : `ops builds-claim '${buildWord(failed)}'`,
    },
  );
}

/** Whoever has it so far should know: by their name in the configuration, where they have one. */
function calledBy({ by, actorId }: Claim, context: Context) {
  return mention(personOf(actorId, context) ?? by, context);
}

/** One person has several accounts. */
function isOther({ actorId }: Claim, context: Context): boolean {
  const { id } = context.actor;
  return actorId !== id && (personOf(id, context) ?? id) !== (personOf(actorId, context) ?? actorId);
}

function personOf(actorId: string, { config }: Context): string | undefined {
  const [kind = '', one = '', two = ''] = actorId.split(':');
  const isTheirs = ([, { slack, os }]: [string, Config['people'][string]]): boolean =>
    (kind === 'slack' && slack.includes(`${one}/${two}`)) || (kind === 'os' && os.includes(`${one}:${two}`));
  return Object.entries(config.people).find(isTheirs)?.[0];
}
