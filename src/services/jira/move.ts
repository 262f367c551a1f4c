import { OpsError } from '../../context/errors.ts';
import type { FieldValues, Transition } from '../../context/tickets.ts';
import type { Answer } from '../client/client.ts';
import type { Jira } from './ask.ts';
import { noTicket } from './comments.ts';
import { readFault, readFieldFaults } from './fault.ts';
import { readField } from './field-kind.ts';
import { readState } from './read.ts';
import { transitionsShape } from './shapes.ts';
import { valuesOf } from './values.ts';

export async function listTransitions(key: string, jira: Jira): Promise<Transition[] | undefined> {
  const query = { expand: 'transitions.fields' };
  const found = await jira.find(pathOf(key, 'transitions'), transitionsShape, { query });
  return found?.transitions.map(({ id, name, to, fields }) => ({
    ...{ id, name, to: readState(to) },
    fields: Object.entries(fields ?? {}).map(([field, one]) => readField(field, one)),
  }));
}

export async function moveTicket(
  key: string,
  { id, fields }: Pick<Transition, 'id' | 'fields'>,
  values: FieldValues,
  jira: Jira,
): Promise<void> {
  const given = valuesOf(values, fields, jira.edition);
  const json = { transition: { id }, ...(Object.keys(given).length === 0 ? {} : { fields: given }) };
  const answer = await jira.ask(pathOf(key, 'transitions'), { method: 'POST', json, takes: refusals });
  if (answer.status === 404) throw noTicket(key);
  if (answer.status >= 300) throw refused(`Jira does not move ${key}`, answer, fields);
  mustBeTaken(answer);
}

export async function assignTicket(key: string, account: string | undefined, jira: Jira): Promise<void> {
  const id = account ?? null;
  const json = jira.edition === 'cloud' ? { accountId: id } : { name: id };
  const answer = await jira.ask(pathOf(key, 'assignee'), { method: 'PUT', json, takes: refusals });
  if (answer.status === 404) throw noTicket(key);
  if (answer.status >= 300) throw refused(`Jira does not give ${key} to ${account ?? 'nobody'}`, answer, []);
  mustBeTaken(answer);
}

/** A sign-in page that a request was sent on to is no answer, although it says 200. */
function mustBeTaken({ text, json }: Answer): void {
  if (text.trim() !== '') json();
}

/** Answers that say what is wrong with what was asked. */
export const refusals = [400, 404, 409, 422];

/** In Jira's words, with the names of the fields that it means. */
export function refused(
  what: string,
  { text, status }: Answer,
  fields: readonly { id: string; name: string }[],
): OpsError {
  const faults = Object.entries(readFieldFaults(text)).map(([id, said]) => {
    const name = fields.find((one) => one.id === id)?.name ?? id;
    return said.includes(name) ? said : `${name}: ${said}`;
  });
  const said = faults.length > 0 ? faults.join('; ') : readFault(text);
  const hint = status === 409 ? 'somebody changes it at this moment: type it again' : undefined;
  return new OpsError(status === 409 ? 'retry' : 'failed', `${what}: ${said || `it answers ${status}`}`, {
    ...(hint === undefined ? {} : { hint }),
    details: { status, fields: Object.keys(readFieldFaults(text)) },
  });
}

const pathOf = (key: string, part: string): string => `/issue/${encodeURIComponent(key)}/${part}`;
