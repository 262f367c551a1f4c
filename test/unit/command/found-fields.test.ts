import { describe, expect, it } from 'vitest';
import { defineCommand } from '../../../src/command/define.ts';
import { fillForm, formOf } from '../../../src/command/form.ts';
import type { LoadedConfig } from '../../../src/context/config.ts';
import type { FoundField } from '../../../src/context/form.ts';
import { parseCommand } from '../../../src/program.ts';

const command = defineCommand({
  name: 'create',
  summary: 'Create a ticket',
  args: { title: { summary: 'What it is about', required: true, variadic: true, text: 'line' } },
  options: {
    type: { summary: 'Bug, Task …' },
    description: { summary: 'More of it', text: 'lines' },
    field: { summary: 'name=value', repeat: true },
    token: { summary: 'A secret', repeat: true, secret: true },
  },
  examples: [{ line: 'ops create it broke', says: 'a ticket' }],
  effect: 'read',
  run: () => ({}),
  show: () => [],
});

const loaded = { entries: [], secrets: [], config: {} } as unknown as LoadedConfig;
const found = (change: Partial<FoundField>): FoundField => ({
  ...{ option: 'field', key: 'Team', summary: 'A Bug needs it', type: 'text', required: true, variadic: false },
  values: [],
  ...change,
});
const { key: _, ...type } = found({ option: 'type', choices: ['Bug', 'Task'], values: ['Bug'] });
const fill = (values: Record<string, string[]>, ...fields: FoundField[]) =>
  fillForm(command, { title: ['It broke'], ...values }, [], loaded, fields);

describe('the form of a line that was found to lack something', () => {
  const typed = parseCommand(command, ['It', 'broke', '--type', 'Bgu', '--field', 'team=Tll', '--field', 'Loss=2']);

  it('has a field for each, before the options and in the place of their own', () => {
    const { fields } = formOf(command, typed, [], loaded, [type, found({ choices: ['Till'], values: ['Till'] })]);
    expect(
      fields.map(({ name, label, required, choices, values }) => [name, label, required, choices, values]),
    ).toEqual([
      ['title', undefined, true, undefined, ['It broke']],
      ['type', undefined, true, ['Bug', 'Task'], ['Bug']],
      ['field=Team', 'Team', true, ['Till'], ['Till']],
      ['description', undefined, false, undefined, []],
      ['field', undefined, false, undefined, ['Loss=2']],
    ]);
  });

  it.each<[string, FoundField]>([
    ['an option that the command has not', found({ option: 'other' })],
    ['a secret', found({ option: 'token' })],
    ['names in an option that is given once', found({ option: 'type' })],
  ])('has none for %s', (_what, field) => {
    const { fields } = formOf(command, typed, [], loaded, [field]);
    expect(fields.map(({ name }) => name)).toEqual(['title', 'type', 'description', 'field']);
    expect(fill({ [`${field.option}=Team`]: ['x'] }, field)).toEqual({ argv: ['create', 'It broke'] });
  });
});

describe('what was filled in of it', () => {
  it.each<[string, Record<string, string[]>, string[]]>([
    ['one value', { 'field=Team': ['Till'] }, ['--field', 'Team=Till']],
    ['several', { 'field=Team': ['Till', 'Shop 2'] }, ['--field', 'Team=Till', '--field', 'Team=Shop 2']],
    ['beside what was typed', { field: ['Loss=2'], 'field=Due=': ['x'] }, ['--field', 'Loss=2', '--field', 'Due==x']],
    ['nothing', { 'field=Team': [] }, []],
    ['text in several lines', { description: ['a\n\n  - b'] }, ['--description', 'a\n\n  - b']],
  ])('is words of the line: %s', (_what, values, words) => {
    expect(fill(values)).toEqual({ argv: ['create', 'It broke', ...words] });
  });

  it.each<[string, FoundField, string[], string]>([
    ['nothing', found({}), [], 'Team is needed'],
    ['two', found({}), ['a', 'b'], 'Team takes one value'],
    ['no choice', found({ choices: ['Shop', 'Till'] }), ['Tll'], 'Team is one of Shop, Till, not "Tll"'],
    [
      'no choice among several',
      found({ choices: ['a', 'b'], variadic: true }),
      ['a', 'c'],
      'Team is one of a, b, not "c"',
    ],
    ['no number', found({ type: 'number' }), ['1,5'], 'Team is a number, not "1,5"'],
    ['no date', found({ type: 'date' }), ['soon'], 'Team is a date such as 2026-12-31, not "soon"'],
  ])('is told under its field: %s', (_what, field, words, fault) => {
    expect(fill({ 'field=Team': words }, field)).toEqual({ faults: { 'field=Team': fault } });
  });

  it('that is no option’s choice is told under the option', () => {
    expect(fill({ type: ['Bgu'] }, type)).toEqual({ faults: { type: '--type is one of Bug, Task, not "Bgu"' } });
  });

  it.each<[string, FoundField, string[]]>([
    ['what need not be', found({ required: false }), []],
    ['a fraction', found({ type: 'number' }), ['12.5']],
    ['a day', found({ type: 'date' }), ['2026-02-28']],
    ['several choices', found({ choices: ['a', 'b'], variadic: true }), ['a', 'b']],
  ])('is right: %s', (_what, field, words) => {
    expect(fill({ 'field=Team': words }, field)).toHaveProperty('argv');
  });
});
