import { type Context, type Mark, type MetricSeries, OpsError } from '../../src/index.ts';
import { marksOf, placesOf } from './deploys.ts';
import { fetchEarlier, fetchSeries } from './fetch.ts';
import type { Plan } from './plan.ts';
import { hasValues, highest, oddCount, type Shown, shownOf } from './series.ts';
import { spanWord } from './window.ts';

/** Lines that can be told apart, and half of them where each has another one beside it. */
const mostSeries = 10;

/** All that a picture shows, and its words tell. */
export interface Found {
  plan: Plan;
  /** As people call it: `Graphite`. */
  system: string;
  series: readonly Shown[];
  /** Those with values; more than are shown. */
  total: number;
  /** Names of those without. */
  empty: readonly string[];
  /** Each stands where the one does that it is compared with; undefined where there is none. */
  earlier: readonly (Shown | undefined)[];
  /** How it is called that it was so much earlier: `1 d before`. */
  before: string;
  marks: readonly Mark[];
  /** Values that are no numbers. */
  odd: number;
  /** Why it may be a part of what there is. */
  doubts: readonly string[];
}

export async function lookUp(
  plan: Plan,
  { services, config, journal, output }: Pick<Context, 'services' | 'config' | 'journal' | 'output'>,
): Promise<Found> {
  const places = placesOf(plan.deploys, config);
  const metrics = await services.metrics(plan.system);
  const [all, past, marks] = await Promise.all([
    fetchSeries(metrics, plan, config),
    plan.compare === undefined ? [] : fetchEarlier(metrics, plan, plan.compare),
    marksOf(places, plan.window, journal).catch((error: unknown): Mark[] => {
      if (!(error instanceof OpsError)) throw error;
      output.warn(`no deploys are marked: ${error.message}`);
      return [];
    }),
  ]);
  const until = plan.window.until.getTime();
  const shown = all.map((one) => shownOf(one, until));
  const known = shown.filter(hasValues);
  const series = highest(known, plan.compare === undefined ? mostSeries : mostSeries / 2);
  const { compare } = plan;
  return {
    ...{ plan, system: metrics.system, series, total: known.length, marks, odd: oddCount(all) },
    doubts: [...new Set([...all, ...past].flatMap(({ doubts = [] }) => doubts))],
    empty: shown.filter((one) => !hasValues(one)).map(({ name }) => name),
    earlier: compare === undefined ? [] : series.map(({ name }) => earlierOf(name, past, until)),
    before: compare === undefined ? '' : `${spanWord(compare)} before`,
  };
}

function earlierOf(name: string, past: readonly MetricSeries[], until: number): Shown | undefined {
  const found = past.find((one) => one.name === name);
  return found && shownOf(found, until);
}
