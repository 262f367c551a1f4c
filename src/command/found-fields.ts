import type { FormField, FormValues, FoundField } from '../context/form.ts';
import type { Command, OptionDefinition } from './define.ts';

/** What a field of a form is called: `type`, or `field=Team`. */
const foundName = ({ option, key }: FoundField): string => (key === undefined ? option : `${option}=${key}`);

/** Whether an option can be told `key=value`, several times. */
const isKeyed = (option: OptionDefinition | undefined): boolean =>
  option?.repeat === true && option.secret !== true && option.type !== 'file';

const isOf = ({ option, key }: FoundField, { options = {} }: Command): boolean =>
  Object.hasOwn(options, option) && (key === undefined ? options[option]?.secret !== true : isKeyed(options[option]));

/** The fields of a form with those that were found: they stand before the options, and in the place of their own. */
export function withFound(fields: readonly FormField[], found: readonly FoundField[], command: Command): FormField[] {
  const known = found.filter((one) => isOf(one, command));
  const whole = new Set(known.filter(({ key }) => key === undefined).map(({ option }) => option));
  const rest = fields
    .filter(({ kind, name }) => kind === 'argument' || !whole.has(name))
    .map((field) => ({ ...field, values: field.values.filter((word) => !isAsked(field, word, known)) }));
  return [
    ...rest.filter(({ kind }) => kind === 'argument'),
    ...known.map((one): FormField => {
      const { option: _, key, ...field } = one;
      return { name: foundName(one), kind: 'option', ...(key === undefined ? {} : { label: key }), ...field };
    }),
    ...rest.filter(({ kind }) => kind === 'option'),
  ];
}

/** What was typed of it stands in the field of its own. */
function isAsked({ kind, name }: FormField, word: string, found: readonly FoundField[]): boolean {
  if (kind === 'argument') return false;
  const key = word.slice(0, Math.max(0, word.indexOf('='))).trim();
  return found.some((one) => one.option === name && one.key?.toLowerCase() === key.toLowerCase());
}

/** The values of options, those of found fields among them as `key=value`. */
export function withKeyed(values: FormValues, { options = {} }: Command): FormValues {
  const all: Record<string, readonly string[]> = { ...values };
  for (const [name, words] of Object.entries(values)) {
    const [option, key] = split(name);
    if (key === undefined || !Object.hasOwn(options, option) || !isKeyed(options[option])) continue;
    all[option] = [...(all[option] ?? []), ...words.map((word) => `${key}=${word}`)];
  }
  return all;
}

function split(name: string): [string, string | undefined] {
  const at = name.indexOf('=');
  return at < 1 ? [name, undefined] : [name.slice(0, at), name.slice(at + 1)];
}

/** What is wrong with what was filled in of found fields, by their names. */
export function foundFaults(
  found: readonly FoundField[],
  values: FormValues,
  command: Command,
): Record<string, string> {
  const faults = found
    .filter((one) => isOf(one, command))
    .map((one) => [foundName(one), faultOf(one, values[foundName(one)] ?? [])] as const);
  return Object.fromEntries(faults.flatMap(([name, fault]) => (fault === undefined ? [] : [[name, fault]])));
}

function faultOf(field: FoundField, words: readonly string[]): string | undefined {
  const { type, required, variadic, choices } = field;
  const label = field.key ?? `--${field.option}`;
  const [first] = words;
  if (first === undefined) return required ? `${label} is needed` : undefined;
  if (words.length > 1 && !variadic) return `${label} takes one value`;
  const strange = choices === undefined ? undefined : words.find((word) => !choices.includes(word));
  if (strange !== undefined) return `${label} is one of ${shown(choices ?? [])}, not "${strange}"`;
  if (type === 'number' && !Number.isFinite(Number(first))) return `${label} is a number, not "${first}"`;
  if (type === 'date' && !/^\d{4}-\d\d-\d\d$/.test(first))
    return `${label} is a date such as 2026-12-31, not "${first}"`;
  return undefined;
}

const mostShown = 20;

const shown = (choices: readonly string[]): string =>
  choices.length > mostShown
    ? `${choices.slice(0, mostShown).join(', ')} and ${choices.length - mostShown} more`
    : choices.join(', ');
