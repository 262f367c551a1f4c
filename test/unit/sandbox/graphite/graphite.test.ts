import { describe, expect, it, onTestFinished } from 'vitest';
import { type FakeGraphite, startGraphite } from '../../../../src/sandbox/graphite/graphite.ts';
import { stockMetrics } from '../../../../src/sandbox/graphite/stock.ts';

const end = 1_795_228_800;

async function open(): Promise<FakeGraphite> {
  const graphite = await startGraphite({ now: () => end * 1000 });
  onTestFinished(() => graphite[Symbol.asyncDispose]());
  return graphite;
}

const ask = (graphite: FakeGraphite, path: string, asked: Record<string, string>): Promise<Response> =>
  fetch(`${graphite.url}${path}`, { method: 'POST', body: new URLSearchParams(asked) });

async function valuesOf(graphite: FakeGraphite, target: string): Promise<Record<string, (number | null)[]>> {
  const answer = await ask(graphite, '/render', { target, format: 'json', from: `${end - 40}`, until: `${end}` });
  const found = (await answer.json()) as { target: string; datapoints: [number | null, number][] }[];
  return Object.fromEntries(found.map((one) => [one.target, one.datapoints.map(([value]) => value)]));
}

describe('a Graphite on this machine', () => {
  it.each<[string, Record<string, (number | null)[]>]>([
    ['a.x.load', { 'a.x.load': [1, null, 3, 4] }],
    ['a.{x,y}.load', { 'a.x.load': [1, null, 3, 4], 'a.y.load': [10, 10, 10, 10] }],
    ['a.[x-y].l*d', { 'a.x.load': [1, null, 3, 4], 'a.y.load': [10, 10, 10, 10] }],
    ['a.?.load', { 'a.x.load': [1, null, 3, 4], 'a.y.load': [10, 10, 10, 10] }],
    ['a.z.load', {}],
    ["alias(a.x.load,'x')", { x: [1, null, 3, 4] }],
    ['aliasByNode(a.*.load, 1, -1)', { 'x.load': [1, null, 3, 4], 'y.load': [10, 10, 10, 10] }],
    ['aliasByMetric(a.x.load)', { load: [1, null, 3, 4] }],
    ['sumSeries(a.*.load)', { 'sumSeries(a.*.load)': [11, 10, 13, 14] }],
    ['averageSeries(a.x.load, a.y.load)', { 'averageSeries(a.x.load,a.y.load)': [5.5, 10, 6.5, 7] }],
    ['maxSeries(a.*.load)', { 'maxSeries(a.*.load)': [10, 10, 10, 10] }],
    ['minSeries(a.*.load)', { 'minSeries(a.*.load)': [1, 10, 3, 4] }],
    ['scale(a.x.load, -2)', { 'scale(a.x.load,-2)': [-2, null, -6, -8] }],
    ['absolute(offset(a.x.load,-3))', { 'absolute(offset(a.x.load,-3))': [2, null, 0, 1] }],
    ['keepLastValue(a.x.load)', { 'keepLastValue(a.x.load)': [1, 1, 3, 4] }],
    ['movingAverage(a.x.load,2)', { 'movingAverage(a.x.load,2)': [null, 1, 1, 3] }],
    ['perSecond(a.x.load)', { 'perSecond(a.x.load)': [null, null, null, 0.1] }],
    ['nonNegativeDerivative(a.x.load)', { 'nonNegativeDerivative(a.x.load)': [null, null, null, 1] }],
    ["alias(timeShift(a.x.load,'20s'),'before')", { before: [null, null, 1, null] }],
  ])('answers %s', async (target, values) => {
    const graphite = await open();
    const times = [30, 20, 10, 0].map((before) => end - before);
    graphite.store.give(
      'a.x.load',
      10,
      [1, undefined, 3, 4].flatMap((value, at) => (value === undefined ? [] : [[times[at] ?? 0, value] as const])),
    );
    graphite.store.give(
      'a.y.load',
      10,
      times.map((at) => [at, 10] as const),
    );
    expect(await valuesOf(graphite, target)).toEqual(values);
  });

  it.each([
    ['/render', { target: 'foo(a)', format: 'json' }, 400, 'Received request for unknown function: foo'],
    ['/render', { target: 'a', format: 'json', from: 'yesterday-ish' }, 400, 'Unknown day reference: yesterday-ish'],
    ['/render', { target: 'a', format: 'json', from: '-1h', until: '-60min' }, 400, 'Invalid empty time range'],
    ['/metrics/find', { format: 'json' }, 400, 'Missing required parameter'],
    ['/metrics/find', { query: '*' }, 500, 'Server Error'],
    ['/elsewhere', {}, 404, 'Not Found'],
  ])('answers %s %j with %d and a page that says: %s', async (path, asked, status, words) => {
    const answer = await ask(await open(), path, asked);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([status, 'text/html; charset=utf-8']);
    expect(await answer.text()).toContain(words);
  });

  it('has a stock of a shop, the same whenever it is asked, at least a value in all of it', async () => {
    const [one, other] = [await open(), await open()];
    for (const { store } of [one, other]) stockMetrics(store);
    const all = one.store.find('shop.*.*');
    expect(all.length).toBeGreaterThan(10);
    for (const { path } of all) {
      const found = one.store.fetch(path, end - 86_400, end);
      expect(found).toEqual(other.store.fetch(path, end - 86_400, end));
      expect(new Set(found[0]?.values).size, path).toBeGreaterThan(3);
    }
  });
});
