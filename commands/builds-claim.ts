import {
  type Build,
  type Builds,
  type Claim,
  type Config,
  type Context,
  claimBeside,
  claimKind,
  claimSubject,
  defineCommand,
  formatLine,
  isBroken,
  lastGood,
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
  plan: async ({ build: typed, note: words, system }, context) => {
    const note = readNote(words);
    const builds = await context.services.builds(system);
    const build = await claimable(await requireBuild(builds, typed), builds);
    const before = await claimBeside(build, builds, context.journal);
    return {
      system,
      ...{ subject: claimSubject(builds, build), job: build.job, number: build.number, outcome: build.outcome },
      ...{ state: build.state, builtAt: build.at.toISOString(), note, before },
    };
  },
  preview: ({ before, note, ...build }) => [
    text('Look into ', buildWord(build), `, which ended ${stateWord(build)}`, note === '' ? '' : `: ${note}`),
    ...(before === undefined ? [] : [text(`So far ${claimWords(before)}`)]),
  ],
  run: async ({ subject, builtAt, note, before, ...plan }, context) => {
    const { journal, actor } = context;
    const { job, number } = plan;
    const other = before === undefined || !isOther(before, context) ? undefined : before;
    if (other !== undefined && !(await context.confirm(`${claimWords(other)}. Take it over?`))) {
      throw new OpsError('cancelled', `${other.by} looks into it as before`);
    }
    await mustBeAsShown(plan, before, context);
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

/** It stands in tables that everybody reads. */
const longestNote = 200;

function readNote(words: readonly string[]): string {
  const note = words.join(' ').replaceAll(/\s+/g, ' ').trim();
  if (note.length <= longestNote) return note;
  throw new OpsError('usage', `a note has ${longestNote} characters at the most, and this one has ${note.length}`);
}

interface Named {
  system: string | undefined;
  job: string;
  number: string;
}

/** Others go on while a question waits for its answer. */
async function mustBeAsShown({ system, job, number }: Named, before: Claim | undefined, context: Context) {
  const builds = await context.services.builds(system);
  const build = await claimable(await requireBuild(builds, buildWord({ job, number })), builds);
  const now = await claimBeside(build, builds, context.journal);
  if (now?.since.getTime() === before?.since.getTime()) return;
  const who = now === undefined ? 'nobody looks into it any more' : claimWords(now);
  throw new OpsError('failed', `it moved meanwhile: ${who}`, { hint: formatLine(['builds-claim', buildWord(build)]) });
}

/** Throws where nothing is wrong with it any more, and says which one failed. */
async function claimable(build: Build, builds: Builds): Promise<Build> {
  const word = buildWord(build);
  if (isBroken(build)) {
    const good = await lastGood(build, builds);
    if (good === undefined || good.at <= build.at) return build;
    throw new OpsError('failed', `nothing is left to look into: ${buildWord(good)} went well after ${word}`, {
      hint: formatLine(['builds', '--job', build.job]),
    });
  }
  const { items } = await builds.builds({ job: build.job, outcomes: ['failed', 'unstable'], most: 1 });
  const failed = items[0];
  throw new OpsError('failed', `${word} did not fail: it ${howWord(build)}`, {
    hint:
      failed === undefined
        ? formatLine(['builds', '--job', build.job])
        : formatLine(['builds-claim', buildWord(failed)]),
  });
}

function howWord(build: Build): string {
  if (build.state === 'ended') return `ended ${stateWord(build)}`;
  return build.state === 'running' ? 'still runs' : 'still waits';
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
