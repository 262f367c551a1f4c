// biome-ignore-all lint/suspicious/noTemplateCurlyInString: this is how a reference is written

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OpsError } from '../../../src/context/errors.ts';
import { loadConfig } from '../../../src/system/config.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ops-wrong-'));
});

afterAll(() => rm(folder, { recursive: true }));

async function problemsOf(content: string, env: Record<string, string> = {}): Promise<string> {
  await writeFile(join(folder, '.chatopsrc'), content);
  const error: unknown = await loadConfig(folder, undefined, { HOME: folder, ...env }).catch(
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(OpsError);
  expect(error).toMatchObject({ outcome: 'config', exitCode: 78 });
  return (error as OpsError).message;
}

const web = (rest: string) => `apps: { web: { repository: ., deploy: [x], ${rest} } }`;
const slack = (rest: string) => `slack: { appToken: "\${env:A}", botToken: "\${env:B}", ${rest} }`;

describe('a wrong configuration', () => {
  it.each([
    ['a list', '- web', 'expected a mapping, got a list'],
    ['half a reference', '${env', 'expected a mapping, got "${env"'],
    ['a word', 'web', 'expected a mapping, got "web"'],
    ['a misspelled key', web('depoly: [x]'), 'apps.web.depoly: unknown key, did you mean "deploy"?'],
    ['a key of another tool', 'journal: { colour: red }', 'journal.colour: unknown key; expected one of path, keep'],
    [
      'a text for a list',
      'apps: { web: { repository: ., deploy: ./deploy.sh } }',
      'apps.web.deploy: expected a list of words, got "./deploy.sh"',
    ],
    [
      'no program',
      'apps: { web: { repository: ., deploy: [] } }',
      'apps.web.deploy: expected a list of words that begins with a program, got an empty list',
    ],
    [
      'a misspelled placeholder',
      "apps: { web: { repository: ., deploy: [x, '--to={environmnt}', '{commit}'] } }",
      'apps.web.deploy: unknown placeholder {environmnt}, did you mean {environment}?',
    ],
    [
      'a placeholder like none',
      "apps: { web: { repository: ., deploy: [x, '{who}'] } }",
      'apps.web.deploy: unknown placeholder {who}; expected one of {app} {environment} {ref} {commit} {version} {previous}',
    ],
    ['nothing to deploy', 'apps: { web: { repository: . } }', 'apps.web.deploy: expected a list of words, got nothing'],
    ['an app that is a text', 'apps: { web: ./web }', 'apps.web: expected a mapping, got "./web"'],
    ['apps in a list', 'apps: [web]', 'apps: expected a mapping, got a list'],
    ['a number for a ref', web('ref: 1.10'), 'apps.web.ref: expected text, got the number 1.1; put it in quotes'],
    [
      'a number for a variable, unquoted in the message',
      web('env: { PIN: 4711 }'),
      'apps.web.env.PIN: expected text, got a value of type number; put it in quotes',
    ],
    [
      'a variable no shell can read',
      web('env: { a-b: x }'),
      'apps.web.env.a-b: expected the name of a variable, got a value of type text',
    ],
    [
      'a word for yes or no',
      'environments: { prod: { confirm: yes } }',
      'environments.prod.confirm: expected true or false, got "yes"',
    ],
    [
      'a name in capitals',
      'environments: { Prod: {} }',
      'environments.Prod: expected a name of small letters, digits and dashes, got "Prod"',
    ],
    [
      'an unknown environment',
      `environments: { prod: {} }\n${web('environments: { prd: {} }')}`,
      'apps.web.environments.prd: expected one of prod, got "prd", did you mean "prod"?',
    ],
    [
      'an environment where there is none',
      web('environments: { dev: {} }'),
      'apps.web.environments.dev: expected a name under environments, where there is none, got "dev"',
    ],
    ['an unknown app', `app: wbe\n${web('')}`, 'app: expected one of web, got "wbe", did you mean "web"?'],
    [
      'an address without a scheme',
      `environments: { dev: {} }\n${web('environments: { dev: { url: example.com } }')}`,
      'apps.web.environments.dev.url: expected an http or https address, got "example.com"',
    ],
    [
      'a duration in words',
      `environments: { dev: {} }\n${web('environments: { dev: { health: { url: "http://a", timeout: soon } } }')}`,
      'apps.web.environments.dev.health.timeout: expected a duration such as 30s, or milliseconds, got "soon"',
    ],
    ['a journal that is a text', 'journal: ops.db', 'journal: expected a mapping, got "ops.db"'],
    ['a script folder that is a number', 'scripts: [1]', 'scripts.0: expected a path, got the number 1'],
    [
      'half a child',
      slack('pool: 0.5'),
      'slack.pool: expected a whole number from 0 to 32, got a value of type number',
    ],
    ['slack without anything under it', 'slack:', 'slack: expected a mapping, got nothing'],
    [
      'a token that is missing',
      'slack: { appToken: "${env:A}" }',
      'slack.botToken: expected a reference such as ${env:NAME}, got nothing',
    ],
    [
      'a token as it is',
      'slack: { appToken: "${env:A}", botToken: xoxb-1-2-3 }',
      'slack.botToken must be a reference, got a literal value; write ${env:SLACK_BOT_TOKEN}',
    ],
    [
      'half a token as it is',
      'slack: { botToken: "${env:A}", appToken: "xapp-${env:A}" }',
      'slack.appToken must be a reference, got a literal value; write ${env:SLACK_APP_TOKEN}',
    ],
    [
      'another kind of reference',
      web('ref: "${vault:x}"'),
      'apps.web.ref: expected ${env:NAME} or ${file:path} after "${"; write $${ for the two signs themselves',
    ],
    [
      'a reference without an end',
      web('ref: "${env:X"'),
      'apps.web.ref: expected ${env:NAME} or ${file:path} after "${"; write $${ for the two signs themselves',
    ],
    [
      'a reference to a value of another kind',
      'environments: { dev: { confirm: "${env:SURE}" } }',
      'environments.dev.confirm: expected true or false, got a hidden value from env:SURE',
    ],
    [
      'a reference to a wrong value',
      slack('apiUrl: "${env:SURE}"'),
      'slack.apiUrl: expected an http or https address, got a hidden value from env:SURE',
    ],
    [
      'a name that objects have already',
      'environments: { constructor: {} }',
      'environments.constructor: this name cannot be used',
    ],
    [
      'a long text',
      `app: ${'a B'.repeat(50)}`,
      `app: expected a name of small letters, digits and dashes, got "${'a B'.repeat(20).slice(0, 59)}…"`,
    ],
  ])('tells %s', async (_, content, expected) => {
    expect(await problemsOf(content, { SURE: 'very-sure', A: 'xapp-1', B: 'xoxb-1' })).toBe(`.chatopsrc: ${expected}`);
  });

  it('tells all problems, one a line', async () => {
    expect(await problemsOf('app: 1\nscript: []\nenvironments: { Dev: { confirm: 1 } }')).toBe(
      [
        '.chatopsrc: app: expected a name of small letters, digits and dashes, got the number 1',
        '.chatopsrc: environments.Dev: expected a name of small letters, digits and dashes, got "Dev"',
        '.chatopsrc: environments.Dev.confirm: expected true or false, got the number 1',
        '.chatopsrc: script: unknown key, did you mean "scripts"?',
      ].join('\n'),
    );
  });

  it('tells at most ten', async () => {
    const keys = Array.from({ length: 13 }, (_, index) => `unknown-${index}: 1`);
    const lines = (await problemsOf(keys.join('\n'))).split('\n');
    expect(lines).toHaveLength(11);
    expect(lines.at(-1)).toBe('… and 3 more');
  });

  it('bears a configuration that holds itself', async () => {
    expect(await problemsOf('apps: &a { web: *a }')).toContain('.chatopsrc: apps.web.web: unknown key');
  });

  it('says where every key is explained', async () => {
    await writeFile(join(folder, '.chatopsrc'), 'x: 1');
    await expect(loadConfig(folder, undefined, { HOME: folder })).rejects.toMatchObject({
      hint: 'every key is explained in .chatopsrc.example',
    });
  });
});
