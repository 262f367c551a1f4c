import { describe, expect, it } from 'vitest';
import { readParameter, readSpecification } from '../../../../src/services/teamcity/parameters.ts';

const parameterOf = (rawValue: string | undefined, value?: string) =>
  readParameter({ name: 'TARGET', value, ...(rawValue === undefined ? {} : { type: { rawValue } }) });

describe('a specification', () => {
  it.each([
    ["text label='it|'s |||| |[so|]|nhere'", { label: "it's || [so]\nhere" }],
    ["select data_1='ναι' data_2='όχι, = '", { data_1: 'ναι', data_2: 'όχι, = ' }],
    ['text', {}],
    ["text label='never ends", {}],
  ])('is read as TeamCity writes it: %s', (raw, said) => {
    expect(readSpecification(raw)).toEqual({ kind: /^\w+/.exec(raw)?.[0], said });
  });
});

describe('a parameter of TeamCity', () => {
  it.each([
    ['is any text without one', undefined, 'x', { type: 'text', default: 'x', isRequired: false }],
    ['is text', "text description='Where'", '', { type: 'text', summary: 'Where', isRequired: false }],
    ['is a choice, in its order', "select data_2='b' data_10='c' data_1='a'", 'a', { choices: ['a', 'b', 'c'] }],
    [
      'is not one of its choices where it takes several',
      "select data_1='a' multiple='true'",
      '',
      { type: 'other', choices: undefined },
    ],
    ['is a box', "checkbox checkedValue='yes' uncheckedValue='no'", 'no', { type: 'boolean', choices: ['yes', 'no'] }],
    ['is a box without words', 'checkbox', '', { type: 'boolean', choices: ['true', ''] }],
    ['is secret', "password display='hidden'", '******', { type: 'secret', default: undefined, isRequired: false }],
    ['must be given where it is empty and may not be', "text validationMode='not_empty'", '', { isRequired: true }],
    ['is not missing where it has a value', "text validationMode='not_empty'", 'v1', { isRequired: false }],
    ['must be given where TeamCity asks for it', "text display='prompt'", 'v1', { isRequired: true }],
    ['matches', "text validationMode='regex' regexp='v\\d+'", 'v1', { pattern: 'v\\d+', isRequired: false }],
    ['must match', "text validationMode='regex' regexp='v\\d+'", '', { pattern: 'v\\d+', isRequired: true }],
  ] as const)('%s', (_, raw, value, expected) => {
    expect(parameterOf(raw, value)).toMatchObject(expected);
  });

  it('is checked by TeamCity where its pattern is none of JavaScript', () => {
    expect(parameterOf("text validationMode='regex' regexp='(?>a+)'")).not.toHaveProperty('pattern');
  });

  it('is none where nobody may change it', () => {
    expect(parameterOf("text readOnly='true'", 'x')).toBeUndefined();
  });
});
