import { expect, it } from 'vitest';
import { nearest } from '../../../../src/sandbox/state/nearest.ts';

const known = ['chat.postMessage', 'chat.update', 'auth.test'];

it.each([
  ['chat.postMesage', 'chat.postMessage'],
  ['chat.postmessage', 'chat.postMessage'],
  ['authtest', 'auth.test'],
  ['chat.updates', 'chat.update'],
])('%s is nearest to %s', (name, found) => {
  expect(nearest(name, known)).toBe(found);
});

it('is nothing where nothing is known', () => {
  expect(nearest('x', [])).toBe(undefined);
});
