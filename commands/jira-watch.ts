import {
  type Block,
  type Context,
  defineCommand,
  formatTime,
  linked,
  OpsError,
  type Span,
  styled,
  type Ticket,
  type TicketQuery,
  type Tickets,
  text,
} from '../src/index.ts';
import { lastTime, settle } from './jira/last.ts';
import { emptyMemory, type Memory, newsOf, overlap, remember, type TicketNews } from './jira/memory.ts';
import { meant, openSprintQuery, personOption, projectOption, projectsOf, requireProject } from './jira/scope.ts';

type Scope = Omit<TicketQuery, 'order' | 'most' | 'with'>;

export default defineCommand({
  name: 'jira-watch',
  summary: 'Show what changed in tickets since the last time',
  description:
    'New ones, those that moved, are blocked or done. Each room, and each person in a terminal, has a last time of its own for what is watched; the first time only says so. Made for a schedule: what was told is not told again.',
  options: {
    team: { summary: 'Of everybody, not only yours', type: 'boolean', short: 't' },
    person: personOption,
    project: projectOption,
    sprint: { summary: 'Only of the open sprint', type: 'boolean', short: 's' },
  },
  examples: [
    { line: 'ops jira-watch', says: 'of your tickets' },
    { line: 'ops jira-watch --team --sprint --project PS', says: 'of the sprint, for its room' },
  ],
  // What it remembers is of use to itself alone: nobody is to be asked, and nothing is in its way.
  effect: 'read',
  keep: false,
  run: async ({ team, person, project, sprint }, context) => {
    if (team && person !== undefined) {
      throw new OpsError('usage', '--team is of everybody: leave --person out', { hint: `--person ${person}` });
    }
    const tickets = await context.services.tickets();
    await requireProject(project, tickets);
    const whose = team ? undefined : meant(person, context);
    const projects = projectsOf(project, context.config);
    if (projects === undefined && whose === undefined) {
      throw new OpsError('usage', 'whose tickets are meant is not said', {
        hint: '--project and its key, or --person',
      });
    }
    const within = sprint ? (await openSprintQuery(project, context.config, tickets)).query : { projects };
    const words = [
      whose?.name ?? 'everybody',
      projects?.join(', ') ?? 'all projects',
      ...(sprint ? ['the open sprint'] : []),
    ];
    const subject = `${placeOf(context)} ${words.join(' / ')}`;
    const scope = { ...within, assignees: whose?.ids };
    const last = await lastTime(subject, context);
    const told = last === undefined ? await begin(scope, tickets) : await look(scope, last.memory, tickets);
    const of = {
      remember: (memory: Memory | undefined) => remember(memory ?? emptyMemory, told.found),
      news: (memory: Memory) => newsOf(memory, told.found),
    };
    const news = await settle(subject, last, of, context);
    const count = told.found.length;
    return { watched: words.join(', '), since: last?.at.toISOString(), news, count, isPartial: told.isPartial };
  },
  show: ({ watched, since, news, count, isPartial }) => {
    const partial = isPartial ? [text('There is more than is looked at: narrow it with --project or --sprint')] : [];
    if (since === undefined) {
      return [
        text(`${count} tickets are known from now on (${watched}): what changes is told the next time`),
        ...partial,
      ];
    }
    if (news.length === 0)
      return [text(`Nothing changed since ${formatTime(new Date(since))} (${watched})`), ...partial];
    return [...news.map(newsLine), ...partial];
  },
});

/** A room has one, whoever asks in it; elsewhere whoever asks has it. */
const placeOf = ({ origin, actor }: Pick<Context, 'origin' | 'actor'>): string =>
  origin.type === 'room' ? `slack:${origin.team}:${origin.channel}` : actor.id;

/** The most that is looked at in one go. */
const mostLooked = 2000;

interface Looked {
  found: readonly Ticket[];
  isPartial: boolean;
}

/** All that is open, and what was done a moment ago. */
async function begin(scope: Scope, tickets: Tickets): Promise<Looked> {
  const open = await tickets.search({ ...scope, categories: ['new', 'started'], order: 'updated', most: mostLooked });
  const newest = await tickets.search({ ...scope, order: 'updated', most: 1 });
  const [last] = newest.items;
  if (last === undefined) return { found: [], isPartial: false };
  const recent = await look(scope, { ...emptyMemory, seen: last.updated.getTime() }, tickets);
  const keys = new Set(recent.found.map(({ key }) => key));
  return { found: [...open.items.filter(({ key }) => !keys.has(key)), ...recent.found], isPartial: open.hasMore };
}

async function look(scope: Scope, { seen }: Memory, tickets: Tickets): Promise<Looked> {
  const updatedSince = seen === 0 ? {} : { updatedSince: new Date(seen - overlap) };
  const found = await tickets.search({
    ...scope,
    ...updatedSince,
    order: 'updated',
    with: ['changes'],
    most: mostLooked,
  });
  return { found: found.items, isPartial: found.hasMore };
}

function newsLine({ key, url, title, kinds, from, to, by, assignee }: TicketNews): Block {
  const words = kinds.map((kind): Span => {
    if (kind === 'new') return styled(`new, ${to}`, { bold: true });
    if (kind === 'joined') return styled(`added, ${to}`, { bold: true });
    if (kind === 'moved') return { text: `${from} → ${to}` };
    if (kind === 'done') return styled(`${from} → ${to}`, { color: 'green' });
    return kind === 'blocked' ? styled('blocked', { color: 'red' }) : { text: 'no longer blocked' };
  });
  const said = words.flatMap((word, index) => (index === 0 ? [word] : [', ', word]));
  return text(
    linked(key, url),
    ` ${title}: `,
    ...said,
    by === undefined ? '' : `, by ${by}`,
    assignee === undefined || assignee === by ? '' : ` (${assignee})`,
  );
}
