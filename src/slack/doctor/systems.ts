import { buildSystems } from '../../context/config-systems.ts';
import type { Context } from '../../context/context.ts';
import { OpsError } from '../../context/errors.ts';
import { type Finding, fine, wrong } from './finding.ts';

/** Whether the systems that build answer, and let the token in. */
export async function systemFindings({ config, services }: Pick<Context, 'config' | 'services'>): Promise<Finding[]> {
  const configured = buildSystems.filter((name) => config[name] !== undefined);
  return Promise.all(
    configured.map(async (name) => {
      try {
        const builds = await services.builds(name);
        const { items } = await builds.jobs({ most: 1 });
        const [job] = items;
        return fine(
          'systems',
          `${builds.system} answers, and has ${job === undefined ? 'no job' : `jobs, such as ${job.name}`}`,
        );
      } catch (error) {
        if (!(error instanceof OpsError) || error.outcome === 'ok') throw error;
        const area = error.outcome === 'config' ? 'configuration' : 'systems';
        return wrong(area, error.message, error.hint ?? `look at ${name} in .chatopsrc`);
      }
    }),
  );
}
