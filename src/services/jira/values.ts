import type { JiraEdition } from '../../context/config-systems.ts';
import { OpsError } from '../../context/errors.ts';
import type { FieldValue, FieldValues, TicketField, Written } from '../../context/tickets.ts';
import { writeProse } from './prose.ts';

/** What was given for fields, in Jira's own form. */
export function valuesOf(
  values: FieldValues,
  fields: readonly TicketField[],
  edition: JiraEdition,
): Record<string, unknown> {
  const entries = Object.entries(values).map(([id, value]): [string, unknown] => {
    const field = fields.find((one) => one.id === id);
    if (field === undefined) throw new OpsError('failed', `Jira takes no ${id} here`);
    return [id, formOf(value, field, edition)];
  });
  return Object.fromEntries(entries);
}

function formOf(value: FieldValue, field: TicketField, edition: JiraEdition): unknown {
  const account = (id: string): object => (edition === 'cloud' ? { accountId: id } : { name: id });
  switch (field.kind) {
    case 'prose':
      return writeProse(isWritten(value) ? value : { parts: [wordsOf(value)] }, edition);
    case 'number':
      return Number(value);
    case 'time':
      return new Date(wordsOf(value)).toISOString().replace('Z', '+0000');
    case 'account':
      return account(accountsIn(value)[0] ?? '');
    case 'accounts':
      return accountsIn(value).map(account);
    case 'words':
      return listOf(value);
    case 'choice':
      return chosen(wordsOf(value), field);
    case 'choices':
      return listOf(value).map((one) => chosen(one, field));
    default:
      return wordsOf(value);
  }
}

const isWritten = (value: FieldValue): value is Written => typeof value === 'object' && 'parts' in value;

const wordsOf = (value: FieldValue): string =>
  isWritten(value)
    ? value.parts.map((part) => (typeof part === 'string' ? part : part.name)).join('')
    : Array.isArray(value)
      ? value.join(', ')
      : `${value}`;

const listOf = (value: FieldValue): readonly string[] => (Array.isArray(value) ? value : [wordsOf(value)]);

/** By their ids, or as people are mentioned. */
const accountsIn = (value: FieldValue): readonly string[] =>
  isWritten(value) ? value.parts.flatMap((part) => (typeof part === 'string' ? [] : [part.id])) : listOf(value);

function chosen(name: string, { choices = [], ids = [], name: field }: TicketField): object {
  const at = choices.findIndex((one) => one.toLowerCase() === name.toLowerCase());
  if (at === -1) throw new OpsError('usage', `${field} cannot be ${name}`, { hint: `one of ${choices.join(', ')}` });
  const id = ids[at] ?? '';
  return id === '' ? { value: choices[at] } : { id };
}
