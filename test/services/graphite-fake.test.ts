import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FakeGraphite, startGraphite } from '../../src/sandbox/graphite/graphite.ts';
import { metricTable } from '../support/metric-table.ts';
import { endOfValues, serviceAt } from './address.ts';
import { graphiteStep as step } from './graphite.ts';

const end = endOfValues() / 1000;
let fake: FakeGraphite;

beforeAll(async () => {
  fake = await startGraphite();
  for (const { path, points } of metricTable(endOfValues(), step)) {
    const values = points.map(([at, value]) => [at / 1000, value] as const);
    fake.store.give(path, step / 1000, values);
  }
});
afterAll(() => fake[Symbol.asyncDispose]());

type Form = Readonly<Record<string, string>>;

/** Of a fault of its own only that it is one; of series what is the same each time. */
async function answerOf(base: string, path: string, form: Form) {
  const method = path === '/render' ? 'POST' : 'GET';
  const words = new URLSearchParams(form);
  const response = await (method === 'GET'
    ? fetch(`${base}${path}?${words}`)
    : fetch(base + path, { method, body: words }));
  const text = await response.text();
  const { status, headers } = response;
  if (status === 500) return { status };
  return { status, type: headers.get('content-type'), said: status === 200 ? contentOf(text) : text.trim() };
}

function contentOf(text: string): unknown {
  const found = JSON.parse(text) as { target?: string; datapoints?: unknown; path?: string; is_leaf?: unknown }[];
  return found
    .map(({ target, datapoints, path, is_leaf: isLeaf }) => ({ target, datapoints, path, isLeaf: Boolean(isLeaf) }))
    .sort((one, other) => (`${one.target}${one.path}` < `${other.target}${other.path}` ? -1 : 1));
}

const expectAlike = async (path: string, form: Form): Promise<void> => {
  const [real, faked] = await Promise.all(
    [serviceAt('GRAPHITE_URL'), fake.url].map((url) => answerOf(url, path, form)),
  );
  expect(faked).toEqual(real);
};

describe('a fake Graphite answers as a real one', () => {
  it.each([
    ...[
      'contract.web1.requests',
      'contract.{web1,web2}.requests',
      'contract.web[12].requests',
      'contract.w?b1.requests',
    ],
    ...['contract.gap', 'contract.odd', 'contract.many.n00*', 'nothing', 'contract', 'contract.*', '', '('],
    ...['contract.gap)', 'contract.gap,', 'sumSeries(contract.gap', 'nosuch(<b>&"x")', 'sumSeries()'],
    ...['sumSeries(contract.gap,contract.web1.requests)', 'averageSeries(contract.web*.requests)'],
    ...['maxSeries(contract.web*.requests)', "alias(contract.gap,'x y')", 'alias(contract.gap)'],
    ...['aliasByNode(contract.*.requests,1)', 'aliasByNode(contract.*.requests,9)', 'scale(contract.gap,2)'],
    ...['scale(contract.gap)', 'movingAverage(contract.web1.requests,3)', "contract.web1.requests|alias('z')"],
    ...['nonNegativeDerivative(contract.web1.requests)', 'keepLastValue(contract.gap)', 'absolute(contract.odd)'],
    ...["timeShift(contract.web1.requests,'1min')", "timeShift(contract.gap,'x')"],
  ])('of the target %s', (target) =>
    expectAlike('/render', { target, format: 'json', from: `${end - 100}`, until: `${end}`, maxDataPoints: '300' }),
  );

  it.each(['1', '3', '7', '10', '0', 'x'])('where %s points are the most', (maxDataPoints) =>
    expectAlike('/render', {
      ...{ target: 'contract.web1.requests', format: 'json', maxDataPoints },
      ...{ from: `${end - 390}`, until: `${end}` },
    }),
  );

  it.each([
    ['nonsense<b>', 'now'],
    [`${end}`, `${end - 100}`],
    [`${end}`, `${end}`],
    [`${end + 1000}`, `${end + 2000}`],
    [`${end - 300}`, `${end - 200}`],
  ])('from %s until %s', (from, until) =>
    expectAlike('/render', { target: 'contract.gap', format: 'json', from, until }),
  );

  it.each([
    ...['*', 'contract', 'contract.*', 'contract.web*', 'contract.*.requests', 'contract.{gap,odd}', 'contract.[go]*'],
    ...['contract.web1.requests', '*.gap', '*gap*', 'con', 'nothing', ''],
  ])('of what is found by %s', (query) => expectAlike('/metrics/find', { query, format: 'json' }));
});
