import { isRecord } from './record.ts';

/** A value as JSON can have it: maps, sets and bytes under names that begin with `$`. Functions are left out. */
export function toPlain(value: unknown): unknown {
  if (value instanceof Map) return { $map: [...value].map(([key, item]) => [key, toPlain(item)]) };
  if (value instanceof Set) return { $set: [...value].map(toPlain) };
  if (Buffer.isBuffer(value)) return { $bytes: value.toString('base64') };
  if (Array.isArray(value)) return value.map(toPlain);
  if (!isRecord(value)) return typeof value === 'function' ? undefined : value;
  const entries = Object.entries(value).map(([key, item]): [string, unknown] => [key, toPlain(item)]);
  return entries.some(([key]) => key.startsWith('$')) ? { $object: entries } : Object.fromEntries(entries);
}

const fromEntries = (entries: unknown): [unknown, unknown][] =>
  (entries as [unknown, unknown][]).map(([key, item]) => [key, fromPlain(item)]);

/** The value again. Throws where it is not what `toPlain` makes. */
export function fromPlain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(fromPlain);
  if (!isRecord(value)) return value;
  const [name, ...others] = Object.keys(value);
  if (name === undefined || !name.startsWith('$') || others.length > 0) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, fromPlain(item)]));
  }
  if (name === '$map') return new Map(fromEntries(value[name]));
  if (name === '$set') return new Set((value[name] as unknown[]).map(fromPlain));
  if (name === '$bytes') return Buffer.from(String(value[name]), 'base64');
  if (name === '$object') return Object.fromEntries(fromEntries(value[name]) as [string, unknown][]);
  throw new TypeError(`nothing is called ${name}`);
}
