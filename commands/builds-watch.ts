import {
  askToBeTold,
  type Block,
  type Build,
  type Context,
  currentOf,
  defineCommand,
  endWords,
  formatTime,
  isTold,
  longestWatch,
  lookAt,
  nameOf,
  newestWatches,
  OpsError,
  readWatch,
  table,
  text,
  type Watch,
  type WatchedBuild,
  watchedWord,
  watchKind,
  willBeTold,
} from '../src/index.ts';
import { buildWord, parseBuildName, requireBuild, requireJob } from './builds/name.ts';
import { systemOption } from './builds/options.ts';
import { mustBeGood, waitForEnd } from './builds/watching.ts';

type Shown =
  | { what: 'ended'; build: Build }
  | { what: 'watched'; of: WatchedBuild; build: Build | undefined }
  | { what: 'watches'; watches: readonly Pick<Watch, 'of' | 'since'>[] }
  | { what: 'stopped'; stopped: readonly Watch['of'][] };

export default defineCommand({
  name: 'builds-watch',
  summary: 'Be told how a build ends',
  description:
    'In a room the answer comes at once, and a new message calls you when the build has ended, or is gone; it comes after a restart too. A terminal waits, rings its bell, and leaves with 1 where the build did not go well. A job means the build that runs, else the one that waits, else the next one. A build is watched for 24 hours.',
  args: { build: { summary: 'A build such as web/deploy#17, or a job' } },
  options: {
    list: { summary: 'Show what you watch in rooms', type: 'boolean' },
    stop: { summary: 'Watch it no longer', type: 'boolean' },
    system: systemOption,
  },
  examples: [
    { line: 'ops builds-watch shop', says: 'how its next build ends, or the one that runs' },
    { line: "ops builds-watch 'shop#8'", says: 'how one build ends, or has ended' },
    { line: 'ops builds-watch --list', says: 'what you watch' },
  ],
  effect: 'read',
  keep: false,
  timeout: longestWatch,
  run: async ({ build: typed, list, stop, system }, context) => {
    if (list) return { what: 'watches', watches: await mine(context) };
    if (typed === undefined) throw new OpsError('usage', 'which build?', { hint: 'ops builds-watch shop' });
    return stop ? end(typed, context) : watch(typed, system, context);
  },
  show,
});

async function watch(typed: string, system: string | undefined, context: Context): Promise<Shown> {
  const builds = await context.services.builds(system);
  const { job, number } = parseBuildName(typed);
  const found =
    number === undefined
      ? await currentOf((await requireJob(builds, job)).name, builds)
      : await named(await requireBuild(builds, typed));
  const of: WatchedBuild = { ...found.of, system };
  const { build } = found;
  if (build?.state === 'ended') {
    await mustBeGood(build, builds, context);
    return { what: 'ended', build };
  }
  if (isTold(context)) {
    await askToBeTold(of, context);
    return { what: 'watched', of, build };
  }
  context.output.note(watchedWords(of, build));
  return { what: 'ended', build: await waitForEnd(of, builds, context) };
}

const named = async (build: Build) => ({ build, of: nameOf(build) });

const isNow = ({ state, why }: Build): string =>
  state === 'running' ? 'runs' : `waits${why === undefined ? '' : `: ${why}`}`;

async function mine({ journal, actor }: Context): Promise<Watch[]> {
  const watches = (await journal.facts(newestWatches)).map(readWatch);
  return watches.filter((one) => one.isOpen && one.actor.id === actor.id);
}

async function end(typed: string, context: Context): Promise<Shown> {
  const watches = await mine(context);
  const meant = await meantBy(typed, watches, context);
  if (meant.length === 0) {
    throw new OpsError('failed', `you do not watch ${typed}`, { hint: 'ops builds-watch --list' });
  }
  for (const { id, of } of meant) {
    await context.journal.record({ kind: watchKind, subject: id, data: { isOpen: false, of } });
  }
  return { what: 'stopped', stopped: meant.map(({ of }) => of) };
}

/** Also a line, by its run, and what was in the queue when it was asked for and has a number now. */
async function meantBy(typed: string, watches: readonly Watch[], { services }: Context): Promise<readonly Watch[]> {
  const { job, number } = parseBuildName(typed);
  const found = watches.filter(({ of }) =>
    'run' in of ? [of.run, watchedWord(of)].includes(typed) : of.job === job && [undefined, of.number].includes(number),
  );
  if (found.length > 0 || number === undefined) return found;
  const begun = await Promise.all(
    watches.map(async ({ of }) => {
      const isQueued = !('run' in of) && of.job === job && of.number?.startsWith('q') === true;
      return isQueued && (await lookAt(of, await services.builds(of.system)));
    }),
  );
  return watches.filter((_, index) => {
    const build = begun[index];
    return typeof build === 'object' && build.number === number;
  });
}

function show(shown: Shown): Block[] {
  switch (shown.what) {
    case 'ended':
      return [text(...endWords(shown.build))];
    case 'watched':
      return [text(watchedWords(shown.of, shown.build))];
    case 'watches': {
      const rows = shown.watches.map(({ of, since }) => [watchedWord(of), formatTime(since)]);
      return rows.length === 0 ? [text('You watch nothing')] : [table(['What', 'Since'], rows)];
    }
    case 'stopped':
      return shown.stopped.map((of) => text(`You are not told how ${watchedWord(of)} ends`));
  }
}

const watchedWords = (of: WatchedBuild, build: Build | undefined): string =>
  `${build === undefined ? `${of.job} builds nothing now` : `${buildWord(build)} ${isNow(build)}`}. ${willBeTold(of)}`;
