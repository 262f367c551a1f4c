import { type Config, type MetricSeries, type Metrics, nearest, OpsError } from '../../src/index.ts';
import type { Plan } from './plan.ts';
import type { Window } from './window.ts';

/** Points of a series: more of them no picture shows. */
const mostPoints = 300;

/** What all targets give: one that gives nothing, itself without a point. Throws where one names what is not there. */
export async function fetchSeries(
  metrics: Metrics,
  { targets, window }: Pick<Plan, 'targets' | 'window'>,
  config: Pick<Config, 'graphs'>,
): Promise<MetricSeries[]> {
  const found = await fetchEach(metrics, targets, window);
  const nothing = targets.filter((_, index) => found[index]?.length === 0);
  for (const target of nothing) {
    const missing = await metrics.missing(target);
    if (missing !== undefined) throw unknownTarget(metrics, missing, config);
  }
  const all = found.map((series, index) => (series.length > 0 ? series : [{ name: targets[index] ?? '', points: [] }]));
  return distinct(all, targets);
}

/** The same some time before, put where it is held against: of the same names, in their order. */
export async function fetchEarlier(
  metrics: Metrics,
  { targets, window }: Pick<Plan, 'targets' | 'window'>,
  shift: number,
): Promise<MetricSeries[]> {
  const back = (date: Date): Date => new Date(date.getTime() - shift);
  const found = await fetchEach(metrics, targets, { from: back(window.from), until: back(window.until) });
  return distinct(found, targets).map(({ points, ...one }) => ({
    ...one,
    points: points.map(([at, value]) => [at + shift, value]),
  }));
}

const fetchEach = (
  metrics: Metrics,
  targets: readonly string[],
  { from, until }: Pick<Window, 'from' | 'until'>,
): Promise<(readonly MetricSeries[])[]> =>
  Promise.all(targets.map((target) => metrics.series({ target, from, until, most: mostPoints })));

/** Names of two targets may be the same: then their target is said as well. */
function distinct(found: readonly (readonly MetricSeries[])[], targets: readonly string[]): MetricSeries[] {
  const names = found.flat().map(({ name }) => name);
  const isTwice = (name: string): boolean => names.indexOf(name) !== names.lastIndexOf(name);
  return found.flatMap((series, index) =>
    series.map((one) => (isTwice(one.name) ? { ...one, name: `${targets[index]} ${one.name}` } : one)),
  );
}

function unknownTarget(
  { system }: Metrics,
  { name, near }: { name: string; near: readonly string[] },
  { graphs = {} }: Pick<Config, 'graphs'>,
): OpsError {
  const known = Object.keys(graphs);
  const meant = [...nearest(name, known), ...near].slice(0, 3);
  const isPlain = /^[a-z0-9-]+$/.test(name);
  const what =
    isPlain && known.length > 0
      ? `no graph has the name ${name}, and ${system} has nothing of it`
      : `${system} has nothing that is called ${name}`;
  if (meant.length > 0) return new OpsError('usage', what, { hint: `did you mean ${meant.join(' or ')}?` });
  const word = name.split(/[^\p{L}\p{N}_-]+/u).find((part) => part.length > 2) ?? 'web';
  return new OpsError('usage', what, { hint: `ops graph-find ${word}` });
}
