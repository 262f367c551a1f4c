import { type FoundField, OpsError, type TicketField } from '../../src/index.ts';
import type { FieldsOf } from './fields.ts';

/** The refusal, with what a form then asks for besides what the command declares. */
export function withForm(
  { message, hint, details, cause }: OpsError,
  form: readonly FoundField[] | undefined,
): OpsError {
  return new OpsError('usage', message, {
    ...(hint === undefined ? {} : { hint }),
    ...(form === undefined ? {} : { details: { ...details, form } }),
    cause,
  });
}

/**
 * What is needed and was not given, and what was typed as a field: each as a field of a form. Undefined where no form
 * helps, since something that is needed cannot be said in a line.
 */
export function foundFields(of: FieldsOf, words: readonly string[]): readonly FoundField[] | undefined {
  const given = valuesOf(words, of.fields);
  const typed = valuesOf(of.typed ?? words, of.fields);
  const isMissing = ({ id, isRequired, hasDefault }: TicketField): boolean =>
    isRequired && !hasDefault && !given.has(id);
  if (of.fields.some((field) => field.kind === 'other' && isMissing(field))) return undefined;
  const asked = of.fields.filter((field) => field.kind !== 'other' && (typed.has(field.id) || isMissing(field)));
  return [...(of.first ?? []), ...asked.map((field) => foundField(field, typed.get(field.id) ?? [], of))];
}

function valuesOf(words: readonly string[], fields: readonly TicketField[]): Map<string, string[]> {
  const values = new Map<string, string[]>();
  for (const word of words) {
    const at = word.indexOf('=');
    const found = at < 1 ? undefined : fieldCalled(word.slice(0, at).trim(), fields);
    if (found !== undefined) values.set(found.id, [...(values.get(found.id) ?? []), word.slice(at + 1).trim()]);
  }
  return values;
}

const same = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

export function fieldCalled(name: string, fields: readonly TicketField[]): TicketField | undefined {
  return fields.find(({ id }) => id === name) ?? fields.find((field) => same(field.name, name));
}

const severalKinds: ReadonlySet<TicketField['kind']> = new Set(['choices', 'accounts', 'words']);

function foundField(field: TicketField, typed: readonly string[], of: FieldsOf): FoundField {
  const { id, kind, choices, isRequired, hasDefault } = field;
  const option = of.options?.[id];
  const more = kinds[kind];
  const needed = isRequired && !hasDefault;
  return {
    ...(option === undefined || typed.length > 0 ? { option: 'field', key: keyOf(field, of.fields) } : { option }),
    summary: `${capital(of.subject)} ${needed ? 'needs' : 'takes'} it${more === undefined ? '' : `: ${more}`}`,
    type: kind === 'prose' || kind === 'number' || kind === 'date' ? kind : 'text',
    ...{ required: needed, variadic: severalKinds.has(kind) },
    ...(choices === undefined ? {} : { choices }),
    values: choices === undefined ? typed : typed.flatMap((value) => chosen(value, choices)),
  };
}

const capital = (words: string): string => `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;

const kinds: Partial<Record<TicketField['kind'], string>> = {
  time: 'a time such as 2026-12-31T17:00Z',
  account: 'the name of a person',
  accounts: 'names of people',
};

/** As the system writes it; several may stand in one word. */
function chosen(value: string, choices: readonly string[]): string[] {
  const find = (one: string): string | undefined => choices.find((choice) => same(choice, one));
  const whole = find(value);
  return whole === undefined ? value.split(',').flatMap((one) => find(one.trim()) ?? []) : [whole];
}

const longestKey = 200;

/** Its name, where that is short, can stand before `=`, and is no other's. */
function keyOf({ id, name }: TicketField, fields: readonly TicketField[]): string {
  const isPlain = name === name.trim() && !/[=\n]/.test(name) && name.length <= longestKey;
  return isPlain && fields.filter((one) => same(one.name, name)).length === 1 ? name : id;
}
