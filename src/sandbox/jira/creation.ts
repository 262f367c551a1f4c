import { type Allowed, type Answer, fault, pageOf } from './asked.ts';
import type { FieldDefinition, TypeDefinition } from './shapes.ts';
import type { Edition } from './site.ts';

const ownFields: readonly FieldDefinition[] = [
  { id: 'summary', name: 'Summary', isRequired: true, schema: { type: 'string', system: 'summary' } },
  { id: 'issuetype', name: 'Issue Type', isRequired: true, schema: { type: 'issuetype', system: 'issuetype' } },
  { id: 'project', name: 'Project', isRequired: true, schema: { type: 'project', system: 'project' } },
  { id: 'description', name: 'Description', schema: { type: 'string', system: 'description' } },
  { id: 'assignee', name: 'Assignee', schema: { type: 'user', system: 'assignee' } },
  { id: 'labels', name: 'Labels', schema: { type: 'array', items: 'string', system: 'labels' } },
  { id: 'duedate', name: 'Due date', schema: { type: 'date', system: 'duedate' } },
];

/** All that a new issue of that type is told. */
export const creationFields = ({ fields }: TypeDefinition): FieldDefinition[] => [...ownFields, ...fields];

/** What can be created, as each edition pages it. */
export function describeCreation({ rest, site, views, query }: Allowed): Answer | undefined {
  const [, key = '', type] = /^\/issue\/createmeta\/([^/]+)\/issuetypes(?:\/([^/]+))?$/.exec(rest) ?? [];
  if (key === '') return undefined;
  const project = site.projects.get(key.toUpperCase());
  if (project === undefined || project.isClosed === true)
    return fault(site.edition === 'cloud' ? 404 : 400, `No project could be found with key '${key}'.`);
  if (type === undefined) {
    const types = project.types.map(({ id, name, isSubtask = false }) => ({ id, name, subtask: isSubtask }));
    return paged(types, 'issueTypes', query, site.edition);
  }
  const meant = project.types.find(({ id }) => id === type);
  if (meant === undefined) return fault(404, 'Issue type could not be found.');
  const fields = creationFields(meant).map((one) => ({ ...views.field(one), fieldId: one.id }));
  return paged(fields, 'fields', query, site.edition);
}

function paged(items: readonly object[], name: string, query: URLSearchParams, edition: Edition): Answer {
  const { shown, startAt, maxResults, total, isLast } = pageOf(items, query);
  if (edition === 'server') return { status: 200, body: { maxResults, startAt, total, isLast, values: shown } };
  return { status: 200, body: { maxResults, startAt, total, [name]: shown } };
}
