import { describe, expect, it } from 'vitest';
import { defineCommand } from '../../../src/command/define.ts';
import { maskArgv, secretValues } from '../../../src/command/mask.ts';

const command = defineCommand({
  name: 'login',
  summary: 'Log in',
  options: {
    token: { summary: 'The token', secret: true, short: 't' },
    to: { summary: 'Where' },
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
  ])('is masked in %j, and nothing else is', (argv, shown) => {
    expect(maskArgv(argv, command)).toEqual(shown);
  });

  it('is a secret of the run, unless it is too short to be told from other text', () => {
    expect(secretValues(command, { token: 'long enough', to: 'dev' })).toEqual(['long enough']);
    expect(secretValues(command, { token: 'abc', to: undefined })).toEqual([]);
  });
});
