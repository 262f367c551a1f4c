import type { Bounded } from '../../context/builds.ts';
import { OpsError } from '../../context/errors.ts';
import type { Ticket, TicketDetails, TicketQuery } from '../../context/tickets.ts';
import type { Jira } from './ask.ts';
import { need, read } from './ask.ts';
import { readFault } from './fault.ts';
import type { BoardFields } from './fields.ts';
import { isNothing, jqlOf } from './jql.ts';
import { type Reading, readDetails, readTicket } from './read.ts';
import { cloudPageShape, type IssueAnswer, issueShape, serverPageShape } from './shapes.ts';

/** Comments make a page long. */
const [perPage, perPageWithComments] = [100, 50];
const mostPages = 200;

const shortFields = ['summary', 'status', 'issuetype', 'assignee', 'priority', 'labels', 'created', 'updated'];
const detailFields = [
  ...['description', 'reporter', 'resolution', 'duedate', 'components', 'fixVersions', 'parent', 'subtasks'],
  ...['issuelinks', 'comment'],
];

export async function searchTickets(query: TicketQuery, jira: Jira): Promise<Bounded<Ticket>> {
  if (isNothing(query)) return { items: [], hasMore: false };
  const reading = await readingOf(jira);
  // What changes meanwhile may come on two pages.
  const found = new Map<string, Ticket>();
  for await (const issues of pagesOf(query, jira, fieldsOf(query, reading.boardFields))) {
    const read = issues.map((issue) => readTicket(issue, reading));
    for (const one of read) if (isWithin(one, query) && !found.has(one.key)) found.set(one.key, one);
    if (found.size > query.most) break;
  }
  return { items: [...found.values()].slice(0, query.most), hasMore: found.size > query.most };
}

export async function findTicket(key: string, jira: Jira): Promise<TicketDetails | undefined> {
  const reading = await readingOf(jira);
  const fields = [...shortFields, ...detailFields, ...named(reading.boardFields)].join(',');
  const issue = await jira.find(`/issue/${encodeURIComponent(key)}`, issueShape, { query: { fields } });
  return issue && readDetails(issue, reading);
}

export const readingOf = async ({ boardFields, link }: Jira): Promise<Reading> => ({
  boardFields: await boardFields(),
  link,
});

/** Jira tells minutes; what was asked for may be more exact. */
function isWithin({ updated, created }: Ticket, { updatedSince, createdSince }: TicketQuery): boolean {
  return (updatedSince ?? updated) <= updated && (createdSince ?? created) <= created;
}

const named = ({ sprint, flagged }: BoardFields): string[] => [sprint, flagged].filter((id) => id !== undefined);

const fieldsOf = ({ with: besides = [] }: TicketQuery, boardFields: BoardFields): string[] => [
  ...[...shortFields, ...named(boardFields)],
  ...(besides.includes('comments') ? ['comment'] : []),
];

async function* pagesOf(query: TicketQuery, jira: Jira, fields: readonly string[]): AsyncGenerator<IssueAnswer[]> {
  const { with: besides = [], most } = query;
  const jql = jqlOf(query, jira.clock.now());
  const maxResults = Math.min(most + 1, besides.includes('comments') ? perPageWithComments : perPage);
  const isCloud = jira.edition === 'cloud';
  const expand = besides.includes('changes') ? { expand: isCloud ? 'changelog' : ['changelog'] } : {};
  const asked = { jql, fields, maxResults, ...expand };
  yield* isCloud ? cloudPages(asked, jira) : serverPages(asked, jira);
}

async function* cloudPages(asked: object, jira: Jira): AsyncGenerator<IssueAnswer[]> {
  let nextPageToken: string | undefined;
  for (let page = 1; page <= mostPages; page++) {
    const json = { ...asked, ...(nextPageToken === undefined ? {} : { nextPageToken }) };
    const answer = await askFor('/search/jql', json, jira);
    const { issues, isLast, nextPageToken: next } = read(cloudPageShape, answer, '/search/jql');
    yield issues ?? [];
    if (isLast === true || next == null || next === nextPageToken) return;
    nextPageToken = next;
  }
}

async function* serverPages(asked: object, jira: Jira): AsyncGenerator<IssueAnswer[]> {
  for (let startAt = 0, page = 1; page <= mostPages; page++) {
    const answer = await askFor('/search', { ...asked, startAt }, jira);
    const { issues, total } = read(serverPageShape, answer, '/search');
    yield issues;
    startAt += issues.length;
    if (issues.length === 0 || startAt >= total) return;
  }
}

/** To look is safe, although it is posted: a query may be long. */
async function askFor(path: string, json: object, jira: Jira) {
  const answer = await jira.ask(path, { method: 'POST', json, isSafe: true, takes: [400, 404, 410] });
  if (answer.status < 300) return answer;
  const said = readFault(answer.text);
  if (answer.status !== 400) need(undefined, `search at ${path}${said === '' ? '' : `: ${said}`}`);
  throw new OpsError('failed', `Jira cannot look for that: ${said}`, {
    hint: 'are the names right: of projects, of states, and jira: under people?',
  });
}
