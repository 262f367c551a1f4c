import { expect, it } from 'vitest';
import { matchesPattern, matchesValue } from '../../../src/policy/values.ts';

it.each([
  ['web', 'web', true],
  ['web', 'webs', false],
  ['web', 'Web', false],
  ['web*', 'web', true],
  ['web*', 'website', true],
  ['*web', 'my-web', true],
  ['w*b', 'web', true],
  ['w*b', 'wb', true],
  ['w*bb', 'wb', false],
  ['a*a', 'a', false],
  ['*', '', true],
  ['release/*/final', 'release/1/2/final', true],
  ['a*b*c', 'a-b-b-c', true],
  ['a*bc*c', 'abc', false],
  ['v1.2', 'v1x2', false],
  ['(a+)+$', 'aaaa', false],
])('the pattern %s and the text %s: %s', (pattern, text, expected) => {
  expect(matchesPattern(pattern, text)).toBe(expected);
});

it('a long text costs no more than its length', () => {
  expect(matchesPattern(`${'*a'.repeat(20)}b`, 'a'.repeat(100_000))).toBe(false);
});

it.each([
  [[true], true, true],
  [[true], false, false],
  [[3], 3, true],
  [[3], '3', true],
  [['x', 'prod'], 'prod', true],
  [['3*'], 31, true],
] as const)('the values %j and %j: %s', (wanted, value, expected) => {
  expect(matchesValue(wanted, value)).toBe(expected);
});
