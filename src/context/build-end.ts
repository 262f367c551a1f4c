import { linked, type Span } from './blocks.ts';
import type { Build, BuildName, Builds } from './builds.ts';
import { type ClaimReader, claimOf, isBroken } from './claims.ts';
import type { Config } from './config.ts';
import { type Culprit, changesSinceGood, culpritsOf, culpritWords } from './culprits.ts';
import { formatDuration } from './duration.ts';

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

/** Whose changes came in since it last went well; nobody's where it did not fail. */
export async function blameOf(build: Build, builds: Builds, people: Config['people']) {
  if (!isBroken(build)) return { good: undefined, culprits: [] };
  const { items } = await builds.builds({ job: build.job, states: ['ended'], most: lookedBack });
  const { good, changes } = changesSinceGood(build, items);
  return { good, culprits: culpritsOf(changes, people) };
}

export interface EndParts {
  people: Config['people'];
  journal: ClaimReader;
  /** How those are called whose changes it brought. @default by name */
  shown?: (culprit: Culprit) => string | Span;
}

export async function endOf(build: Build, builds: Builds, { people, journal, shown }: EndParts): Promise<BuildEnd> {
  const { good, culprits } = await blameOf(build, builds, people);
  const claim = await claimOf(build, builds, journal);
  const since = good === undefined ? '' : ` since ${good.job}#${good.number}`;
  const blame = culprits.length === 0 ? [] : [': changes by ', ...culpritWords(culprits, shown), since];
  const isGood = build.outcome === 'ok';
  return {
    isGood,
    says: [...endWords(build), ...blame, claim === undefined ? '' : `. ${claim.by} looks into it`],
    hint: isGood || build.number.startsWith('q') ? undefined : `ops builds-log '${build.job}#${build.number}'`,
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

export const goneWords = ({ job, number }: BuildName, { system }: Pick<Builds, 'system'>): string =>
  `${system} has ${job}#${number} no longer: how it went is not known`;
