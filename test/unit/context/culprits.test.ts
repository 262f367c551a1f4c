import { describe, expect, it } from 'vitest';
import type { Build, BuildOutcome, Change } from '../../../src/context/builds.ts';
import { changesSinceGood, culpritsOf, culpritWords } from '../../../src/context/culprits.ts';
import { nobody } from '../../support/nobody.ts';

const people = {
  ada: { ...nobody, email: ['ada@example.com', 'ada@home.example'], github: ['Ada-L'] },
  grace: { ...nobody, email: ['grace@example.com'] },
};
const change = (author: string, email?: string): Change => ({ commit: 'c', title: 't', author, email });

describe('whose changes these are', () => {
  it.each<[string, Change[], string[]]>([
    ['nothing came in', [], []],
    ['somebody known by address', [change('A. Lovelace', 'Ada@Example.com')], ['ada!']],
    ['one person, many addresses', [change('Ada', 'ada@example.com'), change('AL', 'ada@home.example')], ['ada!']],
    ['a hidden address of GitHub', [change('AL', '12345+ada-l@users.noreply.github.com')], ['ada!']],
    ['an old hidden address', [change('AL', 'ada-l@users.noreply.github.com')], ['ada!']],
    ['a login of GitHub', [change('ada-l')], ['ada!']],
    ['a name that is only like one', [change('grace', 'grace@elsewhere.example')], ['grace']],
    ['a stranger, twice', [change('Linus', 'l@a.example'), change('Linus T.', 'l@a.example')], ['Linus']],
    ['a stranger with two addresses', [change('Linus', 'l@a.example'), change('linus', 'l@b.example')], ['Linus']],
    ['a name that looks like more than one line', [change('Eve\n✓ all is well', 'e@a.example')], ['Eve ✓ all is well']],
    ['a name without an end', [change('e'.repeat(5000), 'e@a.example')], [`${'e'.repeat(100)}…`]],
    [
      'known ones first, programs last',
      [change('renovate[bot]'), change('Linus'), change('x', 'grace@example.com')],
      ['grace!', 'Linus', 'renovate[bot]'],
    ],
    [
      'a program with a hidden address',
      [change('', '49699333+dependabot[bot]@users.noreply.github.com')],
      ['49699333+dependabot[bot]'],
    ],
    ['somebody without a name', [change('', 'linus@a.example')], ['linus']],
    ['nobody at all', [change('', undefined), change('  ')], []],
    ['a name of every object', [change('constructor', '__proto__')], ['constructor']],
  ])('%s', (_, changes, said) => {
    expect(culpritsOf(changes, people).map(({ name, isKnown }) => `${name}${isKnown ? '!' : ''}`)).toEqual(said);
  });

  it.each([
    [0, ''],
    [1, 'p1'],
    [2, 'p1, p2'],
    [5, 'p1, p2, p3, p4, p5'],
    [6, 'p1, p2, p3, p4, p5 and 1 other'],
    [12, 'p1, p2, p3, p4, p5 and 7 others'],
  ])('%i are told as "%s"', (count, words) => {
    const culprits = Array.from({ length: count }, (_, index) => ({ name: `p${index + 1}`, isKnown: false }));
    expect(culpritWords(culprits).join('')).toBe(words);
  });
});

function build(number: number, outcome: BuildOutcome | undefined, branch?: string): Build {
  return {
    ...{ job: 'shop', number: `${number}`, state: outcome === undefined ? 'running' : 'ended', outcome, branch },
    ...{ url: '', commit: undefined, at: new Date(number * 1000), ms: 1, expected: undefined, why: undefined },
    ...{ by: undefined, changes: [change(`author${number}`)], parameters: {} },
  };
}

describe('what came in since the last good build', () => {
  const all = [
    build(7, undefined),
    build(6, 'failed'),
    build(5, 'failed'),
    build(4, 'cancelled'),
    build(3, 'ok', 'next'),
    build(2, 'ok'),
    build(1, 'failed'),
  ];

  it.each<[string, Build, readonly Build[], string | undefined, string[]]>([
    [
      'counts failed and cancelled ones, of the same branch',
      build(6, 'failed'),
      all,
      '2',
      ['author6', 'author5', 'author4'],
    ],
    ['is its own where the one before went well', build(4, 'cancelled'), all, '2', ['author4']],
    ['is what is known where none went well', build(1, 'failed'), all, undefined, ['author1']],
    ['is its own where nothing else is known', build(6, 'failed'), [], undefined, ['author6']],
    ['does not rest on the order', build(6, 'failed'), all.toReversed(), '2', ['author6', 'author5', 'author4']],
  ])('%s', (_, one, others, good, authors) => {
    const since = changesSinceGood(one, others);
    expect([since.good?.number, since.changes.map(({ author }) => author)]).toEqual([good, authors]);
  });
});
