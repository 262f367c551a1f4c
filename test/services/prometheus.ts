import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { metricTable, openMetrics } from '../support/metric-table.ts';
import { freePort } from '../support/port.ts';
import { type Service, start, until } from './service.ts';

/** Milliseconds between the values that Prometheus is given. */
export const prometheusStep = 30_000;

/** Debian's prometheus, with the series of the suite up to `end`: it takes values of the past only from files. */
export async function startPrometheus(home: string, end: number, stack: AsyncDisposableStack): Promise<Service> {
  const folder = mkdtempSync(join(home, 'prometheus-'));
  const [file, data, configuration] = ['values.txt', 'data', 'prometheus.yml'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  writeFileSync(file, openMetrics(metricTable(end, prometheusStep)));
  writeFileSync(configuration, 'global: {}\n');
  execFileSync('/usr/bin/promtool', ['tsdb', 'create-blocks-from', 'openmetrics', file, data], { stdio: 'pipe' });
  const port = await freePort();
  const words = [
    `--config.file=${configuration}`,
    `--storage.tsdb.path=${data}`,
    `--web.listen-address=127.0.0.1:${port}`,
  ];
  const child = start({ name: 'prometheus', program: '/usr/bin/prometheus', words, folder }, stack);
  const url = `http://127.0.0.1:${port}`;
  await until('prometheus is ready', child, async () => (await fetch(`${url}/-/ready`)).ok);
  return {
    says: `Prometheus   ${url}/graph?g0.expr=contract_requests&g0.tab=0`,
    env: { PROMETHEUS_URL: url },
  };
}
