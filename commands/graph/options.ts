import { type Config, metricSystems } from '../../src/index.ts';

/** Those that are configured. */
const systems = (config: Config): readonly string[] => metricSystems.filter((name) => config[name] !== undefined);

/** Which system is asked, where both are configured. */
export const systemOption = { summary: 'Which system, where there are several', choices: systems } as const;
