// biome-ignore-all lint/suspicious/noTemplateCurlyInString: this is how a reference is written

import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadConfig } from '../../../src/system/config.ts';

let home: string;
let cwd: string;

beforeEach(async () => {
  home = await realpath(await mkdtemp(join(tmpdir(), 'ops-config-')));
  cwd = join(home, 'project');
  await mkdir(cwd);
});

afterEach(() => rm(home, { recursive: true }));

async function write(path: string, content: string): Promise<string> {
  const file = join(cwd, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, content);
  return file;
}

const load = (file?: string, env: Record<string, string> = {}) => loadConfig(cwd, file, { HOME: home, ...env });

const yaml = 'apps:\n  web:\n    repository: ./web\n    deploy: [./deploy.sh]\n';
const object = '{ "apps": { "web": { "repository": "./web", "deploy": ["./deploy.sh"] } } }';

const output = { keep: 1_209_600_000, size: 20_000_000, total: 1_000_000_000 };

describe('where the configuration is found', () => {
  it.each([
    ['.chatopsrc', yaml],
    ['.chatopsrc', object],
    ['.chatopsrc.yaml', yaml],
    ['.chatopsrc.yml', yaml],
    ['.chatopsrc.json', object],
    ['.chatopsrc.js', `module.exports = ${object};`],
    ['.chatopsrc.cjs', `module.exports = ${object};`],
    ['.chatopsrc.mjs', `export default ${object};`],
    ['.chatopsrc.ts', `const config: object = ${object};\nexport default config;`],
    ['chatops.config.js', `export default ${object};`],
    ['chatops.config.ts', `export default ${object} satisfies object;`],
    ['package.json', `{ "name": "shop", "type": "module", "chatops": ${object} }`],
  ])('reads %s', async (name, content) => {
    const file = await write(name, content);
    const loaded = await load();
    expect(loaded.file).toBe(file);
    expect(loaded.config.app).toBe('web');
    expect(loaded.config.apps.web?.repository).toBe(join(cwd, 'web'));
  });

  it('reads TypeScript as Node itself does, in a process of its own', async () => {
    await write(
      'chatops.config.ts',
      `interface Any { [key: string]: unknown }\nexport default ${object} satisfies Any;`,
    );
    const source = fileURLToPath(new URL('../../../src/system/config.ts', import.meta.url));
    const script = `const { loadConfig } = await import(${JSON.stringify(source)});
      process.stdout.write((await loadConfig(process.cwd(), undefined, process.env)).config.app);`;
    const run = promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], { cwd });
    expect(await run).toEqual({ stdout: 'web', stderr: '' });
  });

  it('looks upwards as far as the home folder, and relative paths start from the file', async () => {
    const file = await write('.chatopsrc', yaml);
    const below = join(cwd, 'deep/er');
    await mkdir(below, { recursive: true });
    const loaded = await loadConfig(below, undefined, { HOME: home });
    expect(loaded.file).toBe(file);
    expect(loaded.config.journal.path).toBe(join(cwd, '.ops/journal.db'));
    expect((await loadConfig(below, undefined, { HOME: below })).file).toBeUndefined();
  });

  it('passes over a package.json without the property', async () => {
    await writeFile(join(home, '.chatopsrc'), yaml);
    await write('package.json', '{ "name": "shop" }');
    expect((await load()).file).toBe(join(home, '.chatopsrc'));
  });

  it('takes --config from the folder of the line, whatever its extension', async () => {
    const file = await write('settings/ops.conf', yaml);
    expect((await load('settings/ops.conf')).file).toBe(file);
  });

  it('does without a file', async () => {
    expect(await load()).toEqual({
      file: undefined,
      config: {
        apps: {},
        environments: {},
        scripts: [],
        people: {},
        roles: {},
        files: { largest: 25_000_000 },
        journal: { path: join(cwd, '.ops/journal.db') },
        output,
        ...usual,
      },
      entries: [
        { key: 'locks.usual', value: '7200000', from: 'default' },
        { key: 'locks.longest', value: '86400000', from: 'default' },
        { key: 'scripts', value: 'none', from: 'default' },
        { key: 'files.largest', value: '25000000', from: 'default' },
        { key: 'journal.path', value: join(cwd, '.ops/journal.db'), from: 'default' },
        { key: 'output.keep', value: '1209600000', from: 'default' },
        { key: 'output.size', value: '20000000', from: 'default' },
        { key: 'output.total', value: '1000000000', from: 'default' },
        ...usualLimits,
      ],
      secrets: [],
    });
  });
});

