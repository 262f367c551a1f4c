import {
  type Account,
  type Context,
  type FieldValue,
  type FieldValues,
  type FoundField,
  formatLine,
  nearest,
  OpsError,
  type TicketField,
  type Tickets,
  type Written,
} from '../../src/index.ts';
import { fieldCalled, foundFields, withForm } from './field-form.ts';
import { namedAccount } from './person.ts';
import { writtenText } from './written.ts';

export const fieldOption = {
  summary: 'A field that it needs: name=value',
  repeat: true,
  short: 'f',
  value: 'name=value',
} as const;

export interface FieldsOf {
  /** `Close PS-1822`, `a Bug of PS`: whose fields these are. */
  subject: string;
  fields: readonly TicketField[];
  /** The line so far, without fields. */
  argv: readonly string[];
  /** The words that were typed as fields, where others stand for options and for the configuration. @default all words */
  typed?: readonly string[];
  /** What a form asks for before these. */
  first?: readonly FoundField[];
  /** Options that are such a field, by its id. */
  options?: Readonly<Record<string, string>>;
}

/**
 * `name=value` words by the ids of their fields, checked, with all that is needed: nothing is sent that is not known or
 * not allowed. What is wrong or missing can be filled in.
 */
export async function fieldValues(
  words: readonly string[],
  of: FieldsOf,
  tickets: Tickets,
  context: Pick<Context, 'config' | 'origin'>,
): Promise<FieldValues> {
  try {
    const values = await readFields(words, of, tickets, context);
    requireFields(of, values);
    return values;
  } catch (error) {
    if (!(error instanceof OpsError) || error.outcome !== 'usage') throw error;
    throw withForm(error, foundFields(of, words));
  }
}

export async function readFields(
  words: readonly string[],
  of: FieldsOf,
  tickets: Tickets,
  context: Pick<Context, 'config' | 'origin'>,
): Promise<FieldValues> {
  const given = new Map<TicketField, string[]>();
  for (const word of words) {
    const at = word.indexOf('=');
    if (at < 1) throw new OpsError('usage', `"${word}" is not name=value`, { hint: lineWith(of, given) });
    const field = fieldNamed(word.slice(0, at).trim(), of);
    given.set(field, [...(given.get(field) ?? []), word.slice(at + 1).trim()]);
  }
  const values: Record<string, FieldValue> = {};
  for (const [field, typed] of given) values[field.id] = await readField(field, typed, of, tickets, context);
  return values;
}

function fieldNamed(name: string, of: FieldsOf): TicketField {
  const found = fieldCalled(name, of.fields);
  if (found !== undefined) return found;
  const names = of.fields.filter(({ kind }) => kind !== 'other').map((field) => field.name);
  const [near] = nearest(name, names, 1);
  const all = names.length === 0 ? 'it takes none' : `it takes ${names.join(', ')}`;
  throw new OpsError('usage', `${of.subject} takes no field ${name}`, {
    hint: near === undefined ? all : `did you mean ${near}?`,
  });
}

const several: readonly TicketField['kind'][] = ['choices', 'accounts', 'words'];

async function readField(
  field: TicketField,
  typed: readonly string[],
  of: FieldsOf,
  tickets: Tickets,
  context: Pick<Context, 'config' | 'origin'>,
): Promise<FieldValue> {
  const isList = several.includes(field.kind);
  if (typed.length > 1 && !isList) throw new OpsError('usage', `${field.name} is given twice, and takes one value`);
  const [value = ''] = typed;
  const wrong = (expected: string): OpsError =>
    new OpsError('usage', `${field.name} is ${expected}, not "${value}"`, { hint: lineWith(of) });
  const account = (word: string) => namedAccount(word, tickets, context);
  switch (field.kind) {
    case 'text':
    case 'prose':
      if (value === '') throw wrong('not to be empty');
      if (field.kind === 'text') checkLength(field, value);
      return field.kind === 'text' ? value : writtenText(value, context);
    case 'number':
      if (value === '' || !Number.isFinite(Number(value))) throw wrong('a number');
      return Number(value);
    case 'date':
      if (!isDay(value)) throw wrong('a date such as 2026-12-31');
      return value;
    case 'time':
      if (Number.isNaN(Date.parse(value))) throw wrong('a time such as 2026-12-31T17:00Z');
      return new Date(value).toISOString();
    case 'choice':
      return choiceOf(field, value);
    case 'account':
      return { parts: withCommas([await account(value)]) };
    case 'accounts':
      return { parts: withCommas(await Promise.all(listed(typed).map(account))) };
    case 'choices':
      return (field.choices?.includes(value) ? typed : listed(typed)).map((one) => choiceOf(field, one));
    case 'words':
      return listed(typed);
    case 'other':
      throw new OpsError('usage', `${field.name} cannot be given in a line`, {
        hint: 'fill it in on the page of the ticket',
      });
  }
}

