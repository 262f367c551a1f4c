import { describe, expect, it } from 'vitest';
import { checkFields, type Fields } from '../../../../src/sandbox/state/fields.ts';

const complaint = (value: unknown, fields: Fields): string => {
  try {
    checkFields('it', value, fields);
    return '';
  } catch (error) {
    return (error as Error).message;
  }
};

describe('fields', () => {
  it.each<[Fields, unknown]>([
    [{ a: 'text', b: 'count?' }, { a: 'x' }],
    [{ a: 'plain?' }, { a: null }],
    [{ a: 'plain' }, { a: ['x'] }],
    [{ a: 'string' }, { a: '' }],
    [{ a: ['one', 'two'] }, { a: 'two' }],
    [{ a: ['one', 'two'] }, {}],
    [{}, {}],
  ])('of %j may be %j', (fields, value) => {
    expect(complaint(value, fields)).toBe('');
  });

  it.each<[Fields, unknown, string]>([
    [{ a: 'text' }, {}, 'it: a is missing, a text'],
    [{ a: 'text' }, { a: '' }, 'it: a is a text, not ""'],
    [{ a: 'share' }, { a: '0.5' }, 'it: a is a number from 0 to 1, not "0.5"'],
    [{ a: 'number' }, { a: Number.NaN }, 'it: a is a number, not null'],
    [{ a: 'positive' }, { a: 0 }, 'it: a is a whole number from 1, not 0'],
    [{ a: 'record' }, { a: [] }, 'it: a is an object, not []'],
    [{ a: ['one'] }, { a: 1 }, 'it: a is one of one, not 1'],
    [{}, { b: 1 }, 'it: there is no b (known: nothing)'],
    [{ a: 'text?' }, JSON.parse('{"__proto__":1}'), 'it: there is no __proto__ (known: a)'],
    [{}, null, 'it is an object, not null'],
  ])('of %j cannot be %j', (fields, value, sentence) => {
    expect(complaint(value, fields)).toBe(sentence);
  });
});
