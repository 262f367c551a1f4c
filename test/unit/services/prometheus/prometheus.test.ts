import { afterAll, beforeAll } from 'vitest';
import { openPrometheus } from '../../../../src/services/prometheus/prometheus.ts';
import { prometheus as language, metricsContract } from '../../../contract/metrics.ts';
import { metricTable } from '../../../support/metric-table.ts';
import { type FakePrometheus, startPrometheus } from '../../../support/prometheus-server/server.ts';
import { clientOf } from '../../../support/service.ts';

const step = 30_000;
const end = Date.UTC(2026, 10, 21, 12);
let prometheus: FakePrometheus;

beforeAll(async () => {
  prometheus = await startPrometheus();
  for (const { metric, labels, points } of metricTable(end, step)) {
    const samples = points.map(([at, value]) => [at / 1000, value] as const);
    prometheus.series.push({ labels: { __name__: metric, ...labels }, samples });
  }
});
afterAll(() => prometheus[Symbol.asyncDispose]());

const open = () => openPrometheus(clientOf(prometheus.url, { system: 'Prometheus', section: 'prometheus' }));

metricsContract('a fake Prometheus', language, () => ({ metrics: open(), end, step }));
