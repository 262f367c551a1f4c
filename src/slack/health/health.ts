import type { Context } from '../../context/context.ts';
import type { Watch } from '../watch.ts';
import { healthAddress } from './address.ts';
import { createMetrics } from './metrics.ts';
import { type ObserveParts, observeConnection, observeDelivery, observePongs, observeRunner } from './observe.ts';
import { serveHealth } from './server.ts';
import { judge, openVitals } from './vitals.ts';

/** Serves /healthz and /metrics, and watches what they tell of. */
export async function openHealth(
  value: string,
  { clock, project, output }: Pick<Context, 'clock' | 'project' | 'output'>,
): Promise<Watch> {
  const address = healthAddress(value);
  const vitals = openVitals(clock);
  const metrics = createMetrics(vitals, project.version);
  const server = await serveHealth(address, {
    '/healthz': () => {
      const verdict = judge(vitals, clock.now());
      const body = `${JSON.stringify(verdict)}\n`;
      return { status: verdict.status === 'ok' ? 200 : 503, type: 'application/json', body };
    },
    '/metrics': async () => ({ status: 200, type: metrics.contentType, body: await metrics.text() }),
  });
  output.note(`Health at ${server.url}/healthz, figures at ${server.url}/metrics`);
  if (!address.isLocal) output.warn(`${server.url} can be read by everybody who reaches this machine`);
  const parts: ObserveParts = { clock, vitals, meter: metrics, resolve: project.resolve };
  const arrivals = new Map<string, number>();
  const forget = observePongs(parts);
  return {
    connection: (connection) => observeConnection(connection, arrivals, parts),
    delivery: (delivery) => observeDelivery(delivery, arrivals, parts),
    runner: (runner) => observeRunner(runner, parts),
    waited: metrics.waited,
    closing: () => {
      vitals.state = 'stopping';
    },
    close: () => {
      forget();
      server.close();
    },
  };
}
