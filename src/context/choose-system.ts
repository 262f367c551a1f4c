import type { Config } from './config.ts';
import { type MetricSystem, metricSystems } from './config-metrics.ts';
import { type BuildSystem, buildSystems } from './config-systems.ts';
import { OpsError } from './errors.ts';

/** The system that builds: the one named, else the configured one, else the only one. */
export function chooseSystem(named: string | undefined, config: Config): BuildSystem {
  return choose(buildSystems, { named, usual: config.builds?.system, does: 'builds' }, config);
}

/** The system that keeps values over time, in the same way. */
export function chooseMetrics(named: string | undefined, config: Config): MetricSystem {
  return choose(metricSystems, { named, usual: config.metrics?.system, does: 'keeps metrics' }, config);
}

function choose<System extends keyof Config & string>(
  known: readonly System[],
  { named, usual, does }: { named: string | undefined; usual: System | undefined; does: string },
  config: Config,
): System {
  const there = known.filter((name) => config[name] !== undefined);
  if (named !== undefined) {
    const found = there.find((name) => name === named);
    if (found !== undefined) return found;
    const hint = there.length === 0 ? `add ${known[0]}: to .chatopsrc` : `--system ${there[0]}`;
    throw new OpsError('usage', `no ${named} is configured that ${does}`, { hint });
  }
  const chosen = usual ?? (there.length === 1 ? there[0] : undefined);
  if (chosen !== undefined) return chosen;
  if (there.length > 0)
    throw new OpsError('usage', `which system? ${there.join(', ')}`, { hint: `--system ${there[0]}` });
  throw new OpsError('config', `no system that ${does} is configured`, {
    hint: `add ${known.join(' or ')} to .chatopsrc, as .chatopsrc.example shows`,
  });
}
