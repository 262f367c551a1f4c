import { type Allowed, type Answer, fault, issueAt, noIssue } from './asked.ts';
import { bodyFault } from './body.ts';
import { creationFields } from './creation.ts';
import { settle } from './settle.ts';
import type { FieldDefinition, Person } from './shapes.ts';
import type { Issue, Site } from './site.ts';
import { mayDo } from './transitions.ts';

/** Undefined where it has no such thing. */
export function act(asked: Allowed): Answer | undefined {
  const { rest, site, method } = asked;
  if (rest === '/issue' && method === 'POST') return create(asked);
  const issue = issueAt(rest, site);
  if (issue === undefined) return rest.startsWith('/issue/') ? noIssue : undefined;
  const [, , , part] = rest.split('/');
  if (part === 'comment' && method === 'POST') return comment(issue, asked);
  if (part === 'assignee' && method === 'PUT') return assign(issue, asked);
  return part === 'transitions' && method === 'POST' ? move(issue, asked) : undefined;
}

function comment(issue: Issue, { body, site, views, asker }: Allowed): Answer {
  const wrong = bodyFault(body['body'], site.edition);
  if (wrong !== undefined) return fault(400, '', { comment: wrong });
  return { status: 201, body: views.comment(issue, site.comment(issue, asker, body['body'])) };
}

/** Nobody is meant by null, and by no id. */
function personIn(given: unknown, site: Site): Person | 'nobody' | undefined {
  if (given === null) return 'nobody';
  const { accountId, id = accountId, name } = (given ?? {}) as Record<string, unknown>;
  const named = site.edition === 'cloud' ? id : name;
  if (named === null) return 'nobody';
  return site.people.find((one) => one.id === named && one.isActive !== false);
}

function assign(issue: Issue, { body, site, asker }: Allowed): Answer {
  const person = personIn(body, site);
  if (person === undefined) {
    const words =
      site.edition === 'cloud' ? 'Specify a valid value for assignee' : `User '${body['name']}' does not exist.`;
    return fault(400, '', { assignee: words });
  }
  site.assign(issue, person === 'nobody' ? undefined : person, asker);
  return { status: 204 };
}

function move(issue: Issue, { body, site, asker }: Allowed): Answer {
  const { id } = (body['transition'] ?? {}) as { id?: unknown };
  const meant = mayDo(issue, asker).find((one) => one.id === `${id}`);
  if (meant === undefined) {
    const words = `It seems that you have tried to perform a workflow operation that is not valid for the current state of this issue. The likely cause is that somebody has changed the issue recently, please look at the issue history for details.`;
    return fault(400, words);
  }
  const settled = settle((body['fields'] ?? {}) as Record<string, unknown>, meant.fields ?? [], site);
  if ('errors' in settled) return fault(400, '', settled.errors);
  if (meant.refuses !== undefined) return fault(400, meant.refuses);
  site.move(issue, site.status(meant.to), asker);
  keep(issue, settled.values, meant.fields ?? [], site);
  return { status: 204 };
}

function create({ body, site, views, asker }: Allowed): Answer {
  const given = { ...(body['fields'] as Record<string, unknown>) };
  const { key } = (given['project'] ?? {}) as { key?: string };
  const project = site.projects.get(key ?? '');
  if (project === undefined || project.isClosed === true)
    return fault(400, '', { project: 'Specify a valid project ID or key' });
  const { id, name } = (given['issuetype'] ?? {}) as { id?: string; name?: string };
  const type = project.types.find((one) => one.id === id || one.name === name);
  if (type === undefined) return fault(400, '', { issuetype: 'Specify an issue type' });
  const known = creationFields(type);
  const settled = settle(given, known, site);
  if ('errors' in settled) return fault(400, '', settled.errors);
  const title = `${given['summary']}`;
  const issue = site.addIssue(project, { title, type, reporter: asker });
  keep(issue, settled.values, known, site);
  const { self } = views.issue(issue, []) as { self: string };
  return { status: 201, body: { id: issue.id, key: issue.key, self } };
}

/** What was settled, where an issue has it. */
function keep(issue: Issue, values: Record<string, unknown>, known: readonly FieldDefinition[], site: Site): void {
  for (const { id } of known) {
    const value = values[id];
    if (value === undefined) continue;
    if (id === 'description') issue.description = value;
    else if (id === 'labels') issue.labels = value as string[];
    else if (id === 'duedate') issue.due = value as string;
    else if (id === 'priority' || id === 'resolution') issue[id] = (value as { name: string }).name;
    else if (id === 'components') issue.components = (value as { name: string }[]).map(({ name }) => name);
    else if (id === 'assignee') issue.assignee = personOf(value, site);
    else if (id.startsWith('customfield_')) issue.custom[id] = value;
  }
}

function personOf(value: unknown, site: Site): Person | undefined {
  const person = personIn(value, site);
  return person === 'nobody' ? undefined : person;
}
