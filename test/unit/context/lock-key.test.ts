import { expect, it } from 'vitest';
import { environmentIn, lockKey, overlaps } from '../../../src/context/lock-key.ts';

it.each([
  ['uat', 'uat', true],
  ['web/uat', 'uat', true],
  ['uat', 'web/uat', true],
  ['web/uat', 'web/uat', true],
  ['web/uat', 'api/uat', false],
  ['web/uat', 'prod', false],
  ['web/uat', 'at', false],
  ['web/my-uat', 'uat', false],
  ['uat', 'prod', false],
])('%s and %s are the same, or one a part of the other: %s', (one, other, expected) => {
  expect(overlaps(one, other)).toBe(expected);
});

it('names an app within its environment', () => {
  expect([lockKey('uat', 'web'), lockKey('uat', undefined)]).toEqual(['web/uat', 'uat']);
  expect(['web/uat', 'uat'].map(environmentIn)).toEqual(['uat', 'uat']);
});
