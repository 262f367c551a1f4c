import * as v from 'valibot';
import type { Bounded } from '../../context/builds.ts';
import { OpsError } from '../../context/errors.ts';
import type { MetricPoint, MetricSeries, Metrics, MetricsQuery } from '../../context/metrics.ts';
import type { Call, Client } from '../client/client.ts';
import { answersOf } from '../client/shape.ts';
import { type Grid, gridOf } from './grid.ts';
import { type Labels, missingIn, selectorOf, seriesNames } from './names.ts';

const labelsShape = v.record(v.string(), v.string());
const matrixShape = v.object({
  result: v.array(v.object({ metric: labelsShape, values: v.array(v.tuple([v.number(), v.string()])) })),
});
type Matrix = v.InferOutput<typeof matrixShape>;
const namesShape = v.array(v.string());
const seriesShape = v.array(labelsShape);

/** https://prometheus.io/docs/prometheus/latest/querying/api/ */
export function openPrometheus(client: Client): Metrics {
  const names = async (): Promise<string[]> =>
    (await ask('/api/v1/label/__name__/values', {}, namesShape, client)).data;
  const series = async (selector: string): Promise<Labels[]> =>
    (await ask('/api/v1/series', { query: { 'match[]': selector } }, seriesShape, client, selector)).data;
  return {
    system: 'Prometheus',
    series: async (query) => {
      const grid = gridOf(query);
      const { data, warnings = [] } = await askRange(query, grid, client);
      const found = readMatrix(data, grid, query.target);
      const [first] = warnings;
      if (first === undefined) return found;
      if (found.length === 0)
        throw new OpsError('unavailable', `Prometheus found nothing of ${query.target}: ${first}`);
      return found.map((one) => ({ ...one, doubts: warnings }));
    },
    missing: (target) => missingIn(target, names, series),
    find: async (pattern, most) => {
      const all = pattern.includes('{')
        ? (await series(pattern)).map(selectorOf)
        : (await names()).filter(like(pattern));
      const found = [...new Set(all)].sort();
      return { items: found.slice(0, most), hasMore: found.length > most } satisfies Bounded<string>;
    },
  };
}

/** A long query has no room in an address. */
function askRange({ target }: MetricsQuery, { start, end, step }: Grid, client: Client): Promise<Told<Matrix>> {
  const form = { query: target, start: `${start}`, end: `${end}`, step: `${step}` };
  return ask('/api/v1/query_range', { method: 'POST', isSafe: true, form }, matrixShape, client, target);
}

function readMatrix({ result }: Matrix, { start, end, step }: Grid, query: string): MetricSeries[] {
  const called = seriesNames(
    result.map(({ metric }) => metric),
    query,
  );
  return result.map(({ values }, index) => {
    const known = new Map(values.map(([at, value]) => [Math.round(at), numberOf(value)]));
    const points = Array.from({ length: Math.floor((end - start) / step) + 1 }, (_, count): MetricPoint => {
      const at = start + count * step;
      return [at * 1000, known.get(at) ?? null];
    });
    return { name: called[index] ?? query, points };
  });
}

const numberOf = (value: string): number => Number(value.replace(/^([+-]?)Inf$/, '$1Infinity'));

/** A part of a name; with `*` the whole of it. */
function like(pattern: string): (name: string) => boolean {
  if (!pattern.includes('*')) return (name) => name.toLowerCase().includes(pattern.toLowerCase());
  const parts = pattern.split('*').map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&'));
  const expression = new RegExp(`^${parts.join('.*')}$`, 'is');
  return (name) => expression.test(name);
}

const errorShape = v.object({ status: v.literal('error'), errorType: v.string(), error: v.string() });

/** `bad_data: …`, as the API says it; empty where something else has answered. */
export function faultOf(body: string): string {
  try {
    return v.parse(errorShape, JSON.parse(body)).error.replaceAll(/\s+/g, ' ');
  } catch {
    return '';
  }
}

/** What it warns of is why data is only a part of what there is. */
interface Told<Data> {
  data: Data;
  warnings?: string[] | undefined;
}

/** With `asked`, what cannot be read is what was typed. */
async function ask<Schema extends v.GenericSchema>(
  path: string,
  call: Call,
  schema: Schema,
  client: Client,
  asked?: string,
): Promise<Told<v.InferOutput<Schema>>> {
  // Who follows a redirect loses what was posted, and may end at a page to sign in.
  const answer = await client(path, { ...call, redirect: 'manual', takes: asked === undefined ? [] : [400, 422] });
  const said = faultOf(answer.text);
  if (asked !== undefined && answer.status >= 400 && said !== '') throw unreadable(asked, said);
  return read(toldShape(schema), answer, path) as Told<v.InferOutput<Schema>>;
}

const unreadable = (query: string, why: string): OpsError =>
  new OpsError('usage', `Prometheus cannot answer ${query}: ${why.replace(/^invalid parameter "[^"]*": /, '')}`, {
    hint: "such as up, or in quotes 'sum by (job) (rate(http_requests_total[5m]))'",
  });

const read = answersOf('Prometheus', 'is prometheus.url the address of a Prometheus?');

const toldShape = <Schema extends v.GenericSchema>(data: Schema) =>
  v.object({ status: v.literal('success'), data, warnings: v.optional(v.array(v.string())) });
