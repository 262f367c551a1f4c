import { linked, type Span } from './blocks.ts';
import type { Build, BuildName, Builds } from './builds.ts';
import { type ClaimReader, claimOf, isBroken } from './claims.ts';
import type { Config } from './config.ts';
import { type Culprit, changesSinceGood, culpritsOf, culpritWords } from './culprits.ts';
import { formatDuration } from './duration.ts';
import { OpsError } from './errors.ts';
import { formatLine } from './line.ts';

/** How a build ended, for whoever waited for it. */
export interface BuildEnd {
  isGood: boolean;
  says: readonly (string | Span)[];
  /** What to type next. */
  hint: string | undefined;
  culprits: readonly Culprit[];
}

/** Builds among which the last good one is looked for. */
const lookedBack = 50;

interface Blame {
  good: Build | undefined;
  culprits: readonly Culprit[];
  /** Why that is not known. */
  fault?: string;
}

/** Whose changes came in since it last went well; nobody's where it did not fail. */
export async function blameOf(build: Build, builds: Builds, people: Config['people']): Promise<Blame> {
  if (!isBroken(build)) return { good: undefined, culprits: [] };
  const { items } = await builds.builds({ job: build.job, states: ['ended'], most: lookedBack });
  const { good, changes } = changesSinceGood(build, items);
  return { good, culprits: culpritsOf(changes, people) };
}

/** That it ended is told all the same. */
function unknownBlame(error: unknown): Blame {
  if (!(error instanceof OpsError)) throw error;
  return { good: undefined, culprits: [], fault: error.message };
}

function unknownClaim(error: unknown): undefined {
  if (!(error instanceof OpsError)) throw error;
}

export interface EndParts {
  people: Config['people'];
  journal: ClaimReader;
  /** How those are called whose changes it brought. @default by name */
  shown?: (culprit: Culprit) => string | Span;
}

export async function endOf(build: Build, builds: Builds, { people, journal, shown }: EndParts): Promise<BuildEnd> {
  const { good, culprits, fault } = await blameOf(build, builds, people).catch(unknownBlame);
  const claim = await claimOf(build, builds, journal).catch(unknownClaim);
  const since = good === undefined ? '' : ` since ${good.job}#${good.number}`;
  const blame = culprits.length === 0 ? [] : [': changes by ', ...culpritWords(culprits, shown), since];
  const unknown = fault === undefined ? '' : `. Whose changes it brought is not known: ${fault}`;
  const isGood = build.outcome === 'ok';
  return {
    isGood,
    says: [...endWords(build), ...blame, unknown, claim === undefined ? '' : `. ${claim.by} looks into it`],
    hint:
      isGood || build.number.startsWith('q') ? undefined : formatLine(['builds-log', `${build.job}#${build.number}`]),
    culprits,
  };
}

/** `shop#9 ended ok after 2 min on main` */
export function endWords({ job, number, url, outcome, ms, branch }: Build): readonly (string | Span)[] {
  const word = `${job}#${number}`;
  const time = ms === undefined ? '' : ` after ${formatDuration(ms)}`;
  return [
    url === '' ? word : linked(word, url),
    ` ended ${outcome}${time}${branch === undefined ? '' : ` on ${branch}`}`,
  ];
}

export const goneWords = ({ job, number }: Gone, { system }: Pick<Builds, 'system'>): string =>
  number === undefined
    ? `${system} has no job ${job} any more`
    : `${system} has ${job}#${number} no longer: how it went is not known`;

/** A build, or a job whose next one was waited for. */
interface Gone extends Pick<BuildName, 'job'> {
  number?: string | undefined;
}

/** What to type next, where that is so. */
export const goneHint = ({ job, number }: Gone): string =>
  formatLine(number === undefined ? ['builds'] : ['builds', '--job', job]);
