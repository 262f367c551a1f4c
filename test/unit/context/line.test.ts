import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatLine, quoteWord, quoteWords } from '../../../src/context/line.ts';
import { splitWords } from '../../../src/slack/words/split.ts';

describe('a shown line', () => {
  it.each([
    [[], 'ops'],
    [['deploy', 'uat', '--ref=v1.4.2'], 'ops deploy uat --ref=v1.4.2'],
    [['deploy', 'two words'], "ops deploy 'two words'"],
    [['say', ''], "ops say ''"],
    [['can', '<@U1>'], "ops can '<@U1>'"],
  ])('of %j is %s', (argv, line) => {
    expect(formatLine(argv)).toBe(line);
  });

  it.each([
    ['a@b.co', 'a@b.co'],
    ['C:/x,y%2B+=', 'C:/x,y%2B+='],
    ["it's", "'it'\\''s'"],
    ['~', "'~'"],
    ['*', "'*'"],
    ['é', "'é'"],
    ['two\nlines', "'two\nlines'"],
  ])('quotes %j as %s: no more than it must', (word, quoted) => {
    expect(quoteWord(word)).toBe(quoted);
  });

  const words = fc.array(fc.string({ unit: 'binary' }).filter((word) => !/[\p{Cc}\p{Cs}]/u.test(word)));

  it('splits into the words that it was made of', () => {
    fc.assert(
      fc.property(words, (argv) => {
        expect(splitWords(quoteWords(argv))).toEqual(argv);
      }),
      { numRuns: 1000 },
    );
  });

  it('means the same words to a shell', () => {
    const argv = ["it's", '', '$HOME', 'a b', '`x`', '\\', '"', '*', '~', '#', '!', 'é', 'two\nlines', '(;&|<>)'];
    const script = `printf '%s\\0' ${quoteWords(argv)}`;
    expect(execFileSync('sh', ['-c', script], { encoding: 'utf8' }).split('\0').slice(0, -1)).toEqual(argv);
  });
});
