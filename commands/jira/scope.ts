import {
  type Config,
  type Context,
  nearest,
  OpsError,
  type Sprint,
  type TicketQuery,
  type Tickets,
} from '../../src/index.ts';
import { accountNamed, askingPerson, requirePerson } from './person.ts';

export const projectOption = { summary: 'Only of this project, by its key', short: 'p', value: 'key' } as const;

export const personOption = { summary: 'Of somebody else: a name under people', value: 'name' } as const;

/** The most that one line reads. */
export const mostTickets = 500;

export function checkLimit(limit: number): void {
  if (limit >= 1 && limit <= mostTickets) return;
  throw new OpsError('usage', `--limit takes 1 to ${mostTickets}, not ${limit}`, { hint: '--limit 50' });
}

/** Whoever is meant, and all accounts that they have: whoever asks, where nobody is named. */
export function meant(
  named: string | undefined,
  context: Pick<Context, 'actor' | 'config' | 'origin'>,
): { name: string; ids: string[] } {
  const name = named === undefined ? askingPerson(context) : requirePerson(named, context);
  if (name === undefined) {
    throw new OpsError('config', `nobody under people is ${context.actor.name}, so their tickets are not known`, {
      hint: 'ops whoami says who that is; add them to people in .chatopsrc, with jira:; or --person name',
    });
  }
  accountNamed(name, context.config);
  return { name, ids: context.config.people[name]?.jira ?? [] };
}

/** The keys that a line means: the one named, else those that are configured; undefined for all that can be seen. */
export function projectsOf(named: string | undefined, { jira }: Pick<Config, 'jira'>): string[] | undefined {
  if (named !== undefined) return [named.toUpperCase()];
  const configured = Object.keys(jira?.projects ?? {});
  return configured.length === 0 ? undefined : configured;
}

/** Throws where a project that was typed is not there, with what may have been meant. */
export async function requireProject(named: string | undefined, tickets: Tickets): Promise<void> {
  if (named === undefined) return;
  const { items } = await tickets.projects(undefined, 100);
  const keys = items.map(({ key }) => key);
  if (keys.includes(named.toUpperCase())) return;
  const found = await tickets.projects(named, 100);
  if (found.items.some(({ key }) => key === named.toUpperCase())) return;
  const near = nearest(named.toUpperCase(), keys)[0] ?? found.items[0]?.key;
  throw new OpsError(
    'usage',
    `${tickets.system} has no project ${named}, or does not show it to the owner of the token`,
    {
      hint: near === undefined ? `projects are: ${keys.slice(0, 10).join(', ')}` : `did you mean ${near}?`,
    },
  );
}

/**
 * The sprints that are meant: those of the boards that are configured, else all that are open. A board may have tickets of
 * several projects: all of them, unless one is named.
 */
export async function openSprintQuery(
  named: string | undefined,
  config: Pick<Config, 'jira'>,
  tickets: Tickets,
): Promise<{ query: Pick<TicketQuery, 'sprint' | 'projects'>; sprints: readonly Sprint[] }> {
  const { jira } = config;
  const projects = projectsOf(named, config);
  const hasBoard = projects?.some((key) => jira?.projects[key]?.board !== undefined) === true;
  if (projects === undefined || !hasBoard) return { query: { sprint: 'open', projects }, sprints: [] };
  const found = new Map<number, Sprint>();
  for (const project of projects) {
    const board = jira?.projects[project]?.board;
    const { items } = await tickets.openSprints(board === undefined ? { project } : { board });
    for (const sprint of items) found.set(sprint.id, sprint);
  }
  const within = named === undefined ? {} : { projects };
  return { query: { sprint: [...found.keys()], ...within }, sprints: [...found.values()] };
}
