import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatted, type Selected } from '../../../../../src/sandbox/page/composer/format.ts';
import type { Mark } from '../../../../../src/sandbox/page/composer/keys.ts';

/** `a [b] c` with what is selected in brackets. */
function selected(shown: string): Selected {
  const start = shown.indexOf('[');
  return { text: shown.replace('[', '').replace(']', ''), start, end: shown.indexOf(']') - 1 };
}

function made({ text, start, end }: Selected, mark: Mark): string {
  const change = formatted({ text, start, end }, mark);
  const whole = text.slice(0, change.from) + change.insert + text.slice(change.to);
  return `${whole.slice(0, change.start)}[${whole.slice(change.start, change.end)}]${whole.slice(change.end)}`;
}

describe('formatting', () => {
  it.each<[string, Mark, string]>([
    ['a [b] c', 'bold', 'a *[b]* c'],
    ['a [b] c', 'italic', 'a _[b]_ c'],
    ['a [b] c', 'strike', 'a ~[b]~ c'],
    ['a [b] c', 'code', 'a `[b]` c'],
    ['a[] c', 'bold', 'a*[]* c'],
    ['a *[b]* c', 'bold', 'a [b] c'],
    ['a [*b*] c', 'bold', 'a [b] c'],
    ['a[ b ]c', 'bold', 'a *[b]* c'],
    ['[one\n\n  two]', 'bold', '[*one*\n\n  *two*]'],
    ['[one\ntwo]', 'code', '```\n[one\ntwo]\n```'],
    ['run [one] now', 'fence', 'run \n```\n[one]\n```\n now'],
    ['[]', 'fence', '```\n[]\n```'],
    ['one\nt[]wo', 'quote', 'one\n> t[]wo'],
    ['[one\ntwo]\nthree', 'quote', '[> one\n> two]\nthree'],
    ['[> one\n> two]', 'quote', '[one\ntwo]'],
    ['> t[]wo', 'quote', 't[]wo'],
  ])('of %j as %s makes %j', (before, mark, expected) => {
    expect(made(selected(before), mark)).toBe(expected);
  });

  it('taken twice leaves the text as it was', () => {
    const word = fc.stringMatching(/^[a-z][a-z ]{0,6}[a-z]$/u);
    fc.assert(
      fc.property(
        word,
        word,
        word,
        fc.constantFrom<Mark>('bold', 'italic', 'strike', 'code'),
        (left, middle, right, mark) => {
          const text = left + middle + right;
          const first = { text, start: left.length, end: left.length + middle.length };
          const once = selected(made(first, mark));
          expect(made(once, mark)).toBe(`${left}[${middle}]${right}`);
        },
      ),
    );
  });
});
