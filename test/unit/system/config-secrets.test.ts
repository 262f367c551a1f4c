// biome-ignore-all lint/suspicious/noTemplateCurlyInString: this is how a reference is written

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LoadedConfig } from '../../../src/context/config.ts';
import type { OpsError } from '../../../src/context/errors.ts';
import { loadConfig } from '../../../src/system/config.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ops-secrets-'));
});

afterEach(() => rm(folder, { recursive: true }));

async function load(content: object | string, env: Record<string, string> = {}): Promise<LoadedConfig> {
  await writeFile(join(folder, '.chatopsrc'), typeof content === 'string' ? content : JSON.stringify(content));
  return loadConfig(folder, undefined, { HOME: folder, ...env });
}

const web = (rest: object) => ({ apps: { web: { repository: '.', deploy: ['x'], ...rest } } });
const slack = { slack: { appToken: '${env:SLACK_APP_TOKEN}', botToken: '${env:SLACK_BOT_TOKEN}' } };

describe('references', () => {
  it('stand for a variable of the environment', async () => {
    const { config, secrets } = await load(web({ env: { A: '${env:ONE}' } }), { ONE: 'value-1' });
    expect(config.apps.web?.env).toEqual({ A: 'value-1' });
    expect(secrets).toEqual(['value-1']);
  });

  it('stand for a file beside the configuration, without its last line break', async () => {
    await writeFile(join(folder, 'token'), 'line 1\nline 2\n');
    const { config } = await load(web({ env: { A: '${file:token}', B: '${file:~/token}' } }));
    expect(config.apps.web?.env).toEqual({ A: 'line 1\nline 2', B: 'line 1\nline 2' });
  });

  it('may stand within a text, several times, and then the whole text is a secret too', async () => {
    const { config, secrets } = await load(web({ ref: 'v${env:A}-${env:B}' }), { A: '1234', B: '5' });
    expect(config.apps.web?.ref).toBe('v1234-5');
    expect(secrets).toEqual(['1234', 'v1234-5']);
  });

  it('hide nothing where they give spaces alone: all that is aligned would be masked', async () => {
    const { config, secrets } = await load(web({ env: { A: '${env:PAD}' } }), { PAD: ' \t   \n' });
    expect(config.apps.web?.env).toEqual({ A: ' \t   \n' });
    expect(secrets).toEqual([]);
  });

  it('are not read where the signs are escaped, nor in what a reference gave', async () => {
    const { config, secrets } = await load(web({ ref: '$${env:A}', deploy: ['x', '${env:A}'] }), { A: '${env:B}' });
    expect(config.apps.web?.ref).toBe('${env:A}');
    expect(config.apps.web?.deploy).toEqual(['x', '${env:B}']);
    expect(secrets).toEqual(['${env:B}']);
  });

  it.each([
    ['is not set', '${env:NONE}', 'needs ${env:NONE}, which is not set', 'export NONE=…'],
    ['is empty', '${env:EMPTY}', 'needs ${env:EMPTY}, which is empty', 'export EMPTY=…'],
    ['does not exist', '${file:none}', 'needs ${file:none}, which does not exist', undefined],
    ['is no file', '${file:folder}', 'needs ${file:folder}, which is not a file', undefined],
    ['is an empty file', '${file:empty}', 'needs ${file:empty}, which is empty', undefined],
    ['is missing beside another', '${env:HOME}${env:NONE}', 'needs ${env:NONE}, which is not set', 'export NONE=…'],
  ])('tell what %s when the value is used', async (_, written, reason, hint) => {
    await mkdir(join(folder, 'folder'));
    await writeFile(join(folder, 'empty'), '\n');
    const { config } = await load(
      { ...web({ env: { A: written }, deploy: ['x', written] }), scripts: [written] },
      { EMPTY: '' },
    );
    const wanted = (key: string) =>
      expect.objectContaining({
        outcome: 'config',
        message: `.chatopsrc: ${key} ${reason}`,
        hint: hint ?? expect.stringContaining(folder),
      });
    expect(() => config.apps.web?.env.A).toThrow(wanted('apps.web.env.A'));
    expect(() => ({ ...config.apps.web?.env })).toThrow(wanted('apps.web.env.A'));
    expect(() => Object.values(config.apps.web?.deploy ?? [])).toThrow(wanted('apps.web.deploy.1'));
    expect(() => config.scripts[0]).toThrow(wanted('scripts.0'));
  });

  it('check the value they give, once there is one', async () => {
    const dev = { environments: { dev: {} }, ...web({ environments: { dev: { url: '${env:URL}' } } }) };
    await expect(load(dev, { URL: 'https://example.com' })).resolves.toBeDefined();
    await expect(load(dev)).resolves.toBeDefined();
    await expect(load(dev, { URL: 'example.com' })).rejects.toThrow('expected an http or https address');
  });
});

