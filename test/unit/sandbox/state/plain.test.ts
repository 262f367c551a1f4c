import { expect, it } from 'vitest';
import { fromPlain, toPlain } from '../../../../src/sandbox/state/plain.ts';

it.each<[string, unknown]>([
  ['maps in maps', new Map([['a', new Map([['b', 1]])]])],
  ['sets', { members: new Set(['a', 'b']) }],
  ['bytes', { data: Buffer.from([0, 255, 10]) }],
  ['JSON', { a: [1, null, 'x', true, { b: {} }] }],
  ['names like its own', { $map: 1, other: [{ $set: [] }, { $object: { $bytes: 'x' } }] }],
  ['nothing', { list: [], map: new Map(), set: new Set(), object: {} }],
])('comes back as it was: %s', (_, value) => {
  expect(fromPlain(JSON.parse(JSON.stringify(toPlain(value))))).toEqual(value);
});

it('leaves functions out', () => {
  expect(JSON.stringify(toPlain({ a: 1, run() {} }))).toBe('{"a":1}');
});
