import { readSize } from '../context/size.ts';
import type { Choices } from './define.ts';
import { parseDuration } from './duration.ts';

/** Makes a value of what was written, or throws the fault: `fail(expected)`. */
export type Reader<Value> = (value: unknown, key: string, fail: Fail) => Value;
export type Fail = (key: string, expected: string, got: unknown) => never;

const nameShape = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

export const words: Reader<string> = (value, key, fail) =>
  typeof value === 'string' && value.trim() !== '' ? value : fail(key, 'text', value);

export const summary: Reader<string> = (value, key, fail) =>
  words(value, key, fail).length <= 60 ? (value as string) : fail(key, 'at most 60 characters', value);

export const flag: Reader<boolean> = (value, key, fail) =>
  typeof value === 'boolean' ? value : fail(key, 'true or false', value);

export const letter: Reader<string> = (value, key, fail) =>
  typeof value === 'string' && /^[a-zA-Z]$/.test(value) ? value : fail(key, 'one letter', value);

export const variable: Reader<string> = (value, key, fail) =>
  typeof value === 'string' && /^[A-Za-z_]\w*$/.test(value) ? value : fail(key, 'the name of a variable', value);

export function oneOf<const Value extends string>(values: readonly Value[]): Reader<Value> {
  return (value, key, fail) =>
    values.find((known) => known === value) ?? fail(key, `one of ${values.join(', ')}`, value);
}

export function listOf<Value>(reader: Reader<Value>, what: string): Reader<Value[]> {
  return (value, key, fail) => {
    if (!Array.isArray(value) || value.length === 0) return fail(key, `a list of ${what}`, value);
    return value.map((item, index) => reader(item, `${key}.${index}`, fail));
  };
}

export function mapOf<Value>(reader: Reader<Value>): Reader<Record<string, Value>> {
  return (value, key, fail) => {
    if (!isRecord(value)) return fail(key, 'names with their declarations', value);
    return Object.fromEntries(
      Object.entries(value).map(([name, one]) => {
        if (!nameShape.test(name)) fail(`${key}.${name}`, 'called in lower case with dashes', name);
        return [name, reader(one, `${key}.${name}`, fail)];
      }),
    );
  };
}

export const milliseconds: Reader<number> = (value, key, fail) => {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value;
  try {
    if (typeof value === 'string' && /[a-z]$/.test(value)) return parseDuration(value, key);
  } catch {}
  return fail(key, 'milliseconds, or a duration like 10m', value);
};

export const fileSize: Reader<string | number> = (value, key, fail) => {
  const isSize = (typeof value === 'string' || typeof value === 'number') && readSize(value) !== undefined;
  return isSize ? value : fail(key, 'a size such as 500kB or 5MB', value);
};

/** A list, or the name of a part of the configuration whose keys are the choices. */
export const choices: Reader<Choices> = (value, key, fail) => {
  if (value === 'environments') return (config) => Object.keys(config.environments);
  if (value === 'apps') return (config) => Object.keys(config.apps);
  return Array.isArray(value)
    ? listOf(words, 'words')(value, key, fail)
    : fail(key, 'a list of words, or environments, or apps', value);
};

export const plain: Reader<string | number | boolean> = (value, key, fail) =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? value
    : fail(key, 'one value', value);

export type Shape = Readonly<Record<string, { reader: Reader<unknown>; required?: true }>>;

export function readRecord(shape: Shape, value: unknown, key: string, fail: Fail): Record<string, unknown> {
  if (!isRecord(value)) return fail(key, `keys with values (${Object.keys(shape).join(', ')})`, value);
  const inside = (name: string): string => (key === '' ? name : `${key}.${name}`);
  const read: Record<string, unknown> = {};
  for (const [name, one] of Object.entries(value)) {
    const known = Object.hasOwn(shape, name) ? shape[name] : undefined;
    if (known === undefined) return fail(inside(name), `one of the keys ${Object.keys(shape).join(', ')}`, name);
    read[name] = known.reader(one, inside(name), fail);
  }
  for (const [name, { reader, required }] of Object.entries(shape)) {
    if (required && !Object.hasOwn(read, name)) reader(undefined, inside(name), fail);
  }
  return read;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
