import {
  type Block,
  defineCommand,
  fields,
  formatTime,
  type Inline,
  linked,
  list,
  OpsError,
  type Span,
  styled,
  type TicketDetails,
  text,
} from '../src/index.ts';
import { requireTicket, ticketKey } from './jira/key.ts';
import { buildLink, moreWords, proseBlocks, sprintWords, stateCell, stateSpan } from './jira/show.ts';

/** Lines of a description, and of a comment, that are shown. */
const [mostOfDescription, mostOfComment] = [40, 10];
const mostLinked = 20;

interface Shown {
  ticket: TicketDetails;
  sprint: string | undefined;
  build: string | undefined;
  /** Comments that are shown. */
  last: number;
}

export default defineCommand({
  name: 'jira-show',
  summary: 'Show a ticket: its state, what it is about, who said what',
  args: { ticket: { summary: 'Its key, or its address', required: true } },
  options: { comments: { summary: 'So many of the last comments', type: 'integer', default: 3, short: 'c' } },
  examples: [
    { line: 'ops jira-show PS-1818', says: 'all that one wants to know of it' },
    { line: 'ops jira-show PS-1818 --comments 20', says: 'with more of what was said' },
  ],
  effect: 'read',
  keep: false,
  run: async ({ ticket: typed, comments }, context): Promise<Shown> => {
    if (comments < 0 || comments > 100)
      throw new OpsError('usage', `--comments takes 0 to 100, not ${comments}`, { hint: '--comments 20' });
    const key = ticketKey(typed, context.config);
    const tickets = await context.services.tickets();
    const ticket = await requireTicket(tickets, key);
    const isShort = ticket.comments.hasMore && comments > 0;
    const said = (isShort ? await tickets.comments(ticket.key, comments) : undefined) ?? ticket.comments;
    const sprint = ticket.sprint && sprintWords(ticket.sprint, context.clock.now());
    return {
      ticket: { ...ticket, comments: said },
      sprint,
      build: buildLink(ticket.key, context.config),
      last: comments,
    };
  },
  show: ({ ticket, sprint, build, last }) => [
    text(linked(ticket.key, ticket.url), ' ', styled(ticket.title, { bold: true })),
    fields({ ...aboutOf(ticket), sprint, build: build === undefined ? undefined : linked(build, build) }),
    ...descriptionOf(ticket),
    ...linksOf(ticket),
    ...commentsOf(ticket, last),
  ],
});

function aboutOf(ticket: TicketDetails): Record<string, Inline | undefined> {
  const { type, assignee, reporter, priority, resolution, due, labels, components, versions } = ticket;
  const words = (values: readonly string[]): string | undefined => values.join(', ') || undefined;
  return {
    ...{ type, state: stateCell(ticket), resolution, assignee: assignee?.name ?? 'nobody', reporter: reporter?.name },
    ...{ priority, due, labels: words(labels), components: words(components), versions: words(versions) },
    ...{ created: formatTime(ticket.created), updated: formatTime(ticket.updated) },
  };
}

function descriptionOf({ description }: TicketDetails): Block[] {
  if (description === '') return [];
  const { blocks, isCut } = proseBlocks(description, mostOfDescription);
  const head = text(styled('Description', { dim: true }));
  return [head, ...blocks, ...(isCut ? [moreWords('… the rest of the description is on its page')] : [])];
}

function linksOf({ parent, subtasks, links }: TicketDetails): Block[] {
  const all = [
    ...(parent === undefined ? [] : [{ relation: 'part of', ticket: parent }]),
    ...links,
    ...subtasks.map((ticket) => ({ relation: 'has the part', ticket })),
  ];
  if (all.length === 0) return [];
  const items = all.slice(0, mostLinked).map(({ relation, ticket: { key, url, title, state } }): Inline => {
    const spans = [`${relation} `, linked(key, url), ` ${title} (`, stateSpan(state), ')'];
    return spans.flat() as (string | Span)[];
  });
  const left = all.length - mostLinked;
  return [list(items), ...(left > 0 ? [moreWords(`and ${left} more on its page`)] : [])];
}

/** The last ones, in the order in which they were said. */
function commentsOf({ comments: { items, hasMore } }: TicketDetails, last: number): Block[] {
  const shown = items.slice(0, last).toReversed();
  const each = shown.flatMap(({ author, at, url, text: said }) => {
    const { blocks, isCut } = proseBlocks(said, mostOfComment);
    const head = text(styled(author?.name ?? 'somebody', { bold: true }), ', ', linked(formatTime(at), url), ':');
    return [head, ...blocks, ...(isCut ? [moreWords('… the rest of it is on its page')] : [])];
  });
  const isMore = last > 0 && (hasMore || items.length > shown.length);
  return [...(isMore ? [moreWords('There are earlier comments: --comments shows more')] : []), ...each];
}
