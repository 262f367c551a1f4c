import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startGraphite as startFake } from '../../src/sandbox/graphite/graphite.ts';
import { graphiteStep, startGraphite } from '../services/graphite.ts';
import { graphite, isThere } from '../services/packages.ts';
import { metricTable } from '../support/metric-table.ts';
import { percentile } from './measure.ts';
import { startListener } from './project.ts';
import { startSlack } from './slack.ts';
import { bounded, type Section } from './table.ts';

/** As many as Slack takes files at once: each is two calls of a method that begins with twenty. */
const count = 10;
const most = 1500;

/** From a line in a room to its picture in the room. */
export async function measureGraph(stack: AsyncDisposableStack): Promise<Section[]> {
  const { name, url } = await (isThere(graphite) ? openReal(stack) : openFake(stack));
  const slack = stack.use(startSlack());
  const workspace = await slack.open(['room']);
  await startListener(slack, workspace, stack, { configuration: `graphite:\n  url: ${url}\n` });
  const [channel = ''] = workspace.channels;
  const line = "ops graph 'contract.web*.requests' --system graphite --from 10m --threshold 90";
  const times = await slack.pictures(workspace, Array(count).fill({ line, channel }));
  return [
    {
      title: 'Graph',
      how: `${count} × ${line}, on ${name}; sent → file in the room, by the clock of the local Slack`,
      rows: [
        bounded('first line', times[0] ?? Number.NaN, most, 'ms'),
        bounded('p50', percentile(times, 0.5), most, 'ms'),
        bounded('slowest', Math.max(...times), most, 'ms'),
      ],
    },
  ];
}

const lastEnd = (): number => Math.floor(Date.now() / graphiteStep) * graphiteStep;

async function openReal(stack: AsyncDisposableStack): Promise<{ name: string; url: string }> {
  const home = mkdtempSync(join(tmpdir(), 'ops-bench-graphite-'));
  stack.defer(() => rmSync(home, { recursive: true, force: true }));
  const { env } = await startGraphite(home, lastEnd(), stack);
  return { name: 'a real Graphite', url: env['GRAPHITE_URL'] ?? '' };
}

async function openFake(stack: AsyncDisposableStack): Promise<{ name: string; url: string }> {
  const fake = stack.use(await startFake());
  for (const { path, points } of metricTable(lastEnd(), graphiteStep)) {
    const values = points.map(([at, value]) => [at / 1000, value] as const);
    fake.store.give(path, graphiteStep / 1000, values);
  }
  return { name: 'a fake Graphite: `test/services/up --install` brings the real one', url: fake.url };
}
