import * as v from 'valibot';
import type { MetricPoint, MetricSeries } from '../../context/metrics.ts';

export const seriesShape = v.array(
  v.object({
    target: v.string(),
    datapoints: v.array(v.tuple([v.nullable(v.union([v.number(), v.string()])), v.number()])),
  }),
);
export type SeriesShape = v.InferOutput<typeof seriesShape>;

export const nodesShape = v.array(v.object({ path: v.string(), is_leaf: v.union([v.boolean(), v.number()]) }));

export function readSeries(answer: SeriesShape): MetricSeries[] {
  const names = shortNames(answer.map(({ target }) => target));
  return answer.map(({ target, datapoints }, index) => ({
    name: names[index] ?? target,
    points: datapoints.map(readPoint),
  }));
}

/** Other servers that speak as Graphite write what is no number as text. */
function readPoint([value, seconds]: SeriesShape[number]['datapoints'][number]): MetricPoint {
  return [seconds * 1000, typeof value === 'string' ? Number(value.replace(/^([+-]?)Inf$/i, '$1Infinity')) : value];
}

/** `a.web1.load` and `a.web2.load` → `web1` and `web2`: the parts in which plain names differ. */
export function shortNames(names: readonly string[]): string[] {
  const split = names.map((name) => name.split('.'));
  const [first = []] = split;
  const isPlain =
    names.every((name) => /^[^\s()]+$/.test(name)) && split.every(({ length }) => length === first.length);
  if (!isPlain || new Set(names).size < 2) return [...names];
  const differing = first.flatMap((_, at) => (new Set(split.map((parts) => parts[at])).size > 1 ? [at] : []));
  return split.map((parts) => differing.map((at) => parts[at]).join('.'));
}
