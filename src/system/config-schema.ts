import * as v from 'valibot';
import { usualLargestFile } from '../context/config.ts';
import { readSize } from '../context/size.ts';
import { isMapping } from './references.ts';

const nothing = Symbol('nothing');

/** Where nothing is written, the value's own expectation is what the problem says. */
const required = <const Schema extends v.GenericSchema>(schema: Schema) => v.optional(schema, nothing as never);

/** A mapping that may be left out, or written with nothing under it. */
const section = <const Schema extends v.GenericSchema>(schema: Schema) => v.nullish(schema, {} as never);

function mapping<const Entries extends v.ObjectEntries>(entries: Entries) {
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

const record = <const Schema extends v.GenericSchema>(key: typeof name, schema: Schema) =>
  v.pipe(v.custom<Record<string, v.InferInput<Schema>>>(isMapping, 'a mapping'), v.record(key, schema));

const matching = (pattern: RegExp, expected: string) => v.pipe(v.string(expected), v.regex(pattern, expected));

const name = matching(/^[a-z0-9][a-z0-9-]*$/, 'a name of small letters, digits and dashes');
const variable = matching(/^[A-Za-z_][A-Za-z0-9_]*$/, 'the name of a variable');
const text = v.pipe(v.string('text'), v.nonEmpty('text'));
const address = matching(/^https?:\/\/[^\s/]/, 'an http or https address');
const path = v.pipe(v.string('a path'), v.nonEmpty('a path'));
const token = v.string(`a reference such as \${env:NAME}`);
const env = section(record(variable, v.string('text')));

const words = v.pipe(
  v.array(v.string('text'), 'a list of words'),
  v.check(([program]) => program !== undefined && program !== '', 'a list of words that begins with a program'),
);

const units: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };
const longestTimer = 2 ** 31 - 1;

function milliseconds(value: string | number): number {
  if (typeof value === 'number') return value;
  const match = /^(\d{1,9})(ms|s|m|h)$/.exec(value);
  return match === null ? Number.NaN : Number(match[1]) * (units[match[2] ?? ''] ?? Number.NaN);
}

const expectedDuration = 'a duration such as 30s, or milliseconds';
const duration = v.pipe(
  v.union([v.string(), v.number()], expectedDuration),
  v.check((value) => milliseconds(value) > 0 && milliseconds(value) <= longestTimer, expectedDuration),
  v.transform(milliseconds),
);

const expectedSize = 'a size such as 500kB or 25MB, at most 1GB';
const size = v.pipe(
  v.union([v.string(), v.number()], expectedSize),
  v.check((value) => (readSize(value) ?? Number.POSITIVE_INFINITY) <= 1e9, expectedSize),
  v.transform((value) => readSize(value) ?? 0),
);

const pool = 'a whole number from 0 to 32';

const appEnvironment = mapping({
  url: v.exactOptional(address),
  env,
  health: v.exactOptional(mapping({ url: required(address), timeout: v.optional(duration, 30_000) })),
});

const app = mapping({
  repository: required(
    v.pipe(v.string('a folder or an address of a git repository'), v.nonEmpty('a folder or an address')),
  ),
  ref: v.optional(text, 'main'),
  deploy: required(words),
  env,
  environments: section(record(name, section(appEnvironment))),
});

const slack = mapping({
  appToken: required(token),
  botToken: required(token),
  apiUrl: v.optional(address, 'https://slack.com/api/'),
  word: v.optional(matching(/^\S+$/, 'one word'), 'ops'),
  pool: v.optional(v.pipe(v.number(pool), v.integer(pool), v.minValue(0, pool), v.maxValue(32, pool)), 1),
});

/** What `.chatopsrc` may hold. The message of a schema is what it expects, as a noun. */
export const configSchema = mapping({
  app: v.exactOptional(name),
  apps: section(record(name, app)),
  environments: section(record(name, section(mapping({ confirm: v.optional(v.boolean('true or false'), false) })))),
  scripts: v.nullish(v.array(path, 'a list of folders'), []),
  files: section(mapping({ largest: v.optional(size, usualLargestFile) })),
  journal: section(mapping({ path: v.exactOptional(path) })),
  slack: v.exactOptional(slack),
});

export type ConfigIssue = v.BaseIssue<unknown>;

interface Checked {
  value: v.InferOutput<typeof configSchema>;
  issues: readonly ConfigIssue[];
}

export function checkShape(content: unknown): Checked {
  const { output, issues = [] } = v.safeParse(configSchema, content);
  return { value: output as Checked['value'], issues };
}
