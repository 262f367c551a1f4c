import type { StateCategory, TicketQuery } from '../../context/tickets.ts';

const categories: Readonly<Record<StateCategory, string>> = { new: 'To Do', started: 'In Progress', done: 'Done' };
const minute = 60_000;

/**
 * A query in Jira's own language. Whatever people typed stands in quotes, and cannot end them. Times are told as minutes
 * ago: a date would be read in the time zone of whoever owns the token.
 */
export function jqlOf(query: TicketQuery, now: Date): string {
  const since = (moment: Date): string =>
    quoted(`-${Math.max(1, Math.ceil((now.getTime() - moment.getTime()) / minute))}m`);
  const { keys, projects, assignees, sprint, states, categories: of, updatedSince, createdSince } = query;
  const clauses = [
    among('key', keys),
    among('project', projects),
    among('assignee', assignees),
    sprint === 'open' ? 'sprint in openSprints()' : among('sprint', sprint?.map(String)),
    among('status', states),
    among(
      'statusCategory',
      of?.map((one) => categories[one]),
    ),
    updatedSince && `updated >= ${since(updatedSince)}`,
    createdSince && `created >= ${since(createdSince)}`,
  ].filter((clause) => clause !== undefined);
  return `${clauses.join(' AND ')} ORDER BY ${query.order === 'rank' ? 'rank ASC' : `${query.order} DESC`}`.trim();
}

/** Whether nothing is looked for: Jira has no words for an empty list. */
export const isNothing = ({ keys, projects, assignees, sprint, states, categories: of }: TicketQuery): boolean =>
  [keys, projects, assignees, sprint, states, of].some((values) => values?.length === 0);

const among = (field: string, values: readonly string[] | undefined): string | undefined =>
  values && `${field} in (${values.map(quoted).join(', ')})`;

const escapes: Readonly<Record<string, string>> = { '"': '\\"', '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** https://support.atlassian.com/jira-software-cloud/docs/search-for-issues-using-the-text-field */
function quoted(value: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these have no place in a name
  const clean = value.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, ' ');
  return `"${clean.replaceAll(/["\\\n\r\t]/g, (sign) => escapes[sign] ?? sign)}"`;
}
