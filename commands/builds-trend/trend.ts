import { type BarChart, type BarKind, type Build, formatDuration, formatTime } from '../../src/index.ts';
import { stateWord } from '../builds/show.ts';

/** The numbers behind the picture. */
export interface Trend {
  job: string;
  branch: string | undefined;
  /** Oldest first. */
  builds: readonly TrendBuild[];
  /** There are older ones. */
  hasMore: boolean;
  /** How many ended so, or have not ended; those that there are. */
  counts: readonly Count[];
  /** Milliseconds that those take as a rule that went well, or all that ended where none did. */
  median: number | undefined;
  /** The newest that ended. */
  last: TrendBuild | undefined;
  slowest: TrendBuild | undefined;
}

export interface TrendBuild {
  number: string;
  state: string;
  at: string;
  ms: number | undefined;
}

interface Count {
  state: string;
  count: number;
}

const kinds: Readonly<Record<string, BarKind>> = {
  ok: 'good',
  unstable: 'doubtful',
  failed: 'bad',
  running: 'open',
  cancelled: 'off',
  skipped: 'off',
};
/** In the order in which they are told. */
const states = ['ok', 'unstable', 'failed', 'cancelled', 'skipped', 'running'];

/** Builds come newest first. */
export function trendOf(found: readonly Build[], about: Pick<Trend, 'job' | 'branch' | 'hasMore'>): Trend {
  const builds = found
    .map((build) => ({ number: build.number, state: stateWord(build), at: build.at.toISOString(), ms: build.ms }))
    .reverse();
  const ended = builds.filter(({ state }) => state !== 'running');
  const good = ended.filter(({ state }) => state === 'ok');
  const counts = states.map((state) => ({ state, count: builds.filter((build) => build.state === state).length }));
  return {
    ...about,
    builds,
    counts: counts.filter(({ count }) => count > 0),
    median: median(timesOf(good.length > 0 ? good : ended)),
    last: ended.at(-1),
    slowest: ended.reduce<TrendBuild | undefined>(
      (most, one) => ((one.ms ?? 0) > (most?.ms ?? 0) ? one : most),
      undefined,
    ),
  };
}

const timesOf = (builds: readonly TrendBuild[]): number[] => builds.flatMap(({ ms }) => ms ?? []);

/** Of an even number, half way between the two in the middle. */
export function median(values: readonly number[]): number | undefined {
  const sorted = [...values].sort((one, other) => one - other);
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? undefined : Math.round((low + high) / 2);
}

const countWord = (count: number): string => `${count} build${count === 1 ? '' : 's'}`;

/** `30 builds of web/deploy: 24 ok, 6 failed; median 3 min 12 s, last 4 min`: what the picture shows, in words. */
export function trendWords({ job, branch, builds, counts, median: usual, last }: Trend): string {
  const of = branch === undefined ? job : `${job} on ${branch}`;
  const outcomes = counts.map(({ state, count }) => `${count} ${state}`).join(', ');
  const times = [
    ...(usual === undefined ? [] : [`median ${formatDuration(usual)}`]),
    ...(last?.ms === undefined ? [] : [`last ${formatDuration(last.ms)}`]),
  ].join(', ');
  return `${countWord(builds.length)} of ${of}: ${outcomes}${times === '' ? '' : `; ${times}`}`;
}

export function trendChart({ job, branch, builds, counts, median: usual }: Trend): BarChart {
  return {
    type: 'bars',
    title: branch === undefined ? job : `${job} on ${branch}`,
    subtitle: `${countWord(builds.length)}, ${spanWord(builds)}`,
    unit: 'ms',
    bars: builds.map(({ number, state, at, ms }) => ({
      label: `#${number}`,
      at: Date.parse(at),
      value: ms ?? null,
      kind: kindOf(state),
    })),
    kinds: counts.map(({ state, count }) => ({ kind: kindOf(state), name: `${count} ${state}` })),
    ...(usual === undefined ? {} : { levels: [{ name: `median ${formatDuration(usual)}`, value: usual }] }),
  };
}

const kindOf = (state: string): BarKind => kinds[state] ?? 'off';

/** `2026-11-20 04:00 to 2026-11-21 09:00 UTC`. */
function spanWord(builds: readonly TrendBuild[]): string {
  const word = (build: TrendBuild | undefined): string =>
    build === undefined ? '' : formatTime(new Date(build.at)).slice(0, 'yyyy-mm-dd hh:mm'.length);
  const [first, last] = [word(builds[0]), word(builds.at(-1))];
  return first === last ? `${first} UTC` : `${first} to ${last} UTC`;
}
