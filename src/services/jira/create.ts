import type { NewTicket, TicketField, TicketName, TicketType } from '../../context/tickets.ts';
import { type Jira, read } from './ask.ts';
import { readField } from './field-kind.ts';
import { refusals, refused } from './move.ts';
import { createdShape, fieldsShape, typesShape } from './shapes.ts';
import { valuesOf } from './values.ts';

const perPage = 200;
const mostPages = 10;
/** Said otherwise than as fields. */
const saidApart: readonly string[] = ['project', 'issuetype'];

const pathOf = (project: string): string => `/issue/createmeta/${encodeURIComponent(project)}/issuetypes`;

export async function listTypes(project: string, jira: Jira): Promise<TicketType[] | undefined> {
  // Jira Server says 400 where Jira Cloud says 404.
  const answer = await jira.ask(pathOf(project), { query: { maxResults: perPage }, takes: [400, 404] });
  if (answer.status >= 300) return undefined;
  const { issueTypes, values } = read(typesShape, answer, pathOf(project));
  return (issueTypes ?? values ?? []).map(({ id, name, subtask }) => ({ id, name, isSubtask: subtask ?? false }));
}

export async function listFields(project: string, type: string, jira: Jira): Promise<TicketField[]> {
  const path = `${pathOf(project)}/${encodeURIComponent(type)}`;
  const found: TicketField[] = [];
  let startAt = 0;
  for (let page = 1; page <= mostPages; page++) {
    const answer = await jira.find(path, fieldsShape, { query: { startAt, maxResults: perPage } });
    const listed = answer?.fields ?? answer?.values ?? [];
    startAt += listed.length;
    found.push(...listed.map((one) => readField(one.fieldId, one)));
    if (listed.length === 0 || startAt >= (answer?.total ?? 0)) break;
  }
  return found.filter(({ id }) => !saidApart.includes(id));
}

export async function createTicket({ project, type, fields, values }: NewTicket, jira: Jira): Promise<TicketName> {
  const own = { project: { key: project }, issuetype: { id: type } };
  const json = { fields: { ...own, ...valuesOf(values, fields, jira.edition) } };
  const answer = await jira.ask('/issue', { method: 'POST', json, takes: refusals });
  if (answer.status >= 300) throw refused(`Jira creates no ticket in ${project}`, answer, fields);
  const { key } = read(createdShape, answer, '/issue');
  return { key, url: jira.link(key) };
}
