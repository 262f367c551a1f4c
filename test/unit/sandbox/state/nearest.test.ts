import { expect, it } from 'vitest';
import { didYouMean } from '../../../../src/sandbox/state/nearest.ts';

const known = ['chat.postMessage', 'chat.update', 'auth.test'];

it.each([
  ['chat.postMesage', ' (did you mean chat.postMessage?)'],
  ['chat.postmessage', ' (did you mean chat.postMessage?)'],
  ['authtest', ' (did you mean auth.test?)'],
  ['chat.updates', ' (did you mean chat.update?)'],
  ['nope', ''],
  ['*', ''],
])('%s: "%s"', (name, hint) => {
  expect(didYouMean(name, known)).toBe(hint);
});

it('is nothing where nothing is known', () => {
  expect(didYouMean('x', [])).toBe('');
});
