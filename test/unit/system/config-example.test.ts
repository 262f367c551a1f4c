import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LoadedConfig } from '../../../src/context/config.ts';
import { loadConfig } from '../../../src/system/config.ts';
import { configSchema } from '../../../src/system/config-schema.ts';

interface AnySchema {
  type: string;
  pipe?: AnySchema[];
  wrapped?: AnySchema;
  entries?: Record<string, AnySchema>;
  value?: AnySchema;
  item?: AnySchema;
  getter?: () => AnySchema;
}

/** The dotted keys of all values that a schema knows; `*` is a name of the person's own. */
function keysOf({ type, pipe = [], wrapped, entries, value, item, getter }: AnySchema): string[] {
  if (getter !== undefined) return keysOf(getter());
  const inner = pipe.slice(1).find((schema) => schema.entries ?? (schema.type === 'record' ? schema.value : undefined));
  if (inner !== undefined) return keysOf({ ...inner, pipe: [] });
  if (wrapped !== undefined) return keysOf(wrapped);
  if (entries !== undefined) {
    return Object.entries(entries).flatMap(([key, schema]) => keysOf(schema).map((rest) => dotted(key, rest)));
  }
  const ofItems = item === undefined ? [''] : keysOf(item);
  if (ofItems.some((key) => key !== '')) return ofItems.map((rest) => dotted('*', rest));
  if (type === 'record' && value !== undefined) return keysOf(value).map((rest) => dotted('*', rest));
  return [''];
}

const dotted = (key: string, rest: string): string => (rest === '' ? key : `${key}.${rest}`);

const env = {
  REGISTRY_TOKEN: 'registry-token-1',
  SLACK_APP_TOKEN: 'xapp-1-token',
  SLACK_BOT_TOKEN: 'xoxb-1-token',
  LDAP_PASSWORD: 'ldap-1-word',
  JENKINS_TOKEN: 'jenkins-1-token',
  TEAMCITY_TOKEN: 'teamcity-1-token',
  GITHUB_TOKEN: 'github-1-token',
  GRAPHITE_TOKEN: 'graphite-1-token',
  PROMETHEUS_TOKEN: 'prometheus-1-token',
  JIRA_TOKEN: 'jira-1-token',
};

let folder: string;
let loaded: LoadedConfig;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ops-example-'));
  await cp(new URL('../../../.chatopsrc.example', import.meta.url), join(folder, '.chatopsrc'));
  await mkdir(join(folder, 'secrets'));
  await writeFile(join(folder, 'secrets/database-password'), 'open sesame\n');
  loaded = await loadConfig(folder, undefined, { ...env, HOME: folder });
});

afterAll(() => rm(folder, { recursive: true }));

describe('.chatopsrc.example', () => {
  it('is a configuration', () => {
    expect(loaded.config.apps.api?.env.DATABASE_URL).toBe('postgres://api:open sesame@db.example.com/shop');
    expect(loaded.config.apps.web?.environments.prod?.health?.timeout).toBe(120_000);
    expect(Object.keys(loaded.config.environments)).toEqual(['dev', 'uat', 'prod']);
    expect(loaded.config.slack?.botToken).toBe('xoxb-1-token');
  });

  const keys = keysOf(configSchema as unknown as AnySchema);

  it('is compared with all that the schema knows', () => {
    expect(keys).toContain('apps.*.environments.*.health.timeout');
    expect(keys).toContain('slack.botToken');
    expect(keys).toContain('policy.*.when.zone');
  });

  it.each(keys)('says how %s is written', (key) => {
    const pattern = new RegExp(`^${key.replaceAll('.', '\\.').replaceAll('*', '[^.]+')}$`);
    const written = loaded.entries.filter(({ from }) => from !== 'default').map((entry) => entry.key);
    expect(written.filter((name) => pattern.test(name))).not.toEqual([]);
  });
});
