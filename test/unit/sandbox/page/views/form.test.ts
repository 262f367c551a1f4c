import { expect, test } from 'vitest';
import { hasInputs, misplacedErrors } from '../../../../../src/sandbox/page/views/form.ts';

const input = { type: 'input', block_id: 'a' };
const section = { type: 'section', block_id: 's' };

test('a view with something to fill in is sent, one without is not', () => {
  expect(hasInputs([section, input])).toBe(true);
  expect(hasInputs([section])).toBe(false);
});

test('an error for a block that is no input is not lost', () => {
  expect(misplacedErrors([section, input], { a: 'one', s: 'two', gone: 'three' })).toEqual(['two', 'three']);
});
