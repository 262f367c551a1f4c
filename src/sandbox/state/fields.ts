import { SandboxError } from './errors.ts';
import type { Json } from './model.ts';

const kinds = {
  text: { is: (value: unknown) => typeof value === 'string' && value !== '', named: 'a text' },
  string: { is: (value: unknown) => typeof value === 'string', named: 'a text, which may be empty' },
  plain: {
    is: (value: unknown) =>
      value === null ||
      ['string', 'number'].includes(typeof value) ||
      (Array.isArray(value) && value.every((item) => typeof item === 'string')),
    named: 'a text, a number, a list of texts or null',
  },
  number: { is: (value: unknown) => Number.isFinite(value), named: 'a number' },
  count: { is: (value: unknown) => Number.isInteger(value) && Number(value) >= 0, named: 'a whole number from 0' },
  positive: { is: (value: unknown) => Number.isInteger(value) && Number(value) > 0, named: 'a whole number from 1' },
  share: {
    is: (value: unknown) => typeof value === 'number' && value >= 0 && value <= 1,
    named: 'a number from 0 to 1',
  },
  status: {
    is: (value: unknown) => Number.isInteger(value) && Number(value) >= 200 && Number(value) <= 599,
    named: 'an HTTP status from 200 to 599',
  },
  flag: { is: (value: unknown) => typeof value === 'boolean', named: 'true or false' },
  texts: {
    is: (value: unknown) => Array.isArray(value) && value.every((item) => typeof item === 'string'),
    named: 'a list of texts',
  },
  list: { is: (value: unknown) => Array.isArray(value), named: 'a list' },
  record: {
    is: (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value),
    named: 'an object',
  },
};

type Kind = keyof typeof kinds;

/** What each field has to be; `?` where it may be absent, a list where it is one of these words. */
export type Fields = Readonly<Record<string, Kind | `${Kind}?` | readonly string[]>>;

const invalid = (sentence: string): SandboxError => new SandboxError('invalid', sentence);

function checkField(what: string, name: string, value: unknown, wanted: Fields[string]): void {
  if (typeof wanted !== 'string') {
    if (value === undefined || wanted.includes(value as string)) return;
    throw invalid(`${what}: ${name} is one of ${wanted.join(', ')}, not ${JSON.stringify(value)}`);
  }
  const optional = wanted.endsWith('?');
  if (value === undefined && optional) return;
  const { is, named } = kinds[wanted.replace('?', '') as Kind];
  if (value === undefined) throw invalid(`${what}: ${name} is missing, ${named}`);
  if (!is(value)) throw invalid(`${what}: ${name} is ${named}, not ${JSON.stringify(value)}`);
}

/** Throws a sentence unless the value is an object with these fields and no others. */
export function checkFields(what: string, value: unknown, fields: Fields): void {
  if (!kinds.record.is(value)) throw invalid(`${what} is an object, not ${JSON.stringify(value)}`);
  const given = value as Json;
  const known = Object.keys(fields);
  const unknown = Object.keys(given).find((name) => !Object.hasOwn(fields, name));
  if (unknown !== undefined) {
    throw invalid(`${what}: there is no ${unknown} (known: ${known.join(', ') || 'nothing'})`);
  }
  for (const name of known) checkField(what, name, given[name], fields[name] ?? 'text');
}
