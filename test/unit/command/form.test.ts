import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defineCommand } from '../../../src/command/define.ts';
import { fillForm, formOf } from '../../../src/command/form.ts';
import { readInput } from '../../../src/command/input.ts';
import type { LoadedConfig } from '../../../src/context/config.ts';
import { parseCommand } from '../../../src/program.ts';

const command = defineCommand({
  name: 'release',
  summary: 'Release a version',
  description: 'As the calendar has it.',
  args: {
    environment: { summary: 'Where', required: true, choices: (config) => Object.keys(config.environments) },
    app: { summary: 'What', default: 'web' },
    parts: { summary: 'Which parts', variadic: true },
  },
  options: {
    ref: { summary: 'Which commit' },
    count: { summary: 'How many', type: 'integer', default: 2 },
    wait: { summary: 'How long', type: 'duration', default: 60_000 },
    on: { summary: 'Which day', type: 'date' },
    force: { summary: 'Whatever is there', type: 'boolean' },
    mode: { summary: 'How', choices: ['slow', 'fast'], default: 'slow' },
    token: { summary: 'For the registry', secret: true },
  },
  examples: [{ line: 'ops release uat', says: 'a release' }],
  effect: 'read',
  run: () => ({}),
  show: () => [],
});

const loaded = {
  file: '/p/.chatopsrc',
  entries: [],
  secrets: [],
  config: { apps: {}, environments: { dev: { confirm: false }, uat: { confirm: false } } },
} as unknown as LoadedConfig;
const nothing = { operands: [], options: {} };
const fill = (values: Record<string, string[]>, globals: string[] = []) => fillForm(command, values, globals, loaded);

describe('the form of a command', () => {
  it('has a field for each argument and option, with defaults, choices and help', () => {
    const { fields, secrets, ...rest } = formOf(command, nothing, [], loaded);
    expect(rest).toEqual({
      command: 'release',
      summary: 'Release a version',
      description: 'As the calendar has it.',
      globals: [],
    });
    expect(secrets).toEqual([{ name: 'token', required: false }]);
    expect(
      fields.map(({ name, kind, type, required, variadic, choices, values }) => ({
        ...{ name, kind, type, required, variadic, choices, values },
      })),
    ).toEqual([
      {
        name: 'environment',
        kind: 'argument',
        type: 'text',
        required: true,
        variadic: false,
        choices: ['dev', 'uat'],
        values: [],
      },
      {
        name: 'app',
        kind: 'argument',
        type: 'text',
        required: false,
        variadic: false,
        choices: undefined,
        values: ['web'],
      },
      {
        name: 'parts',
        kind: 'argument',
        type: 'text',
        required: false,
        variadic: true,
        choices: undefined,
        values: [],
      },
      { name: 'ref', kind: 'option', type: 'text', required: false, variadic: false, choices: undefined, values: [] },
      {
        name: 'count',
        kind: 'option',
        type: 'integer',
        required: false,
        variadic: false,
        choices: undefined,
        values: ['2'],
      },
      {
        name: 'wait',
        kind: 'option',
        type: 'duration',
        required: false,
        variadic: false,
        choices: undefined,
        values: ['60000ms'],
      },
      { name: 'on', kind: 'option', type: 'date', required: false, variadic: false, choices: undefined, values: [] },
      {
        name: 'force',
        kind: 'option',
        type: 'boolean',
        required: false,
        variadic: false,
        choices: undefined,
        values: [],
      },
      {
        name: 'mode',
        kind: 'option',
        type: 'text',
        required: false,
        variadic: false,
        choices: ['slow', 'fast'],
        values: ['slow'],
      },
    ]);
  });

  it('holds what was typed already', () => {
    const typed = parseCommand(command, ['uat', 'api', 'a', 'b', '--ref', 'next', '--force']);
    const { fields } = formOf(command, typed, ['--dry-run'], loaded);
    const values = Object.fromEntries(fields.map(({ name, values: words }) => [name, words]));
    expect(values).toMatchObject({
      environment: ['uat'],
      app: ['api'],
      parts: ['a', 'b'],
      ref: ['next'],
      force: ['true'],
    });
  });
});

describe('a filled form', () => {
  it.each<[string, Record<string, string[]>, string[]]>([
    ['no more words than it takes', { environment: ['uat'], app: ['web'], mode: ['slow'], wait: ['60000ms'] }, ['uat']],
    ['an argument that is not the default', { environment: ['uat'], app: ['api'] }, ['uat', 'api']],
    ['a default before what is filled in', { environment: ['uat'], parts: ['a', 'b'] }, ['uat', 'web', 'a', 'b']],
    [
      'options with their values',
      { environment: ['dev'], ref: ['next'], on: ['2026-02-28'] },
      ['dev', '--ref', 'next', '--on', '2026-02-28'],
    ],
    ['a boolean', { environment: ['dev'], force: ['true'] }, ['dev', '--force']],
    ['a value that looks like an option', { environment: ['dev'], ref: ['-x'] }, ['dev', '--ref=-x']],
    [
      'an argument that looks like one',
      { environment: ['dev'], app: ['-x'], ref: ['y'] },
      ['--ref', 'y', '--', 'dev', '-x'],
    ],
    ['no secret, whatever was sent', { environment: ['dev'], token: ['hunter2'] }, ['dev']],
  ])('is a line: %s', (_what, values, words) => {
    expect(fill(values)).toEqual({ argv: ['release', ...words] });
  });

  it('keeps the options of every command that were typed', () => {
    expect(fill({ environment: ['dev'] }, ['--dry-run'])).toEqual({ argv: ['release', 'dev', '--dry-run'] });
  });

  it('tells all that is wrong, field by field', () => {
    expect(
      fill({ environment: ['uta'], count: ['many'], wait: ['long'], on: ['2026-02-30'], mode: ['fastt'] }),
    ).toEqual({
      faults: {
        environment: '"uta" is not a known environment: choose dev or uat (did you mean uat?)',
        count: '--count takes a whole number, not "many"',
        wait: '--wait takes a duration, not "long"',
        on: '--on takes a date, not "2026-02-30"',
        mode: '"fastt" is not a known mode: choose slow or fast (did you mean fast?)',
      },
    });
    expect(fill({})).toEqual({ faults: { environment: 'release needs <environment>: Where (dev or uat)' } });
  });

  it('parses to just what was filled in', () => {
    const word = fc.string({ minLength: 1 }).filter((text) => text.trim() !== '');
    const values = fc.record({
      environment: fc.constantFrom(['dev'], ['uat']),
      app: fc.option(fc.tuple(word), { nil: [] }),
      parts: fc.array(word, { maxLength: 3 }),
      ref: fc.option(fc.tuple(word), { nil: [] }),
      count: fc.option(fc.tuple(fc.integer({ min: -999, max: 999 }).map(String)), { nil: [] }),
      force: fc.constantFrom([], ['true']),
    });
    fc.assert(
      fc.property(values, (filled) => {
        const made = fill(filled as unknown as Record<string, string[]>);
        if (!('argv' in made)) throw new Error(JSON.stringify(made));
        expect(readInput(command, parseCommand(command, made.argv.slice(1)), loaded)).toMatchObject({
          environment: filled.environment[0],
          app: filled.app[0] ?? 'web',
          parts: filled.parts,
          ref: filled.ref[0],
          count: Number(filled.count[0] ?? 2),
          force: filled.force.length > 0,
        });
      }),
    );
  });
});
