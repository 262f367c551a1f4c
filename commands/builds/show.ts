import {
  type Block,
  type Build,
  type BuildOutcome,
  type Culprit,
  culpritWords,
  fields,
  formatDuration,
  formatTime,
  type Inline,
  linked,
  list,
  type Style,
  styled,
  table,
} from '../../src/index.ts';
import { type Claimed, claimWords } from './claim.ts';
import { buildWord } from './name.ts';

const colors: Readonly<Record<BuildOutcome, Style['color']>> = {
  ok: 'green',
  unstable: 'yellow',
  failed: 'red',
  cancelled: 'gray',
  skipped: 'gray',
};

/** How it is with a build, in one word. */
export const stateWord = ({ state, outcome }: Pick<Build, 'state' | 'outcome'>): string => outcome ?? state;

export function stateSpan(build: Pick<Build, 'state' | 'outcome'>): Inline {
  const color = build.outcome === undefined ? 'yellow' : colors[build.outcome];
  return styled(stateWord(build), color === undefined ? {} : { color });
}

export function buildTable(builds: readonly Claimed[]): Block {
  const isClaimed = builds.some(({ claim }) => claim !== undefined);
  const columns = ['Build', 'State', 'Branch', 'Since', { name: 'Took', align: 'right' } as const, 'By'];
  return table(
    isClaimed ? [...columns, 'Looked into by'] : columns,
    builds.map((build) => [
      buildWord(build),
      stateSpan(build),
      build.branch ?? '',
      formatTime(build.at),
      timeWord(build),
      build.by ?? '',
      ...(isClaimed ? [claimCell(build)] : []),
    ]),
  );
}

const claimCell = ({ claim }: Claimed): string =>
  claim === undefined ? '' : `${claim.by}${claim.note === undefined ? '' : `: ${claim.note}`}`;

/** `2m 10s`, `2m 10s of 5m` while it runs. */
export function timeWord({ ms, state, expected }: Build): string {
  if (ms === undefined) return '';
  const took = formatDuration(ms);
  return state === 'running' && expected !== undefined ? `${took} of ${formatDuration(expected)}` : took;
}

const sinceWord = (good: Build | undefined): string => (good === undefined ? '' : ` since ${buildWord(good)}`);

const mostChanges = 10;

/** Whose changes broke it. */
export interface Blame {
  good: Build | undefined;
  culprits: readonly Culprit[];
}

export function buildBlocks(build: Claimed, { good, culprits }: Blame): Block[] {
  const { branch, commit, at, by, why, parameters, changes, claim } = build;
  const given = Object.entries(parameters).map(([name, value]) => `${name}=${value}`);
  const titles = changes.map(({ title, author, commit: id }) => `${id.slice(0, 10)} ${title} (${author})`);
  const more = titles.length - mostChanges;
  return [
    fields({
      build: buildWord(build),
      state: stateSpan(build),
      why,
      branch,
      commit: commit?.slice(0, 10),
      since: formatTime(at),
      took: timeWord(build) || undefined,
      by,
      culprits: culprits.length === 0 ? undefined : [...culpritWords(culprits), sinceWord(good)],
      claim: claim && claimWords(claim),
      parameters: given.length === 0 ? undefined : given.join(' '),
      link: build.url === '' ? undefined : linked(build.url, build.url),
    }),
    ...(titles.length === 0
      ? []
      : [list([...titles.slice(0, mostChanges), ...(more > 0 ? [`and ${more} more`] : [])])]),
  ];
}
