import { type Clause, JqlError, parseJql, type Value } from './jql.ts';
import type { Person } from './shapes.ts';
import type { Issue, Site } from './site.ts';

const categories: Readonly<Record<string, string>> = { new: 'To Do', indeterminate: 'In Progress', done: 'Done' };
const units: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };

/** What a query finds, in its order, or throws what Jira would say to it. */
export function search(jql: string, site: Site, asker: Person): Issue[] {
  const { where, order } = parseJql(jql);
  if (where === undefined && site.edition === 'cloud') {
    throw new JqlError('Unbounded JQL queries are not allowed here. Please add a search restriction to your query.');
  }
  const found = [...site.issues.values()].filter((issue) => where === undefined || holds(where, issue, site, asker));
  return found.sort((one, other) => {
    for (const { field, isDown } of order) {
      const difference = compare(one, other, field) * (isDown ? -1 : 1);
      if (difference !== 0) return difference;
    }
    return Number(other.id) - Number(one.id);
  });
}

function compare(one: Issue, other: Issue, field: string): number {
  if (field === 'rank') return one.rank < other.rank ? -1 : Number(one.rank > other.rank);
  if (field === 'updated') return one.updated - other.updated;
  if (field === 'created') return one.created - other.created;
  if (field === 'key') return Number(one.key.split('-')[1]) - Number(other.key.split('-')[1]);
  throw new JqlError(`Not able to sort using field '${field}'.`);
}

function holds(clause: Clause, issue: Issue, site: Site, asker: Person): boolean {
  if (clause.kind === 'not') return !holds(clause.clause, issue, site, asker);
  if (clause.kind === 'and') return clause.clauses.every((one) => holds(one, issue, site, asker));
  if (clause.kind === 'or') return clause.clauses.some((one) => holds(one, issue, site, asker));
  const { field, operator, values } = clause;
  if (field === 'updated' || field === 'created') return isWithin(issue[field], operator, values, site);
  const had = valuesOf(field, issue).map((value) => value.toLowerCase());
  const isEmpty = values.some((value) => 'text' in value && /^(?:empty|null)$/i.test(value.text));
  if (operator === 'is' || operator === 'is not') return isEmpty && (had.length === 0) === (operator === 'is');
  const wanted = values.flatMap((value) => meant(field, value, site, asker)).map((value) => value.toLowerCase());
  if (operator === '~') return wanted.every((word) => had.some((text) => text.includes(word)));
  const isIn = had.some((value) => wanted.includes(value));
  if (operator === '=' || operator === 'in') return isIn;
  if (operator === '!=' || operator === 'not in') return had.length > 0 && !isIn;
  throw new JqlError(`The operator '${operator}' is not supported by the '${field}' field.`);
}

function valuesOf(field: string, issue: Issue): string[] {
  const one = (value: string | undefined): string[] => (value === undefined ? [] : [value]);
  switch (field) {
    case 'key':
    case 'issuekey':
      return [issue.key];
    case 'project':
      return [issue.project.key];
    case 'assignee':
      return one(issue.assignee?.id);
    case 'reporter':
      return [issue.reporter.id];
    case 'status':
      return [issue.status.name];
    case 'statuscategory':
      return one(categories[issue.status.category]);
    case 'sprint':
      return issue.sprints.map(({ id }) => `${id}`);
    case 'labels':
      return issue.labels;
    case 'summary':
      return [issue.title];
    default:
      throw new JqlError(`Field '${field}' does not exist or you do not have permission to view it.`);
  }
}

/** What a value stands for. What is not there is a fault, as it is to Jira. */
function meant(field: string, value: Value, site: Site, asker: Person): string[] {
  if ('call' in value) {
    if (value.call === 'currentuser') return [asker.id];
    if (value.call === 'opensprints')
      return site.sprints.filter(({ state }) => state === 'active').map(({ id }) => `${id}`);
    throw new JqlError(`Unable to find JQL function '${value.call}()'.`);
  }
  const { text } = value;
  if (isThere(field, text, site)) return [text];
  if (field === 'key' || field === 'issuekey')
    throw new JqlError(`An issue with key '${text}' does not exist for field 'key'.`);
  throw new JqlError(`The value '${text}' does not exist for the field '${field}'.`);
}

function isThere(field: string, text: string, site: Site): boolean {
  const isSame = (name: string): boolean => name.toLowerCase() === text.toLowerCase();
  if (field === 'key' || field === 'issuekey') return site.find(text) !== undefined;
  if (field === 'project') return [...site.projects.values()].some(({ key, name }) => isSame(key) || isSame(name));
  // Jira Cloud takes any account, whether it is there or not.
  if (field === 'assignee') return site.edition === 'cloud' || site.people.some(({ id }) => isSame(id));
  if (field === 'status') return site.statuses.some(({ name }) => isSame(name));
  if (field === 'statuscategory') return Object.values(categories).some(isSame);
  if (field === 'sprint') return site.sprints.some(({ id }) => `${id}` === text);
  return true;
}

function isWithin(at: number, operator: string, [value]: readonly Value[], { now }: Site): boolean {
  const text = value !== undefined && 'text' in value ? value.text : '';
  const [, sign, count = '', unit = 'm'] = /^([-+]?)(\d+)([mhdw])$/.exec(text) ?? [];
  if (count === '') throw new JqlError(`Date value '${text}' is invalid.`);
  const limit = now() + (sign === '-' ? -1 : 1) * Number(count) * (units[unit] ?? 0);
  if (operator === '>=') return at >= limit;
  if (operator === '<=') return at <= limit;
  throw new JqlError(`The operator '${operator}' is not supported by dates here.`);
}
