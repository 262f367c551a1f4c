import { buildSystems } from '../../context/config-systems.ts';
import type { Context } from '../../context/context.ts';
import { OpsError } from '../../context/errors.ts';
import { type Finding, fine, wrong } from './finding.ts';

/** Whether the systems that build, and that have tickets, answer, and let the token in. */
export async function systemFindings({ config, services }: Pick<Context, 'config' | 'services'>): Promise<Finding[]> {
  const builds = buildSystems.filter((name) => config[name] !== undefined);
  return Promise.all([
    ...builds.map((name) => look(name, () => buildWords(name, services))),
    ...(config.jira === undefined ? [] : [look('jira', () => ticketWords(services))]),
  ]);
}

async function look(name: string, words: () => Promise<string>): Promise<Finding> {
  try {
    return fine('systems', await words());
  } catch (error) {
    if (!(error instanceof OpsError) || error.outcome === 'ok') throw error;
    const area = error.outcome === 'config' ? 'configuration' : 'systems';
    return wrong(area, error.message, error.hint ?? `look at ${name} in .chatopsrc`);
  }
}

async function buildWords(name: string, services: Context['services']): Promise<string> {
  const builds = await services.builds(name);
  const { items } = await builds.jobs({ most: 1 });
  const [job] = items;
  return `${builds.system} answers, and has ${job === undefined ? 'no job' : `jobs, such as ${job.name}`}`;
}

async function ticketWords(services: Context['services']): Promise<string> {
  const tickets = await services.tickets();
  const { name } = await tickets.owner();
  return `${tickets.system} answers, and lets ${name} in`;
}
