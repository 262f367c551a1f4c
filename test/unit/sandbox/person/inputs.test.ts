import { expect, it } from 'vitest';
import { inputErrors } from '../../../../src/sandbox/person/inputs.ts';

const required = 'Please complete this required field.';
const input = (type: string, more = {}, optional = false) => ({
  ...{ type: 'input', block_id: 'b', optional },
  element: { type, action_id: 'a', ...more },
});
const number = (more = {}) =>
  input('number_input', { is_decimal_allowed: false, min_value: '1', max_value: '9', ...more });

it.each<[string, object, object, string | undefined]>([
  ['an empty text', input('plain_text_input'), { value: null }, required],
  ['a text of blanks', input('plain_text_input'), { value: '  ' }, required],
  ['an empty optional text', input('plain_text_input', {}, true), { value: null }, undefined],
  ['a text', input('plain_text_input'), { value: 'x' }, undefined],
  [
    'a short text',
    input('plain_text_input', { min_length: 3 }),
    { value: 'ab' },
    'Please enter at least 3 characters.',
  ],
  [
    'a long text',
    input('plain_text_input', { max_length: 2 }),
    { value: 'abc' },
    'Please enter no more than 2 characters.',
  ],
  ['no option', input('static_select'), { selected_option: null }, required],
  ['no options', input('multi_users_select'), { selected_users: [] }, required],
  ['a number', number(), { value: '5' }, undefined],
  ['no number', number(), { value: 'five' }, 'Please enter a number.'],
  ['half a number', number(), { value: '1.5' }, 'Please enter a whole number.'],
  ['half a number where that is allowed', number({ is_decimal_allowed: true }), { value: '1.5' }, undefined],
  ['a small number', number(), { value: '0' }, 'Please enter a number of at least 1.'],
  ['a large number', number(), { value: '10' }, 'Please enter a number of at most 9.'],
  ['an address', input('email_text_input'), { value: 'a@b.c' }, undefined],
  ['no address', input('email_text_input'), { value: 'a' }, 'Please enter a valid email address.'],
  ['a link', input('url_text_input'), { value: 'https://x' }, undefined],
  ['no link', input('url_text_input'), { value: 'x' }, 'Please enter a valid URL.'],
])('%s', (_, block, value, error) => {
  const errors = inputErrors([{ ...block }], { b: { a: { ...value } } });
  expect(errors).toEqual(error === undefined ? {} : { b: error });
});

it('leaves alone what stands outside of input blocks', () => {
  const menu = { type: 'static_select', action_id: 'a' };
  expect(inputErrors([{ type: 'section', block_id: 'b', accessory: menu }], {})).toEqual({});
});
