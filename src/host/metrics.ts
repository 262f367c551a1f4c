import type { Config } from '../context/config.ts';
import type { MetricSystem, MetricSystemConfig } from '../context/config-metrics.ts';
import { OpsError } from '../context/errors.ts';
import type { ServiceParts } from '../context/host.ts';
import type { Metrics } from '../context/metrics.ts';
import { createClient } from '../services/client/client.ts';
import { clientOptions } from './client-options.ts';

/** The system of that name, as it is configured. It is loaded when it is asked for. */
export async function openMetrics(name: MetricSystem, config: Config, parts: ServiceParts): Promise<Metrics> {
  const settings = config[name];
  if (settings === undefined) {
    const hint = `add ${name}: with its url to .chatopsrc, as .chatopsrc.example shows`;
    throw new OpsError('config', `no ${name} is configured`, { hint });
  }
  const asked = { section: name, headers: headersOf(settings), ...clientOptions(settings, parts) };
  if (name === 'graphite') {
    const { faultOf, openGraphite } = await import('../services/graphite/graphite.ts');
    return openGraphite(createClient({ ...asked, system: 'Graphite', faultOf }));
  }
  const { faultOf, openPrometheus } = await import('../services/prometheus/prometheus.ts');
  return openPrometheus(createClient({ ...asked, system: 'Prometheus', faultOf }));
}

function headersOf({ user, token }: MetricSystemConfig): Record<string, string> {
  if (token === undefined) return {};
  if (user === undefined) return { authorization: `Bearer ${token}` };
  return { authorization: `Basic ${Buffer.from(`${user}:${token}`).toString('base64')}` };
}
