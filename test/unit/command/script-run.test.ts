import { describe, expect, it } from 'vitest';
import type { Command } from '../../../src/command/define.ts';
import { scriptEnvironment, scriptWords } from '../../../src/command/script-run.ts';

const declared: Pick<Command, 'name' | 'args' | 'options'> = {
  name: 'say-hello',
  args: { who: { summary: 'Whom' }, 'and-whom': { summary: 'Others', variadic: true } },
  options: {
    loud: { summary: 'Loud', type: 'boolean' },
    times: { summary: 'How often', type: 'integer' },
    'the-tone': { summary: 'How' },
  },
};

describe('scriptWords', () => {
  it.each([
    ['nothing', {}, []],
    ['positionals in their order', { 'and-whom': ['Bo', 'Cy'], who: 'Ana' }, ['Ana', 'Bo', 'Cy']],
    ['options after them', { 'the-tone': 'warm', who: 'Ana' }, ['Ana', '--the-tone', 'warm']],
    ['a number', { times: 3 }, ['--times', '3']],
    ['a boolean by its name', { loud: true }, ['--loud']],
    ['no boolean that is false', { loud: false }, []],
    ['a value that looks like an option in one word', { 'the-tone': '--loud' }, ['--the-tone=--loud']],
    ['an empty value', { 'the-tone': '', who: '' }, ['', '--the-tone', '']],
    ['positionals that look like options last', { who: '-n', loud: true }, ['--loud', '--', '-n']],
  ])('gives %s', (_, input, words) => {
    expect(scriptWords(declared, input)).toEqual(words);
  });
});

describe('scriptEnvironment', () => {
  const actor = { id: 'os:host:1000', name: 'ana' };
  const origin = { type: 'terminal', host: 'host', directory: '/home/ana' } as const;

  it('names the run, the actor, the origin and the command', () => {
    expect(scriptEnvironment(declared, {}, { run: 'r1', actor, origin })).toEqual({
      OPS_RUN: 'r1',
      OPS_COMMAND: 'say-hello',
      OPS_ACTOR: 'ana',
      OPS_ACTOR_ID: 'os:host:1000',
      OPS_ORIGIN: 'terminal',
    });
  });

  it('leaves out a run that is not recorded', () => {
    expect(scriptEnvironment(declared, {}, { run: undefined, actor, origin })).not.toHaveProperty('OPS_RUN');
  });

  it('names each value that was given', () => {
    const input = { who: 'Ana', 'and-whom': ['Bo', 'Cy'], loud: true, times: 0, 'the-tone': '' };
    expect(scriptEnvironment(declared, input, { run: undefined, actor, origin })).toMatchObject({
      OPS_ARG_WHO: 'Ana',
      OPS_ARG_AND_WHOM: 'Bo\nCy',
      OPS_OPTION_LOUD: 'true',
      OPS_OPTION_TIMES: '0',
      OPS_OPTION_THE_TONE: '',
    });
  });

  it('does not set what was not given', () => {
    const environment = scriptEnvironment(declared, { loud: false, who: undefined }, { run: undefined, actor, origin });
    expect(Object.keys(environment).filter((name) => /ARG|OPTION/.test(name))).toEqual([]);
  });
});
