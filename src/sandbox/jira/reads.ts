import { type Allowed, type Answer, fault, issueAt, noIssue, numberIn, pageOf } from './asked.ts';
import { describeCreation } from './creation.ts';
import { JqlError } from './jql.ts';
import { search } from './search.ts';
import { boardFields } from './shapes.ts';
import type { Issue } from './site.ts';
import { mayDo } from './transitions.ts';

const mostOfPage = 100;

/** Undefined where it has no such thing. */
export function look(asked: Allowed): Answer | undefined {
  const { rest, views, asker } = asked;
  if (rest === '/myself') return { status: 200, body: views.person(asker) };
  if (rest === '/field') return { status: 200, body: fieldList() };
  if (rest === '/search/jql' || rest === '/search') return lookFor(asked);
  if (rest === '/user/search') return lookForPeople(asked);
  if (rest.startsWith('/project')) return lookForProjects(asked);
  if (rest.startsWith('/issue/createmeta/')) return describeCreation(asked);
  return rest.startsWith('/issue/') ? lookAtIssue(asked) : undefined;
}

function lookAtIssue({ rest, site, views, query, asker }: Allowed): Answer | undefined {
  const issue = issueAt(rest, site);
  if (issue === undefined) return noIssue;
  const [, , , part] = rest.split('/');
  if (part === 'transitions') {
    const isWhole = wordsIn(query, 'expand').includes('transitions.fields');
    const transitions = mayDo(issue, asker).map((one) => views.transition(one, isWhole));
    return { status: 200, body: { expand: 'transitions', transitions } };
  }
  if (part === 'comment') {
    const isDown = query.get('orderBy') === '-created';
    const sorted = isDown ? issue.comments.toReversed() : issue.comments;
    const { shown, startAt, maxResults, total } = pageOf(sorted, query, 100);
    const comments = shown.map((one) => views.comment(issue, one));
    return { status: 200, body: { startAt, maxResults, total, comments } };
  }
  if (part !== undefined) return undefined;
  const fields = wordsIn(query, 'fields');
  return { status: 200, body: views.issue(issue, fields.length === 0 ? ['*all'] : fields, wordsIn(query, 'expand')) };
}

function lookFor(asked: Allowed): Answer {
  const { body, query, site, asker, rest } = asked;
  const isCloud = site.edition === 'cloud';
  if (isCloud && rest === '/search')
    return fault(410, 'The requested API has been removed. Please migrate to the /rest/api/3/search/jql API.');
  try {
    const jql = `${body['jql'] ?? query.get('jql') ?? ''}`;
    const found = search(jql, site, asker);
    return { status: 200, body: isCloud ? cloudPage(found, asked) : serverPage(found, asked) };
  } catch (error) {
    if (error instanceof JqlError) return fault(400, error.message);
    throw error;
  }
}

function cloudPage(found: readonly Issue[], { body, query, views }: Allowed): object {
  const token = `${body['nextPageToken'] ?? query.get('nextPageToken') ?? ''}`;
  const start = token === '' ? 0 : Number(Buffer.from(token, 'base64url').toString());
  const most = Math.min(Number(body['maxResults'] ?? numberIn(query, 'maxResults', 50)), mostOfPage);
  const fields = listOf(body['fields']) ?? wordsIn(query, 'fields');
  const expand = `${body['expand'] ?? query.get('expand') ?? ''}`.split(',');
  const issues = found.slice(start, start + most).map((issue) => views.issue(issue, fields, expand));
  const next = start + issues.length;
  const isLast = next >= found.length;
  return { isLast, ...(isLast ? {} : { nextPageToken: Buffer.from(`${next}`).toString('base64url') }), issues };
}

function serverPage(found: readonly Issue[], { body, views }: Allowed): object {
  const startAt = Number(body['startAt'] ?? 0);
  const maxResults = Math.min(Number(body['maxResults'] ?? 50), mostOfPage);
  const fields = listOf(body['fields']) ?? ['*navigable'];
  const expand = listOf(body['expand']) ?? [];
  const issues = found.slice(startAt, startAt + maxResults).map((issue) => views.issue(issue, fields, expand));
  return { expand: 'schema,names', startAt, maxResults, total: found.length, issues };
}

function lookForPeople({ query, site, views }: Allowed): Answer {
  const words = (query.get(site.edition === 'cloud' ? 'query' : 'username') ?? '').toLowerCase();
  if (words === '') return fault(400, 'A query is needed.');
  const isMeant = (text: string): boolean =>
    text
      .toLowerCase()
      .split(/[\s@.]+/)
      .some((part) => part.startsWith(words));
  const found = site.people.filter(({ name, email, id }) =>
    [name, email, id].some((text) => isMeant(text) || text.toLowerCase().startsWith(words)),
  );
  return { status: 200, body: pageOf(found, query).shown.map((one) => views.person(one)) };
}

function lookForProjects({ rest, query, site, views }: Allowed): Answer | undefined {
  const all = [...site.projects.values()];
  if (rest === '/project') return { status: 200, body: all.map((one) => views.project(one)) };
  if (rest === '/project/search') {
    const words = (query.get('query') ?? '').toLowerCase();
    const found = all.filter(({ key, name }) => `${key} ${name}`.toLowerCase().includes(words));
    const { shown, ...page } = pageOf(found, query);
    return { status: 200, body: { ...page, values: shown.map((one) => views.project(one)) } };
  }
  const [, key] = /^\/project\/([^/]+)$/.exec(rest) ?? [];
  const project = all.find((one) => one.key === key);
  if (project === undefined) return fault(404, `No project could be found with key '${key}'.`);
  return { status: 200, body: views.project(project) };
}

/** Those that are found by what they are: their ids differ from one Jira to the next. */
function fieldList(): object[] {
  const custom = (id: string, name: string, type: string, kind: string) => ({
    ...{ id, key: id, name, custom: true, orderable: true, navigable: true, searchable: true },
    schema: { type, custom: kind, customId: Number(id.split('_')[1]) },
  });
  return [
    { id: 'summary', key: 'summary', name: 'Summary', custom: false, schema: { type: 'string', system: 'summary' } },
    custom(boardFields.sprint, 'Sprint', 'array', 'com.pyxis.greenhopper.jira:gh-sprint'),
    custom(boardFields.rank, 'Rank', 'any', 'com.pyxis.greenhopper.jira:gh-lexo-rank'),
    custom(
      boardFields.flagged,
      'Flagged',
      'array',
      'com.atlassian.jira.plugin.system.customfieldtypes:multicheckboxes',
    ),
  ];
}

const wordsIn = (query: URLSearchParams, name: string): string[] =>
  query.getAll(name).flatMap((value) => value.split(',').filter((word) => word !== ''));

const listOf = (value: unknown): string[] | undefined =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : undefined;
