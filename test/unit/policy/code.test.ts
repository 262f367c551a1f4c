import { describe, expect, it } from 'vitest';
import { codeIn } from '../../../src/context/codes.ts';
import { type CodeTry, codeStanding, judgeCode } from '../../../src/policy/code.ts';

const began = Date.UTC(2026, 0, 1, 12);
const at = (minutes: number): Date => new Date(began + minutes * 60_000);

/** Newest first, a minute apart, the last one at noon: `w` wrong, `a1` accepted of step 1, `u1` used, `t1` typed, `l` lifted, `x` while locked. */
function tries(words: string): CodeTry[] {
  const results = { w: 'wrong', a: 'accepted', u: 'used', t: 'typed', l: 'lifted', x: 'locked' } as const;
  return words
    .split(' ')
    .filter(Boolean)
    .map((word, index) => {
      const step = Number(word.slice(1));
      const result = results[word.charAt(0) as keyof typeof results];
      return { result, at: at(-index), ...(word.length > 1 ? { step } : {}) };
    });
}

describe('a code', () => {
  it.each([
    ['is taken once', '', 7, { result: 'accepted', step: 7 }],
    ['is not taken twice', 'a7', 7, { result: 'used', step: 7 }],
    ['is not taken after a later one', 'a8', 7, { result: 'used', step: 7 }],
    ['is taken after an earlier one', 'a6', 7, { result: 'accepted', step: 7 }],
    ['is not taken where others could read it', 't7', 7, { result: 'used', step: 7 }],
    ['is not taken though a clock was set back', 'w u9 a9', 3, { result: 'used', step: 3 }],
    ['of no step is wrong', '', undefined, { result: 'wrong', left: 4 }],
    ['is counted where it is wrong', 'w w w', undefined, { result: 'wrong', left: 1 }],
    ['is taken after four wrong ones', 'w w w w', 7, { result: 'accepted', step: 7 }],
    ['locks out where it is the fifth wrong one', 'w w w w', undefined, { result: 'wrong', left: 0, until: at(15) }],
    ['is not taken while locked out, right or not', 'w w w w w', 7, { result: 'locked', until: at(15) }],
    ['counts for nothing while locked out', 'x x w w w w w', undefined, { result: 'locked', until: at(13) }],
    [
      'that was used before counts as no wrong one',
      'u1 u1 w w w w a1',
      undefined,
      { result: 'wrong', left: 0, until: at(15) },
    ],
    ['that was right begins the count anew', 'w w a7 w w w', undefined, { result: 'wrong', left: 2 }],
    ['is taken once an administrator says so', 'l w w w w w', 7, { result: 'accepted', step: 7 }],
    ['is wrong anew once an administrator says so', 'l w w w w w', undefined, { result: 'wrong', left: 4 }],
    [
      'locks out twice as long the next time',
      'w w w w w w w w w',
      undefined,
      { result: 'wrong', left: 0, until: at(30) },
    ],
  ])('%s', (_, before, step, verdict) => {
    expect(judgeCode(step, tries(before), at(0))).toEqual(verdict);
  });

  it.each([
    [14, true],
    [15, false],
  ])('is refused %i minutes after the fifth wrong one: %s', (minutes, isRefused) => {
    expect(judgeCode(7, tries('w w w w w'), at(minutes)).result === 'locked').toBe(isRefused);
  });

  it('keeps nobody out for more than a day', () => {
    const many = tries(Array<string>(60).fill('w').join(' '));
    expect(codeStanding(many, at(0)).locked).toEqual(at(24 * 60));
  });

  it.each([
    ['123456', '123456'],
    [' 123 456\n', '123456'],
    ['123-456', '123456'],
    ['12345', undefined],
    ['1234567', undefined],
    ['1 23456', undefined],
    ['１２３４５６', undefined],
    ['abc123', undefined],
  ])('is read of %j as %s', (said, code) => expect(codeIn(said)).toBe(code));
});
