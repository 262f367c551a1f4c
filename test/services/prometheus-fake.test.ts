import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { metricTable } from '../support/metric-table.ts';
import { type FakePrometheus, startPrometheus } from '../support/prometheus-server/server.ts';
import { endOfValues, serviceAt } from './address.ts';
import { prometheusStep } from './prometheus.ts';

const end = endOfValues() / 1000;
let fake: FakePrometheus;

beforeAll(async () => {
  fake = await startPrometheus();
  for (const { metric, labels, points } of metricTable(endOfValues(), prometheusStep)) {
    const samples = points.map(([at, value]) => [at / 1000, value] as const);
    fake.series.push({ labels: { __name__: metric, ...labels }, samples });
  }
});
afterAll(() => fake[Symbol.asyncDispose]());

type Form = Readonly<Record<string, string>>;

async function answerOf(base: string, path: string, form: Form) {
  const words = new URLSearchParams(form);
  const isQuery = path.endsWith('query_range');
  const response = await (isQuery
    ? fetch(base + path, { method: 'POST', body: words })
    : fetch(`${base}${path}?${words}`));
  const said = (await response.json()) as { data?: { result?: unknown[] } | unknown[] };
  // Of series the order is nobody's business.
  const list = Array.isArray(said.data) ? said.data : said.data?.result;
  list?.sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
  return { status: response.status, type: response.headers.get('content-type'), said };
}

const keyOf = (found: unknown): string => {
  const { metric = found } = found as { metric?: object };
  return JSON.stringify(Object.entries(metric as object).sort());
};

const expectAlike = async (path: string, form: Form): Promise<void> => {
  const bases = [serviceAt('PROMETHEUS_URL'), fake.url];
  const [real, faked] = await Promise.all(bases.map((url) => answerOf(url, path, form)));
  expect(faked).toEqual(real);
};

describe('a fake Prometheus answers as a real one', () => {
  it.each([
    ...['contract_requests', 'contract_requests{host="web1"}', 'contract_requests{host=~"web.*"}'],
    ...[
      'contract_requests{host!="web1"}',
      '{__name__="contract_gap"}',
      '{host="web1"}',
      'contract_gap',
      'contract_odd',
    ],
    ...['sum(contract_requests)', 'sum by (host) (contract_requests)', 'max(contract_many)', 'avg(contract_requests)'],
    ...['count(contract_many)', 'rate(contract_requests[5m])', 'contract_requests * 2', '1', 'nothing'],
    ...['rate(contract_gap)', 'nosuch(contract_gap)', 'sum(contract_gap', 'contract_gap)', 'contract_gap{', ''],
    'contract_requests[5m]',
  ])('of the query %s', (query) =>
    expectAlike('/api/v1/query_range', { query, start: `${end - 300}`, end: `${end}`, step: '30' }),
  );

  it.each([
    [`${end}`, `${end - 300}`, '30'],
    [`${end - 300}`, `${end}`, '0'],
    [`${end - 300}`, `${end}`, '-5'],
    [`${end - 300}`, `${end}`, '7'],
    [`${end - 300}`, `${end}`, 'x'],
    [`${end - 600_000}`, `${end}`, '30'],
    [`${end + 1000}`, `${end + 2000}`, '30'],
    ['x', `${end}`, '30'],
  ])('from %s until %s each %s s', (start, until, step) =>
    expectAlike('/api/v1/query_range', { query: 'contract_gap', start, end: until, step }),
  );

  it.each([
    'contract_requests',
    'contract_requests{host="web2"}',
    '{__name__=~"contract_g.*"}',
    'nothing',
    'contract_gap{',
  ])('of the series %s', (match) =>
    expectAlike('/api/v1/series', { 'match[]': match, start: `${end - 3600}`, end: `${end}` }),
  );

  it('of the names that there are', () => expectAlike('/api/v1/label/__name__/values', {}));
});
