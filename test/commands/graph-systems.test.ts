import { describe, expect, it, onTestFinished } from 'vitest';
import { graphiteConfig, noon, openMetricShop, type Shop } from '../support/metric-store.ts';
import { type FakePrometheus, startPrometheus } from '../support/prometheus-server/server.ts';

const minute = 60;

/** Both systems; `seen` is what Prometheus was told of who asks. */
async function openBoth(more = ''): Promise<{ shop: Shop; prometheus: FakePrometheus; seen: (string | undefined)[] }> {
  const prometheus = await startPrometheus();
  onTestFinished(() => prometheus[Symbol.asyncDispose]());
  const seen: (string | undefined)[] = [];
  prometheus.fault = ({ headers }) => {
    seen.push(headers.authorization);
    return false;
  };
  for (const code of ['200', '500']) {
    const samples = Array.from({ length: 60 }, (_, index) => [noon / 1000 - (59 - index) * minute, index * 6] as const);
    prometheus.series.push({ labels: { __name__: 'http_requests_total', code, host: 'web1' }, samples });
  }
  const shop = await openMetricShop(
    (graphite) =>
      `${graphiteConfig(graphite)}  errors: { system: prometheus, targets: ['rate(http_requests_total{code="500"}[5m])'] }
  mixed: { system: graphite, targets: [shop.web.requests] }
prometheus: { url: '${prometheus.url}', ${more} }
`,
  );
  return { shop, prometheus, seen };
}

describe('ops graph of Prometheus', () => {
  it('draws what an expression comes to, a line for each label', async () => {
    const { shop } = await openBoth();
    const line = ['graph', 'sum by (code) (rate(http_requests_total[5m]))', '--system', 'prometheus', '--from', '30m'];
    const { exitCode, stdout } = await shop.type([...line, '--json']);
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      system: 'Prometheus',
      series: [
        { name: '200', last: 0.1, minimum: 0.1, maximum: 0.1, trend: { direction: 'steady' } },
        { name: '500', last: 0.1 },
      ],
    });
  });

  it('asks the system that a graph is of, and that is usual where nothing says', async () => {
    const { shop } = await openBoth("user: ops, token: '${env:PROMETHEUS_TOKEN}'");
    expect(await shop.type(['graph', 'shop.web.requests'])).toMatchObject({
      exitCode: 64,
      stderr: expect.stringContaining('which system? graphite, prometheus'),
    });
    expect(await shop.type(['graph', 'errors', 'mixed'])).toMatchObject({
      exitCode: 64,
      stderr: expect.stringContaining('these are of prometheus and of graphite'),
    });
    expect((await shop.type(['graph', 'mixed', '--json'])).stdout).toContain('"system": "Graphite"');
    const usual = await openBoth('}\nmetrics: { system: graphite');
    expect((await usual.shop.type(['graph', 'shop.web.requests', '--json'])).stdout).toContain('"system": "Graphite"');
    expect((await usual.shop.type(['graph', 'errors', '--json'])).stdout).toContain('"system": "Prometheus"');
  });

  it.each([
    ['', undefined],
    ["token: '${env:PROMETHEUS_TOKEN}'", 'Bearer prometheus-token'],
    ["user: ops, token: '${env:PROMETHEUS_TOKEN}'", `Basic ${Buffer.from('ops:prometheus-token').toString('base64')}`],
  ])('says who asks where the configuration has {%s}', async (more, authorization) => {
    process.env['PROMETHEUS_TOKEN'] = 'prometheus-token';
    onTestFinished(() => {
      delete process.env['PROMETHEUS_TOKEN'];
    });
    const { shop, seen } = await openBoth(more);
    expect(await shop.type(['graph', 'errors', '--json'])).toMatchObject({ exitCode: 0 });
    expect(seen).toEqual([authorization]);
  });

  it('takes no token that stands in the configuration itself', async () => {
    const { shop } = await openBoth('token: abcdef');
    expect(await shop.type(['graph', 'errors'])).toMatchObject({
      exitCode: 78,
      stderr: expect.stringContaining('prometheus.token must be a reference'),
    });
  });

  it.each([
    [
      ['http_request_total'],
      'Prometheus has nothing that is called http_request_total',
      'did you mean http_requests_total?',
    ],
    [['http_requests_total{code="404"}'], 'nothing that is called http_requests_total{code="404"}', 'code="200"'],
    [['rate(http_requests_total)'], 'expected type range vector', 'in quotes'],
    [['http_requests_total[5m]'], 'invalid expression type "range vector"', 'in quotes'],
  ])('%j is refused with what would do', async (argv, message, hint) => {
    const { shop } = await openBoth();
    const { exitCode, stderr } = await shop.type(['graph', ...argv, '--system', 'prometheus']);
    expect([exitCode, stderr]).toEqual([64, expect.stringContaining(message)]);
    expect(stderr).toContain(hint);
  });

  it('finds metrics, and series of one', async () => {
    const { shop } = await openBoth();
    const find = async (pattern: string) => (await shop.type(['graph-find', pattern, '--system', 'prometheus'])).stdout;
    expect(await find('requests')).toBe('• http_requests_total\n');
    expect(await find('http_requests_total{code="500"}')).toBe('• http_requests_total{code="500", host="web1"}\n');
  });
});