describe('a file that cannot be read', () => {
  const first = 'ops init writes a first one';

  it('does not exist', async () => {
    await expect(load('none.yaml')).rejects.toMatchObject({
      outcome: 'config',
      message: 'none.yaml does not exist',
      hint: first,
    });
  });

  it('is empty', async () => {
    await write('empty.yaml', '');
    await expect(load('empty.yaml')).rejects.toMatchObject({
      outcome: 'config',
      message: 'empty.yaml is empty',
      hint: first,
    });
  });

  it.each(['\n  \n', '# nothing yet\n\n# nor here', '---\n', 'null'])('holds nothing: %j', async (content) => {
    await write('.chatopsrc', content);
    await expect(load()).rejects.toMatchObject({ outcome: 'config', message: '.chatopsrc is empty', hint: first });
  });

  it('is a directory, named or found', async () => {
    await mkdir(join(cwd, '.chatopsrc'));
    const message = '.chatopsrc is a directory, not a file';
    await expect(load('.chatopsrc')).rejects.toMatchObject({ outcome: 'config', message, hint: first });
    await expect(load()).rejects.toMatchObject({ outcome: 'config', message });
  });

  it('is not ours to read', async () => {
    const root = process.getuid?.() === 0;
    if (root) await symlink(join(cwd, 'gone'), join(cwd, '.chatopsrc'));
    else await chmod(await write('.chatopsrc', yaml), 0o000);
    const message = root ? '.chatopsrc is a link that leads nowhere' : '.chatopsrc cannot be read: permission denied';
    await expect(load('.chatopsrc')).rejects.toMatchObject({ outcome: 'config', message });
    await expect(load()).rejects.toMatchObject({ outcome: 'config', message });
  });

  it('is named with its whole path where it stands outside the folder of the line', async () => {
    await writeFile(join(home, '.chatopsrc'), 'scriptz: []');
    await expect(load()).rejects.toThrow(`${join(home, '.chatopsrc')}: scriptz: unknown key, did you mean "scripts"?`);
  });

  it('is a package.json that says nothing of chatops', async () => {
    await write('package.json', '{ "name": "shop" }');
    await expect(load('package.json')).rejects.toThrow('package.json has no "chatops"');
  });

  it.each([
    ['.chatopsrc', 'apps:\n  web: [1\n', '.chatopsrc:3:1: not YAML: deficient indentation'],
    ['.chatopsrc', 'app: web\napp: api\n', '.chatopsrc:2:1: not YAML: duplicated mapping key'],
    ['.chatopsrc.json', '{ "app": "web", }', '.chatopsrc.json:1:17: not JSON: Expected double-quoted property name'],
    ['.chatopsrc.json', '{ "app": xoxb-1 }', ".chatopsrc.json: not JSON: Unexpected token 'x'"],
    ['.chatopsrc.mjs', 'throw new Error("no luck\\nat all")', '.chatopsrc.mjs does not load: Error: no luck'],
    ['.chatopsrc.mjs', 'export const app = "web"', '.chatopsrc.mjs has no default export'],
  ])('is not what its name says: %s %j', async (name, content, message) => {
    await write(name, content);
    await expect(load()).rejects.toMatchObject({ outcome: 'config', message });
  });
});

