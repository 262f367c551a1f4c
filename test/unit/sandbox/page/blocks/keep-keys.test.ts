import { expect, test } from 'vitest';
import { type Kept, keptKeys } from '../../../../../src/sandbox/page/blocks/keep-keys.ts';

const part = (type: string, id = '') => ({ type, id });
const keys = (...versions: { type: string; id: string }[][]): string[] =>
  versions.reduce<Kept[]>((before, parts) => keptKeys(before, parts), []).map(({ key }) => key);

test.each([
  ['a part without a name stays what it is', [part('section', 'x1')], [part('section', 'x2')]],
  ['also beside others', [part('section', 'x1'), part('image', 'x2')], [part('section', 'y1'), part('image', 'y2')]],
  ['a part of another kind does not', [part('section', 'x1')], [part('image', 'y1')], ['0 image']],
  [
    'a named part stays what it is where it moves',
    [part('input', 'a')],
    [part('input', 'new'), part('input', 'a')],
    ['0 input+', '0 input'],
  ],
  [
    'two parts never share a key',
    [part('input', 'a'), part('input', 'b')],
    [part('input', 'b'), part('input', 'c')],
    ['1 input', '1 input+'],
  ],
])('%s', (_, before, after, wanted = keys(before)) => {
  expect(keys(before, after)).toEqual(wanted);
  expect(new Set(keys(before, after)).size).toBe(after.length);
});
