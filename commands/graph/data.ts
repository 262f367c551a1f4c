import type { Mark, MetricPoint, MetricUnit } from '../../src/index.ts';
import { amount } from './amount.ts';
import type { Found } from './look-up.ts';
import { hasPlace } from './picture.ts';
import type { Threshold } from './plan.ts';
import type { Shown, Trend } from './series.ts';
import { spanWord, windowWords } from './window.ts';
import { seriesWords } from './words.ts';

/** The numbers behind the picture. Times are as 2026-11-21T09:30:00.000Z. */
export interface GraphData {
  title: string;
  system: string;
  targets: readonly string[];
  unit: MetricUnit;
  from: string;
  until: string;
  /** `the last 3 h` */
  period: string;
  /** As many as have values, shown or not. */
  total: number;
  /** Names of those that have none in that time. */
  empty: readonly string[];
  series: readonly SeriesData[];
  deploys: readonly { at: string; text: string }[];
  thresholds: readonly Threshold[];
  /** What the picture does not show. */
  notes: readonly string[];
}

interface SeriesData extends NumbersData {
  name: string;
  /** `last 220 ms, min 180 ms, max 450 ms, up 35 %` */
  words: string;
  trend: Trend | null;
  /** The same so much earlier, at the times of now. */
  earlier?: NumbersData;
}

interface NumbersData {
  last: number | null;
  minimum: number | null;
  maximum: number | null;
  /** Null is what is missing, or no number. */
  points: readonly (readonly [at: string, value: number | null])[];
}

export function dataOf(found: Found): GraphData {
  const { plan, system, total, empty, series, earlier, before, marks } = found;
  const { title, targets, unit, window, thresholds } = plan;
  return {
    ...{ title, system, targets, unit, total, empty, thresholds },
    ...{ from: window.from.toISOString(), until: window.until.toISOString(), period: windowWords(window) },
    series: series.map((one, index) => {
      const past = earlier[index];
      return {
        name: one.name,
        words: seriesWords(one, plan, plan.compare === undefined ? undefined : (past ?? nothing), before),
        ...numbersOf(one),
        trend: one.trend ?? null,
        ...(past === undefined ? {} : { earlier: numbersOf(past) }),
      };
    }),
    deploys: marks.map(({ at, text }: Mark) => ({ at: isoOf(at), text })),
    notes: notesOf(found),
  };
}

const nothing = { median: undefined };
const isoOf = (at: number): string => new Date(at).toISOString();

const numbersOf = ({ last, minimum, maximum, points }: Shown): NumbersData => ({
  last: last ?? null,
  minimum: minimum ?? null,
  maximum: maximum ?? null,
  points: points.map(([at, value]: MetricPoint) => [isoOf(at), value]),
});

const counted = (count: number, one: string, several: string): string => `${count} ${count === 1 ? one : several}`;

function notesOf({ plan, system, series, total, empty, odd, doubts, earlier }: Found): string[] {
  const { unit, isLogarithmic, thresholds } = plan;
  const all = [...series, ...earlier.flatMap((one) => one ?? [])];
  const notPositive = all.flatMap(({ points }) => points).filter(([, value]) => value !== null && value <= 0).length;
  return [
    ...doubts.map((doubt) => `${system} warns: ${doubt}`),
    ...(total > series.length ? [`${total} series: drawn are the ${series.length} with the highest last values`] : []),
    ...(empty.length > 0 && total > 0 ? [emptyWords(empty)] : []),
    ...coarseness(series),
    ...(odd > 0 ? [`${counted(odd, 'value is', 'values are')} no number (NaN or infinite), and left out`] : []),
    ...(isLogarithmic && notPositive > 0
      ? [`${counted(notPositive, 'value is', 'values are')} not above 0, and no logarithmic scale has a place for that`]
      : []),
    ...thresholds
      .filter((threshold) => !hasPlace(threshold, plan))
      .map(({ name, value }) => `${name} ${amount(value, unit)} is not above 0, and not in the picture`),
  ];
}

const finest = 5 * 60_000;

/** Of a long time, peaks are averaged away, or lie between two points. */
function coarseness(series: readonly Shown[]): string[] {
  const steps = series.flatMap(({ points: [first, second] }) => (first && second ? [second[0] - first[0]] : []));
  const step = Math.max(0, ...steps);
  return step > finest ? [`a point stands for ${spanWord(step)}: what is shorter may not show`] : [];
}

const mostNamed = 3;

function emptyWords(names: readonly string[]): string {
  const named = names.slice(0, mostNamed).join(', ');
  const more = names.length - mostNamed;
  return `no values in that time: ${named}${more > 0 ? ` and ${more} more` : ''}`;
}
