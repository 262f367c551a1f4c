import * as v from 'valibot';
import { isMapping } from './references.ts';

const nothing = Symbol('nothing');

/** Where nothing is written, the value's own expectation is what the problem says. */
export const required = <const Schema extends v.GenericSchema>(schema: Schema) => v.optional(schema, nothing as never);

/** A mapping that may be left out, or written with nothing under it. */
export const section = <const Schema extends v.GenericSchema>(schema: Schema) => v.nullish(schema, {} as never);

export function mapping<const Entries extends v.ObjectEntries>(entries: Entries) {
  const known = Object.keys(entries);
  const schema = v.pipe(
    v.custom<Record<string, unknown>>(isMapping, 'a mapping'),
    v.looseObject(entries),
    v.rawCheck<Record<string, unknown>>(({ dataset: { value }, addIssue }) => {
      if (!isMapping(value)) return;
      for (const key of Object.keys(value).filter((written) => !known.includes(written))) {
        addIssue({
          path: [{ type: 'object', origin: 'key', input: value, key, value: undefined }],
          input: known,
          message: 'one of its keys',
        });
      }
    }),
  );
  type Strict = v.ObjectSchema<Entries, undefined>;
  return schema as unknown as v.GenericSchema<v.InferInput<Strict>, v.InferOutput<Strict>>;
}

export const record = <const Schema extends v.GenericSchema>(key: typeof name, schema: Schema) =>
  v.pipe(v.custom<Record<string, v.InferInput<Schema>>>(isMapping, 'a mapping'), v.record(key, schema));

export const matching = (pattern: RegExp, expected: string) => v.pipe(v.string(expected), v.regex(pattern, expected));

export const name = matching(/^[a-z0-9][a-z0-9-]*$/, 'a name of small letters, digits and dashes');
export const text = v.pipe(v.string('text'), v.nonEmpty('text'));

const units: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };
const longestTimer = 2 ** 31 - 1;

function milliseconds(value: string | number): number {
  if (typeof value === 'number') return value;
  const match = /^(\d{1,9})(ms|s|m|h)$/.exec(value);
  return match === null ? Number.NaN : Number(match[1]) * (units[match[2] ?? ''] ?? Number.NaN);
}

const expectedDuration = 'a duration such as 30s, or milliseconds';
export const duration = v.pipe(
  v.union([v.string(), v.number()], expectedDuration),
  v.check((value) => milliseconds(value) > 0 && milliseconds(value) <= longestTimer, expectedDuration),
  v.transform(milliseconds),
);
