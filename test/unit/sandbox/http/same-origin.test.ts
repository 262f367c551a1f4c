import { expect, it } from 'vitest';
import { isSameOrigin } from '../../../../src/sandbox/http/same-origin.ts';

const origin = 'http://127.0.0.1:4000';

it.each<[string, Record<string, string>, boolean]>([
  ['a program', {}, true],
  ['a page of this server', { origin, 'sec-fetch-site': 'same-origin' }, true],
  ['an address that was typed', { 'sec-fetch-site': 'none' }, true],
  ['a page elsewhere', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }, false],
  ['a page elsewhere that sends no Origin', { 'sec-fetch-site': 'cross-site' }, false],
  ['a page of another port of this machine', { origin: 'http://127.0.0.1:4001', 'sec-fetch-site': 'same-site' }, false],
  ['a page of another name of this machine', { origin: 'http://localhost:4000' }, false],
  ['a file or a frame without an origin', { origin: 'null' }, false],
])('%s is let in or not', (_, headers, expected) => {
  expect(isSameOrigin(headers, origin)).toBe(expected);
});
