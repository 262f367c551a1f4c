import { expect, it } from 'vitest';
import { createMatch } from '../../../../commands/artifacts/match.ts';

it.each([
  ['zip', 'out/shop.zip', true],
  ['OUT/', 'out/shop.zip', true],
  ['tar', 'out/shop.zip', false],
  ['*.zip', 'out/shop.ZIP', true],
  ['*.zip', 'out/shop.zip.sha256', false],
  ['shop*', 'out/shop.zip', true],
  ['shop*', 'out/my-shop.zip', false],
  ['out/*', 'out/deep/shop.zip', true],
  ['o*sh*p.zip', 'out/shop.zip', true],
  ['shop.zip*shop.zip', 'shop.zip', false],
  ['*', 'anything', true],
  ['ПРИЛ', 'выкладка/приложение.apk', true],
  ['caf\u00e9*', 'cafe\u0301.zip', true],
  ['a.c', 'abc', false],
  [`${'*a'.repeat(50)}*b`, `${'a'.repeat(5000)}`, false],
])('%j and %j: %j', (pattern, name, fits) => {
  expect(createMatch(pattern)(name)).toBe(fits);
});
