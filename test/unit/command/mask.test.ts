import { describe, expect, it } from 'vitest';
import { defineCommand } from '../../../src/command/define.ts';
import { maskArgv, secretValues } from '../../../src/command/mask.ts';
import { maskLine } from '../../../src/command/mask-line.ts';

const command = defineCommand({
  name: 'login',
  summary: 'Log in',
  options: {
    token: { summary: 'The token', secret: true, short: 't' },
    to: { summary: 'Where' },
    loud: { summary: 'Loud', type: 'boolean', short: 'l' },
  },
  examples: [{ line: 'ops login', says: 'in' }],
  effect: 'read',
  run: () => ({}),
  show: () => [],
});

describe('the value of a secret option', () => {
  it.each([
    [
      ['login', '--token', 'e', '--to', 'dev'],
      ['login', '--token', '••••', '--to', 'dev'],
    ],
    [
      ['login', '--token=e', 'dev'],
      ['login', '--token=••••', 'dev'],
    ],
    [
      ['login', '-t', 'e', 'here'],
      ['login', '-t', '••••', 'here'],
    ],
    [
      ['login', '-te', 'here'],
      ['login', '-t••••', 'here'],
    ],
    [
      ['login', '--to', 'e'],
      ['login', '--to', 'e'],
    ],
    [
      ['login', '-lte', '-lt', 'e', '-l', 'e'],
      ['login', '-lt••••', '-lt', '••••', '-l', 'e'],
    ],
    [
      ['login', '--token', '--to', 'dev'],
      ['login', '--token', '••••', 'dev'],
    ],
    [
      ['login', '--to', '--token', 'e'],
      ['login', '--to', '--token', 'e'],
    ],
    [
      ['login', '--', '--token', 'e'],
      ['login', '--', '--token', 'e'],
    ],
  ])('is masked in %j, and nothing else is', (argv, shown) => {
    expect(maskArgv(argv, command)).toEqual(shown);
  });

  it('is a secret of the run, unless it is too short to be told from other text', () => {
    expect(secretValues(command, { token: 'long enough', to: 'dev' })).toEqual(['long enough']);
    expect(secretValues(command, { token: 'abc', to: undefined })).toEqual([]);
    expect(secretValues(command, { token: ['one-token', 'another'], to: undefined })).toEqual(['one-token', 'another']);
  });
});

describe('a variable that the programs of a command get', () => {
  it('is a secret of the run where its name sounds so', () => {
    const env = ['REGISTRY_TOKEN', 'DB_PASSWORD', 'SIGNING_KEY', 'API-KEY', 'JAVA_HOME', 'KEYBOARD', 'NOT_SET_TOKEN'];
    const values = Object.fromEntries(env.slice(0, -1).map((name) => [name, `value of ${name}`]));
    expect(secretValues({ env }, {}, values)).toEqual(env.slice(0, 4).map((name) => `value of ${name}`));
  });
});

describe('the value of an option that the command does not have', () => {
  const plain = { options: { to: { summary: 'Where' } } };
  it.each([
    ['as a slip for a secret one', ['login', '--tokn', 'e', 'dev'], command, ['login', '--tokn', '••••', 'dev']],
    ['in one word with it', ['login', '--tokn=e', '-xe'], command, ['login', '--tokn=••••', '-x••••']],
    ['unless an option follows', ['login', '--tokn', '--to', 'dev'], command, ['login', '--tokn', '--to', 'dev']],
    [
      'where it sounds secret',
      ['x', '--api-key', 'e', '--tokn', 'e'],
      plain,
      ['x', '--api-key', '••••', '--tokn', 'e'],
    ],
    ['where nothing is known', ['x', '--to', 'e', '-s', 'e'], undefined, ['x', '--to', '••••', '-s', '••••']],
  ])('is masked %s', (_, argv, definition, shown) => {
    expect(maskArgv(argv, definition)).toEqual(shown);
  });
});

describe('a line that was not parsed', () => {
  const globals = { config: { summary: 'Where' }, json: { summary: 'JSON', type: 'boolean' } } as const;
  const registry = {
    names: async () => ['login', 'broken', 'sign-in'],
    load: async (name: string) => (name === 'broken' ? Promise.reject(new Error('no manifest')) : command),
  };
  it.each([
    [
      'by its command',
      ['--json', '--config', 'broken', 'login', '--to', 'dev', '-t', 'e'],
      ['--json', '--config', 'broken', 'login', '--to', 'dev', '-t', '••••'],
    ],
    ['whatever way its name is typed', ['sign', 'in', '--to', 'dev', '-te'], ['sign', 'in', '--to', 'dev', '-t••••']],
    [
      'whose command cannot be loaded',
      ['broken', '--to', 'dev', '--json', 'x'],
      ['broken', '--to', '••••', '--json', 'x'],
    ],
    ['whose command is not known', ['lgin', '--to', 'dev'], ['lgin', '--to', '••••']],
  ])('is masked %s', async (_, argv, shown) => {
    expect((await maskLine(argv, registry, globals)).argv).toEqual(shown);
  });

  it('tells which values are secret, wherever they turn up', async () => {
    const { secrets } = await maskLine(['login', '--token', 'long enough', '--other', 'not known'], registry, globals);
    expect(secrets).toEqual(['long enough']);
  });
});
