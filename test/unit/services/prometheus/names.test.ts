import { describe, expect, it } from 'vitest';
import { gridOf } from '../../../../src/services/prometheus/grid.ts';
import { missingIn, namedIn, seriesNames } from '../../../../src/services/prometheus/names.ts';

describe('a query of Prometheus', () => {
  it.each([
    ['up', ['up']],
    ['up{job="a", host=~"b.*"}', ['up{job="a", host=~"b.*"}']],
    ['sum by (host, job) (rate(http_requests_total{code="500"}[5m])) / 2', ['http_requests_total{code="500"}']],
    ['sum(a) without (b) * on(c) group_left(d) e', ['a', 'e']],
    ['a and b unless c offset 5m', ['a', 'b', 'c']],
    ['histogram_quantile(0.95, sum(rate(x_bucket[5m])) by (le))', ['x_bucket']],
    ['a > bool 1e3', ['a']],
    ['label_replace(up, "a", "$1", "b", "(.*)")', ['up']],
    ['up{a="}{"}', ['up{a="}{"}']],
    ['{__name__="up"}', []],
    ['vector(1)', []],
    ['job:requests:rate5m', ['job:requests:rate5m']],
  ])('%s names %j', (query, selectors) => {
    expect(namedIn(query).map(({ selector }) => selector)).toEqual(selectors);
  });

  const all = [{ __name__: 'up', host: 'web1' }, { __name__: 'up', host: 'web2' }, { __name__: 'http_requests_total' }];
  it.each([
    ['up', undefined],
    ['upp', { name: 'upp', near: ['up'] }],
    ['zebra', { name: 'zebra', near: [] }],
    ['http_request_total', { name: 'http_request_total', near: ['http_requests_total'] }],
    ['web_requests', { name: 'web_requests', near: ['http_requests_total'] }],
    ['up{host="web3"}', { name: 'up{host="web3"}', near: ['up{host="web1"}', 'up{host="web2"}'] }],
    ['1 + 1', undefined],
  ])('%s lacks %j', async (query, missing) => {
    const names = async () => [...new Set(all.map(({ __name__: name }) => name))];
    const series = async (selector: string) => all.filter(({ __name__: name }) => name === selector);
    expect(await missingIn(query, names, series)).toEqual(missing);
  });
});

it.each([
  [[{ __name__: 'up', host: 'a' }], ['up']],
  [[{ host: 'a', job: 'b' }], ['a b']],
  [[{}], ['the query']],
  [
    [
      { __name__: 'up', host: 'a' },
      { __name__: 'up', host: 'b' },
    ],
    ['a', 'b'],
  ],
  [
    [
      { __name__: 'up', host: 'a' },
      { __name__: 'down', host: 'a' },
    ],
    ['up', 'down'],
  ],
  [
    [
      { code: '200', host: 'a' },
      { code: '500', host: 'a' },
      { code: '500', host: 'b' },
    ],
    ['200 a', '500 a', '500 b'],
  ],
  [
    [{ host: 'a' }, {}],
    ['a', 'no host'],
  ],
])('series %j are called %j', (labels, names) => {
  expect(seriesNames(labels, 'the query')).toEqual(names);
});

it.each([
  ['2026-11-21T09:00:00Z', '2026-11-21T12:00:00Z', 300, 60, 181],
  ['2026-11-21T11:59:31Z', '2026-11-21T12:00:00Z', 300, 1, 30],
  ['2025-11-21T12:00:00Z', '2026-11-21T12:00:00Z', 300, 2 * 86_400, 183],
  ['2026-11-20T12:00:00Z', '2026-11-21T12:00:00Z', 1e9, 10, 8641],
  ['2026-11-21T11:59:59.100Z', '2026-11-21T11:59:59.900Z', 300, 1, 1],
])('from %s until %s there is a value each so often', (from, until, most, step, count) => {
  const grid = gridOf({ from: new Date(from), until: new Date(until), most });
  expect(grid.step).toBe(step);
  expect((grid.end - grid.start) / grid.step + 1).toBe(count);
});
