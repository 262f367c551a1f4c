import * as v from 'valibot';
import { usualLargestFile, usualLocks } from '../context/config.ts';
import { readSize } from '../context/size.ts';
import { jira } from './config-schema-jira.ts';
import { ldap } from './config-schema-ldap.ts';
import { graphite, graphs, metrics, prometheus } from './config-schema-metrics.ts';
import { duration, mapping, matching, name, record, required, section, text } from './config-schema-parts.ts';
import { freeze, people, policy, roles } from './config-schema-policy.ts';
import { buildDeploy, builds, github, jenkins, teamcity } from './config-schema-systems.ts';
import { isMapping } from './references.ts';

const variable = matching(/^[A-Za-z_][A-Za-z0-9_]*$/, 'the name of a variable');
const address = matching(/^https?:\/\/[^\s/]/, 'an http or https address');
const path = v.pipe(v.string('a path'), v.nonEmpty('a path'));
const token = v.string(`a reference such as \${env:NAME}`);
const env = section(record(variable, v.string('text')));

const words = v.pipe(
  v.array(v.string('text'), 'a list of words'),
  v.check(([program]) => program !== undefined && program !== '', 'a list of words that begins with a program'),
);

/** Told apart before it is looked at, so that a fault within a mapping is named there. */
const deploy = v.lazy((written): typeof words | typeof buildDeploy => (isMapping(written) ? buildDeploy : words));

const day = 86_400_000;
const expectedAge = 'an age such as 14d or 12h';
const age = v.pipe(
  v.string(expectedAge),
  v.regex(/^0*[1-9]\d{0,5}[dh]$/, expectedAge),
  v.transform((value) => Number.parseInt(value, 10) * (value.endsWith('d') ? day : 3_600_000)),
);

const expectedSize = 'a size such as 20MB or 1GB';
const size = v.pipe(
  v.string(expectedSize),
  v.check((value) => readSize(value) !== undefined, expectedSize),
  v.transform((value) => readSize(value) ?? Number.NaN),
);

const output = mapping({
  keep: v.optional(age, '14d'),
  size: v.optional(size, '20MB'),
  total: v.optional(size, '1GB'),
});

const expectedFileSize = 'a size such as 500kB or 25MB, at most 1GB';
const fileSize = v.pipe(
  v.union([v.string(), v.number()], expectedFileSize),
  v.check((value) => (readSize(value) ?? Number.POSITIVE_INFINITY) <= 1e9, expectedFileSize),
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
  deploy: required(deploy),
  env,
  environments: section(record(name, section(appEnvironment))),
});

const slack = mapping({
  appToken: required(token),
  botToken: required(token),
  apiUrl: v.optional(address, 'https://slack.com/api/'),
  word: v.optional(matching(/^\S+$/, 'one word'), 'ops'),
  pool: v.optional(v.pipe(v.number(pool), v.integer(pool), v.minValue(0, pool), v.maxValue(32, pool)), 1),
  groupAge: v.optional(duration, 60_000),
});

const roomKey = matching(/^(?:[CDG][A-Z0-9]{2,}|#[^\s#]+)$/, 'the id of a room such as C0123ABCD, or its #name');
const commandPattern = matching(/^[a-z0-9*][a-z0-9*-]*$/, 'the name of a command, perhaps with *');

const room = mapping({
  reply: v.optional(v.picklist(['channel', 'thread'], 'channel or thread'), 'channel'),
  commands: v.exactOptional(v.array(commandPattern, 'a list of commands')),
  quiet: v.optional(v.boolean('true or false'), false),
});

const positive = 'a whole number above 0';
const amount = v.pipe(v.number(positive), v.integer(positive), v.minValue(1, positive));

const limit = (atOnce: number, perMinute: number, waiting: number) =>
  section(
    mapping({
      atOnce: v.optional(amount, atOnce),
      perMinute: v.optional(amount, perMinute),
      waiting: v.optional(amount, waiting),
    }),
  );

const environment = mapping({
  confirm: v.optional(v.boolean('true or false'), false),
  protected: v.exactOptional(v.boolean('true or false')),
  freeze: v.exactOptional(freeze),
  after: v.exactOptional(name),
});

/** What `.chatopsrc` may hold. The message of a schema is what it expects, as a noun. */
export const configSchema = mapping({
  app: v.exactOptional(name),
  apps: section(record(name, app)),
  environments: section(record(name, section(environment))),
  scripts: v.nullish(v.array(path, 'a list of folders'), []),
  locks: section(
    mapping({ usual: v.optional(duration, usualLocks.usual), longest: v.optional(duration, usualLocks.longest) }),
  ),
  files: section(mapping({ largest: v.optional(fileSize, usualLargestFile) })),
  journal: section(mapping({ path: v.exactOptional(path), keep: v.exactOptional(age) })),
  output: section(output),
  slack: v.exactOptional(slack),
  jenkins,
  teamcity,
  github,
  builds,
  graphite,
  prometheus,
  metrics,
  graphs,
  jira,
  ldap,
  people,
  roles,
  policy,
  rooms: section(record(roomKey, section(room))),
  // A hundred lines at once are answered; what is more than a person types is a program's, and waits.
  limits: section(mapping({ person: limit(8, 300, 200), room: limit(16, 1200, 1000) })),
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
