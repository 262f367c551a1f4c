import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical } from '../../../src/context/canonical.ts';

describe('canonical', () => {
  it.each<[unknown, string]>([
    [{ b: 1, a: { d: [1, 2], c: null } }, '{"a":{"c":null,"d":[1,2]},"b":1}'],
    [{ 10: 1, 9: 2, é: 3, E: 4 }, '{"10":1,"9":2,"E":4,"é":3}'],
    [{ a: undefined, b: [undefined, 1] }, '{"b":[null,1]}'],
    [{ at: new Date(0) }, '{"at":"1970-01-01T00:00:00.000Z"}'],
    ['\ud800"\n', '"\\ud800\\"\\n"'],
    [1e21, '1e+21'],
    [Number.NaN, 'null'],
    [undefined, 'null'],
  ])('%j becomes %s', (value, text) => {
    expect(canonical(value)).toBe(text);
  });

  it('is JSON of the same value, and the same text again', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonical(value);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonical(JSON.parse(text))).toBe(text);
      }),
    );
  });
});
