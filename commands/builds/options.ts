import type { Config } from '../../src/index.ts';
import { buildSystems } from '../../src/index.ts';

/** Those that are configured. */
const systems = (config: Config): readonly string[] => buildSystems.filter((name) => config[name] !== undefined);

/** Which system is asked, where several are configured. */
export const systemOption = { summary: 'Which system, where there are several', choices: systems } as const;