const usual = {
  locks: { usual: 7_200_000, longest: 86_400_000 },
  rooms: {},
  graphs: {},
  limits: {
    person: { atOnce: 8, perMinute: 300, waiting: 200 },
    room: { atOnce: 16, perMinute: 1200, waiting: 1000 },
  },
};

const usualLimits = Object.entries(usual.limits).flatMap(([of, limit]) =>
  Object.entries(limit).map(([name, value]) => ({ key: `limits.${of}.${name}`, value: `${value}`, from: 'default' })),
);

describe('what the values become', () => {
  it('fills in the defaults', async () => {
    await write(
      '.chatopsrc',
      `${yaml}environments: { dev: , prod: { confirm: true } }\nslack: { appToken: "\${env:A}", botToken: "\${env:B}" }`,
    );
    const { config } = await load(undefined, { A: 'xapp-1', B: 'xoxb-1' });
    expect(config).toEqual({
      app: 'web',
      apps: { web: { repository: join(cwd, 'web'), ref: 'main', deploy: ['./deploy.sh'], env: {}, environments: {} } },
      environments: { dev: { confirm: false }, prod: { confirm: true } },
      scripts: [],
      files: { largest: 25_000_000 },
      journal: { path: join(cwd, '.ops/journal.db') },
      ...{ people: {}, roles: {} },
      output,
      slack: {
        appToken: 'xapp-1',
        botToken: 'xoxb-1',
        apiUrl: 'https://slack.com/api/',
        word: 'ops',
        pool: 1,
        groupAge: 60_000,
      },
      ...usual,
    });
  });

  it.each([
    ['./web', 'project/web'],
    ['../web', 'web'],
    ['~/web', 'web'],
    ['here', 'project/here'],
  ])('makes the repository %s absolute', async (repository, expected) => {
    await mkdir(join(cwd, 'here'));
    await write('.chatopsrc', yaml.replace('./web', repository));
    expect((await load()).config.apps.web?.repository).toBe(join(home, expected));
  });

  it.each(['https://git.example.com/shop/web.git', 'git@git.example.com:shop/web.git', 'elsewhere:web'])(
    'leaves the address %s as it is',
    async (repository) => {
      await write('.chatopsrc', yaml.replace('./web', repository));
      expect((await load()).config.apps.web?.repository).toBe(repository);
    },
  );

  it('finds a deploy program in the home folder, and leaves its arguments as they are', async () => {
    await write('.chatopsrc', "apps: { web: { repository: ., deploy: ['~/bin/deploy', '~/x', '{commit}'] } }");
    expect((await load()).config.apps.web?.deploy).toEqual([join(home, 'bin/deploy'), '~/x', '{commit}']);
  });

  it('takes ~ in the name of the file and of the journal, as where no shell reads it', async () => {
    await write('../other.yaml', 'environments: { dev: }');
    const { file, config } = await load('~/other.yaml', { OPS_JOURNAL: '~/other.db' });
    expect([file, config.journal.path]).toEqual([join(home, 'other.yaml'), join(home, 'other.db')]);
  });

  it('makes script folders and the journal absolute', async () => {
    await write('.chatopsrc', 'scripts: [tools, ~/tools]\njournal: { path: ../shared.db }');
    const { config } = await load();
    expect(config.scripts).toEqual([join(cwd, 'tools'), join(home, 'tools')]);
    expect(config.journal.path).toBe(join(home, 'shared.db'));
  });

  it('takes the journal that OPS_JOURNAL names, and says so', async () => {
    await write('.chatopsrc', 'app: "${env:GONE}"\njournal: { path: "${env:GONE}" }');
    const { config, entries } = await load(undefined, { OPS_JOURNAL: '../other.db' });
    expect(config.journal.path).toBe(join(home, 'other.db'));
    expect(entries).toContainEqual({ key: 'journal.path', value: join(home, 'other.db'), from: 'env:OPS_JOURNAL' });
    expect(() => config.app).toThrow('GONE');
    expect((await load(undefined, { OPS_JOURNAL: '/elsewhere.db' })).config.journal.path).toBe('/elsewhere.db');
  });

  it.each([
    ['30s', 30_000],
    ['2m', 120_000],
    ['1500ms', 1500],
    ['1h', 3_600_000],
    [250, 250],
  ])('reads the duration %s', async (written, milliseconds) => {
    const app = {
      repository: '.',
      deploy: ['x'],
      environments: { dev: { health: { url: 'http://a', timeout: written } } },
    };
    await write('.chatopsrc.json', JSON.stringify({ apps: { web: app }, environments: { dev: {} } }));
    expect((await load()).config.apps.web?.environments.dev?.health?.timeout).toBe(milliseconds);
  });

  it.each([
    ['output: { keep: 36h, size: 500KB, total: 5GB }', { keep: 129_600_000, size: 500_000, total: 5_000_000_000 }],
    ['output: { keep: 400d }', { ...output, keep: 34_560_000_000 }],
    ['output:', output],
  ])('reads what is kept of outputs: %s', async (written, expected) => {
    await write('.chatopsrc', written);
    expect((await load()).config.output).toEqual(expected);
  });

  it.each([
    ['keep: 14', 'an age such as 14d or 12h'],
    ['keep: 0d', 'an age such as 14d or 12h'],
    ['size: 20', 'a size such as 20MB or 1GB'],
    ['total: 0GB', 'a size such as 20MB or 1GB'],
  ])('refuses %s', async (written, message) => {
    await write('.chatopsrc', `output: { ${written} }`);
    await expect(load()).rejects.toMatchObject({ outcome: 'config', message: expect.stringContaining(message) });
  });

  it('means no app where there are two and none is named', async () => {
    await write('.chatopsrc', `${yaml}  api:\n    repository: ./api\n    deploy: [make]\n`);
    expect(await load()).toMatchObject({ config: expect.not.objectContaining({ app: expect.anything() }) });
  });

  it('says of every value where it comes from', async () => {
    await write('token', 'file-token-1\n');
    await write(
      '.chatopsrc',
      `${yaml}    env: { TOKEN: "\${file:token}", URL: "https://me:\${env:PASSWORD}@host", PLAIN: plain, GONE: "\${env:GONE}" }\n`,
    );
    const { entries, secrets } = await load(undefined, { PASSWORD: 'password-1' });
    expect(entries).toEqual([
      { key: 'app', value: 'web', from: 'default' },
      { key: 'apps.web.repository', value: join(cwd, 'web'), from: 'file' },
      { key: 'apps.web.ref', value: 'main', from: 'default' },
      { key: 'apps.web.deploy', value: './deploy.sh', from: 'file' },
      { key: 'apps.web.env.TOKEN', value: '••••', from: 'file:token' },
      { key: 'apps.web.env.URL', value: '••••', from: 'env:PASSWORD' },
      { key: 'apps.web.env.PLAIN', value: 'plain', from: 'file' },
      { key: 'apps.web.env.GONE', value: 'missing', from: 'env:GONE' },
      { key: 'locks.usual', value: '7200000', from: 'default' },
      { key: 'locks.longest', value: '86400000', from: 'default' },
      { key: 'scripts', value: 'none', from: 'default' },
      { key: 'files.largest', value: '25000000', from: 'default' },
      { key: 'journal.path', value: join(cwd, '.ops/journal.db'), from: 'default' },
      { key: 'output.keep', value: '1209600000', from: 'default' },
      { key: 'output.size', value: '20000000', from: 'default' },
      { key: 'output.total', value: '1000000000', from: 'default' },
      ...usualLimits,
    ]);
    expect(secrets).toEqual(['file-token-1', 'password-1', 'https://me:password-1@host']);
  });
});