/** What Jira takes in one line. */
const longestLine = 255;

function checkLength({ name }: TicketField, { length }: string): void {
  if (length <= longestLine) return;
  throw new OpsError('usage', `${name} has ${longestLine} characters at the most, and this one has ${length}`, {
    hint: 'say it short, and the rest in the description',
  });
}

const isDay = (value: string): boolean => /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value));

const listed = (typed: readonly string[]): string[] =>
  typed.flatMap((value) => value.split(',').map((word) => word.trim())).filter((word) => word !== '');

const withCommas = (people: readonly Pick<Account, 'id' | 'name'>[]): Written['parts'] =>
  people.flatMap(({ id, name }, index) => [...(index === 0 ? [] : [', ']), { id, name }]);

function choiceOf({ name, choices }: TicketField, typed: string): string {
  if (choices === undefined) return typed;
  const found =
    choices.find((one) => one === typed) ?? choices.find((one) => one.toLowerCase() === typed.toLowerCase());
  if (found !== undefined) return found;
  const [near] = nearest(typed, choices, 1);
  throw new OpsError('usage', `${name} is one of ${shownChoices(choices)}, not "${typed}"`, {
    hint: near === undefined ? `--field ${quoted(`${name}=${choices[0] ?? ''}`)}` : `did you mean ${near}?`,
  });
}

const quoted = (word: string): string => formatLine([word]).replace(/^ops /, '');

const mostChoices = 20;

const shownChoices = (choices: readonly string[]): string =>
  choices.length > mostChoices
    ? `${choices.slice(0, mostChoices).join(', ')} and ${choices.length - mostChoices} more`
    : choices.join(', ');

/** Throws where a field is needed that nobody gave: each with what it may be, and the line to type. */
export function requireFields(of: FieldsOf, given: FieldValues): void {
  const missing = of.fields.filter(
    ({ id, isRequired, hasDefault }) => isRequired && !hasDefault && !Object.hasOwn(given, id),
  );
  if (missing.length === 0) return;
  const unsayable = missing.filter(({ kind }) => kind === 'other');
  const each = missing.map((field) => `${field.name}${whatItTakes(field)}`).join('; ');
  throw new OpsError('usage', `${of.subject} needs ${each}`, {
    hint:
      unsayable.length === 0
        ? formatLine([...of.argv, ...fieldOptions([...(of.typed ?? []), ...missing.map(sampleWord)])])
        : `${unsayable.map(({ name }) => name).join(', ')} cannot be given in a line: fill it in on the page`,
  });
}

function whatItTakes({ kind, choices }: TicketField): string {
  if (choices !== undefined && choices.length > 0)
    return ` (${kind === 'choices' ? 'of ' : ''}${shownChoices(choices)})`;
  const words: Partial<Record<TicketField['kind'], string>> = {
    number: ' (a number)',
    date: ' (a date)',
    time: ' (a time)',
    account: ' (a person)',
    accounts: ' (people)',
    words: ' (words, with commas between)',
  };
  return words[kind] ?? '';
}

const fieldOptions = (words: readonly string[]): string[] => words.flatMap((word) => ['--field', word]);

const sampleWord = (field: TicketField): string => `${field.name}=${sample(field)}`;

function sample({ kind, choices }: TicketField): string {
  if (choices?.[0] !== undefined) return choices[0];
  return kind === 'date' ? '2026-12-31' : kind === 'number' ? '1' : '…';
}

function lineWith({ fields, argv }: FieldsOf, given?: ReadonlyMap<TicketField, unknown>): string {
  const [first] = fields.filter((field) => field.kind !== 'other' && given?.has(field) !== true);
  return formatLine(first === undefined ? argv : [...argv, '--field', `${first.name}=${sample(first)}`]);
}

/** Fields and what they are told, for showing. */
export function shownValues(fields: readonly TicketField[], values: FieldValues): Record<string, string> {
  return Object.fromEntries(
    fields.filter(({ id }) => Object.hasOwn(values, id)).map(({ id, name }) => [name, valueWords(values[id])]),
  );
}

function valueWords(value: FieldValue | undefined): string {
  if (typeof value === 'object' && 'parts' in value) {
    return value.parts.map((part) => (typeof part === 'string' ? part : `@${part.name}`)).join('');
  }
  return Array.isArray(value) ? value.join(', ') : String(value ?? '');
}
