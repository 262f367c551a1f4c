import type { Config } from './config.ts';
import { type BuildSystem, buildSystems } from './config-systems.ts';
import { OpsError } from './errors.ts';

const isSystem = (name: string | undefined): name is BuildSystem => buildSystems.some((one) => one === name);

/** The system that builds: the one named, else the configured one, else the only one. */
export function chooseSystem(named: string | undefined, config: Config): BuildSystem {
  const there = buildSystems.filter((name) => config[name] !== undefined);
  if (named !== undefined) {
    if (isSystem(named) && there.includes(named)) return named;
    const hint = there.length === 0 ? `add ${buildSystems[0]}: to .chatopsrc` : `--system ${there[0]}`;
    throw new OpsError('usage', `no ${named} is configured that builds`, { hint });
  }
  const chosen = config.builds?.system ?? (there.length === 1 ? there[0] : undefined);
  if (chosen !== undefined) return chosen;
  if (there.length > 0)
    throw new OpsError('usage', `which system? ${there.join(', ')}`, { hint: `--system ${there[0]}` });
  throw new OpsError('config', 'no system that builds is configured', {
    hint: `add ${buildSystems.join(' or ')} to .chatopsrc, as .chatopsrc.example shows`,
  });
}
