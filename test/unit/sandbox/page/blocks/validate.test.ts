import { describe, expect, test } from 'vitest';
import { validate } from '../../../../../src/sandbox/page/blocks/validate.ts';

const errorOf = (element: object, value: unknown, block: object = {}): string | undefined =>
  validate([{ type: 'input', block_id: 'b', element: { action_id: 'a', ...element }, ...block }], {
    b: { a: { type: (element as { type: string }).type, value } },
  })['b'];

describe('a form is right or says what is wrong', () => {
  test.each<[object, unknown, string | undefined]>([
    [{ type: 'plain_text_input' }, null, 'Please complete this required field.'],
    [{ type: 'plain_text_input' }, 'x', undefined],
    [{ type: 'plain_text_input', min_length: 3 }, 'ab', 'Please enter at least 3 characters.'],
    [{ type: 'plain_text_input', max_length: 3 }, 'abcd', 'Please enter no more than 3 characters.'],
    [{ type: 'plain_text_input', min_length: 3, max_length: 3 }, 'abc', undefined],
    [{ type: 'email_text_input' }, 'a@b.c', undefined],
    [{ type: 'email_text_input' }, 'a@b', 'Please enter a valid email address.'],
    [{ type: 'url_text_input' }, 'https://example.com/a', undefined],
    [{ type: 'url_text_input' }, 'http://localhost:3000', undefined],
    [{ type: 'url_text_input' }, 'example.com', 'Please enter a valid URL.'],
    [{ type: 'url_text_input' }, 'javascript:alert(1)', 'Please enter a valid URL.'],
    [{ type: 'number_input', is_decimal_allowed: false }, '12', undefined],
    [{ type: 'number_input', is_decimal_allowed: false }, '1.5', 'Please enter a whole number.'],
    [{ type: 'number_input', is_decimal_allowed: true }, '-1.5', undefined],
    [{ type: 'number_input', is_decimal_allowed: true }, '1e5', 'Please enter a number.'],
    [{ type: 'number_input', min_value: '1', max_value: '9' }, '0', 'Please enter a number of at least 1.'],
    [{ type: 'number_input', min_value: '1', max_value: '9' }, '10', 'Please enter a number of at most 9.'],
  ])('%j with %j', (element, value, error) => {
    expect(errorOf(element, value)).toBe(error);
  });

  test('what is optional may be left out, but not be wrong', () => {
    expect(errorOf({ type: 'email_text_input' }, null, { optional: true })).toBeUndefined();
    expect(errorOf({ type: 'email_text_input' }, 'x', { optional: true })).toBe('Please enter a valid email address.');
  });

  test('controls outside of input blocks are not asked for', () => {
    const blocks = [{ type: 'actions', block_id: 'b', elements: [{ type: 'datepicker', action_id: 'a' }] }];
    expect(validate(blocks, {})).toEqual({});
  });
});