describe('slack without its tokens', () => {
  it('leaves everything else in working order', async () => {
    const { config, entries } = await load({ ...web({}), ...slack });
    expect(config.apps.web?.deploy).toEqual(['x']);
    expect(config.slack?.word).toBe('ops');
    expect(entries).toContainEqual({ key: 'slack.botToken', value: 'missing', from: 'env:SLACK_BOT_TOKEN' });
  });

  it('tells what is missing when a token is used', async () => {
    const { config } = await load(slack);
    expect(() => config.slack?.botToken).toThrow(
      '.chatopsrc: slack.botToken needs ${env:SLACK_BOT_TOKEN}, which is not set',
    );
  });
});

describe('secrets', () => {
  it('masks a value that holds a secret, wherever it came from', async () => {
    const { entries } = await load(web({ ref: 'token-1234', env: { A: '${env:A}' } }), { A: 'token-1234' });
    expect(entries).toContainEqual({ key: 'apps.web.ref', value: '••••', from: 'file' });
  });

  it('masks one word of a list', async () => {
    const { entries } = await load(web({ deploy: ['./deploy', '${env:A}', 'now'] }), { A: 'token-1234' });
    expect(entries).toContainEqual({ key: 'apps.web.deploy', value: './deploy •••• now', from: 'env:A' });
  });

  it('leaves out what is too short to be looked for', async () => {
    const { secrets, entries } = await load(web({ env: { A: '${env:A}' } }), { A: '123' });
    expect(secrets).toEqual([]);
    expect(entries).toContainEqual({ key: 'apps.web.env.A', value: '••••', from: 'env:A' });
  });

  const secret = fc.string({ minLength: 4, maxLength: 40 }).map((value) => `Zq7${value.replaceAll('${', '')}`);
  const position = fc.constantFrom(
    (value: unknown) => ({ app: value }),
    (value: unknown) => ({ apps: value }),
    (value: unknown) => web({ repository: value }),
    (value: unknown) => web({ ref: value }),
    (value: unknown) => web({ deploy: value }),
    (value: unknown) => web({ deploy: ['x', value] }),
    (value: unknown) => web({ env: value }),
    (value: unknown) => web({ env: { A: value } }),
    (value: unknown) => ({
      environments: { dev: { confirm: value } },
      ...web({ environments: { dev: { url: value } } }),
    }),
    (value: unknown) => ({ environments: { dev: value } }),
    (value: unknown) => ({ scripts: [value], journal: { path: value } }),
    (value: unknown) => ({ slack: { ...slack.slack, apiUrl: value, word: value, pool: value } }),
    (value: unknown) => ({ slack: { appToken: value, botToken: value } }),
    (value: unknown) => ({ slack: value }),
    (value: unknown) => ({ unknown: value }),
  );

  const shown = (work: Promise<LoadedConfig>): Promise<string> =>
    work.then(
      ({ entries }) => JSON.stringify(entries.map(({ value }) => value)),
      ({ message, hint }: OpsError) => `${message}\n${hint}`,
    );

  it('never shows the value of a reference, in an entry or a message', async () => {
    await fc.assert(
      fc.asyncProperty(
        secret,
        position,
        fc.constantFrom('${env:S}', 'before ${env:S}', '${env:S}${env:NONE}'),
        async (value, at, text) => {
          const output = await shown(load(at(text), { S: value }));
          expect(output).not.toContain(value);
          expect(output).not.toContain(JSON.stringify(value).slice(1, -1));
        },
      ),
      { numRuns: 150 },
    );
  });

  it('never shows a literal under slack or env', async () => {
    const under = fc.constantFrom(
      (value: string) => ({ slack: { ...slack.slack, botToken: value } }),
      (value: string) => ({ slack: { ...slack.slack, bottoken: value } }),
      (value: string) => ({ slack: value }),
      (value: string) => ({ slack: [value] }),
      (value: string) => ({ slack: { ...slack.slack, botToken: [value] } }),
      (value: string) => ({ slack: { ...slack.slack, botToken: { token: value } } }),
      (value: string) => web({ env: value }),
      (value: string) => web({ env: { A: [value] } }),
    );
    await fc.assert(
      fc.asyncProperty(secret, under, async (value, at) => {
        expect(await shown(load(at(value)))).not.toContain(JSON.stringify(value).slice(1, -1));
      }),
      { numRuns: 100 },
    );
  });

  it.each(['.chatopsrc', '.chatopsrc.json', '.chatopsrc.ts'])(
    'are not quoted from a %s that does not parse',
    async (name) => {
      await writeFile(join(folder, name), '{ "slack": { "botToken": "xoxb-Zq7-secret" "appToken": xapp-Zq7-secret }\n');
      const error: unknown = await loadConfig(folder, name, {}).catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ outcome: 'config' });
      expect((error as OpsError).message).not.toContain('Zq7');
    },
  );
});
