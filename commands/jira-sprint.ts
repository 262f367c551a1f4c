import {
  type Context,
  defineCommand,
  OpsError,
  type Sprint,
  type Ticket,
  type TicketQuery,
  text,
} from '../src/index.ts';
import { checkLimit, meant, openSprintQuery, personOption, projectOption, requireProject } from './jira/scope.ts';
import { moreWords, sprintWords, ticketTable } from './jira/show.ts';

interface InSprint {
  /** Undefined where it is of everybody. */
  person: string | undefined;
  sprints: readonly (Sprint & { words: string })[];
  tickets: readonly Ticket[];
  hasMore: boolean;
}

export default defineCommand({
  name: 'jira-sprint',
  summary: 'Show what is yours in the open sprint',
  description:
    'By rank, as on the board. Yours are the tickets of whoever types it, whoever owns the token: people.<name>.jira in the configuration says which account that is.',
  options: {
    team: { summary: 'All that is in the sprint, of everybody', type: 'boolean', short: 't' },
    person: personOption,
    project: projectOption,
    limit: { summary: 'At most so many', type: 'integer', default: 50, short: 'n' },
  },
  examples: [
    { line: 'ops jira-sprint', says: 'what you have to do, the most urgent first' },
    { line: 'ops jira-sprint --team', says: 'the whole sprint, and who has what' },
    { line: 'ops jira-sprint --person tom', says: 'what Tom is at' },
  ],
  effect: 'read',
  keep: false,
  run: async ({ team, person, project, limit }, context): Promise<InSprint> => {
    checkLimit(limit);
    if (team && person !== undefined)
      throw new OpsError('usage', '--team is of everybody: leave --person out', { hint: `--person ${person}` });
    const tickets = await context.services.tickets();
    await requireProject(project, tickets);
    const whose = team ? undefined : meant(person, context);
    const { query, sprints } = await openSprintQuery(project, context.config, tickets);
    const of = team ? await ofTeam(query, context) : { ...query, assignees: whose?.ids };
    const found = await tickets.search({ ...of, order: 'rank', most: limit });
    const now = context.clock.now();
    const shown = sprints.length > 0 ? sprints : sprintsOf(found.items);
    return {
      person: whose?.name,
      sprints: shown.map((one) => ({ ...one, words: sprintWords(one, now) })),
      ...{ tickets: found.items, hasMore: found.hasMore },
    };
  },
  show: ({ person, sprints, tickets, hasMore }) => {
    const heads = sprints.map(({ words, goal }) => text(words, ...(goal === undefined ? [] : [`: ${goal}`])));
    if (tickets.length === 0) {
      const whose = person === undefined ? 'Nothing is in an open sprint' : `Nothing in an open sprint is ${person}'s`;
      return [...heads, text(whose)];
    }
    const rows = ticketTable(tickets, { hasPeople: person === undefined, hasSprints: sprints.length > 1 });
    return [...heads, rows, ...(hasMore ? [moreWords('There are more: --limit shows them')] : [])];
  },
});

/** Where no project says whose team it is, it is that of the sprints in which whoever asks has tickets. */
async function ofTeam(
  query: Pick<TicketQuery, 'sprint' | 'projects'>,
  context: Context,
): Promise<Pick<TicketQuery, 'sprint' | 'projects'>> {
  if (query.sprint !== 'open' || query.projects !== undefined) return query;
  const { ids } = meant(undefined, context);
  const tickets = await context.services.tickets();
  const mine = await tickets.search({ ...query, assignees: ids, order: 'rank', most: 100 });
  const sprint = sprintsOf(mine.items).map(({ id }) => id);
  if (sprint.length > 0) return { sprint };
  throw new OpsError('usage', 'nothing in an open sprint is yours, so it is not known which sprint is your team’s', {
    hint: '--project and its key; or jira.projects in .chatopsrc',
  });
}

/** Those that the tickets are in, each once. */
function sprintsOf(tickets: readonly Ticket[]): Sprint[] {
  const open = tickets.flatMap(({ sprint }) => (sprint?.state === 'open' ? [sprint] : []));
  return [...new Map(open.map((sprint) => [sprint.id, sprint])).values()];
}
