import { afterAll, beforeAll } from 'vitest';
import { type FakeGraphite, startGraphite } from '../../../../src/sandbox/graphite/graphite.ts';
import { openGraphite } from '../../../../src/services/graphite/graphite.ts';
import { graphite as language, metricsContract } from '../../../contract/metrics.ts';
import { metricTable } from '../../../support/metric-table.ts';
import { clientOf } from '../../../support/service.ts';

const step = 10_000;
const end = Date.UTC(2026, 10, 21, 12);
let graphite: FakeGraphite;

beforeAll(async () => {
  graphite = await startGraphite({ now: () => end + 1 });
  for (const { path, points } of metricTable(end, step)) {
    graphite.store.give(
      path,
      step / 1000,
      points.map(([at, value]) => [at / 1000, value]),
    );
  }
});
afterAll(() => graphite[Symbol.asyncDispose]());

const open = () => openGraphite(clientOf(graphite.url, { system: 'Graphite', section: 'graphite' }));

metricsContract('a fake Graphite', language, () => ({ metrics: open(), end, step }));
