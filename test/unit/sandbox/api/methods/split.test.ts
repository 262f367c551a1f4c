import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitText } from '../../../../../src/sandbox/api/methods/split.ts';

describe('a long text', () => {
  it.each([
    ['4,040 characters are one message', 'x'.repeat(4040), [4040]],
    ['4,041 are two', 'x'.repeat(4041), [4000, 41]],
    ['39,000 are ten', 'x'.repeat(39_000), [...Array.from({ length: 9 }, () => 4000), 3000]],
    ['a line ends a message', `${'x'.repeat(3000)}\n${'y'.repeat(3000)}`, [3000, 3000]],
    ['a line that ends early does not', `x\n${'y'.repeat(5000)}`, [4000, 1002]],
    ['a character is not cut', `${'x'.repeat(3999)}🎉${'x'.repeat(100)}`, [3999, 102]],
    ['blanks at the end are no message', `${'x'.repeat(4000)}\n${' '.repeat(100)}`, [4000]],
  ])('%s', (_, text, lengths) => {
    expect(splitText(text).map(({ length }) => length)).toEqual(lengths);
  });

  it('loses nothing but line ends, and no part is too long', () => {
    const long = fc.array(fc.constantFrom('a', '\n', '🎉', 'word '.repeat(50)), { minLength: 40, maxLength: 200 });
    fc.assert(
      fc.property(long, (pieces) => {
        const text = `${pieces.join('')}end`;
        const parts = splitText(text);
        expect(parts.join('').replaceAll('\n', '')).toBe(text.replaceAll('\n', ''));
        if (parts.length > 1) expect(Math.max(...parts.map(({ length }) => length))).toBeLessThanOrEqual(4000);
      }),
    );
  });
});
