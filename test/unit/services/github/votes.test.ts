import { expect, it } from 'vitest';
import { votesOf } from '../../../../src/services/github/votes.ts';

const said = (...words: readonly string[]) =>
  words.map((word) => {
    const [login = '', state = ''] = word.split(' ');
    return { user: login === 'ghost' ? null : { login }, state };
  });

it.each([
  ['nobody', [], []],
  ['who approves', ['ana APPROVED'], ['ana approved']],
  ['who only comments', ['ana COMMENTED'], []],
  ['who comments afterwards', ['ana APPROVED', 'ana COMMENTED'], ['ana approved']],
  ['who changes their mind', ['ana CHANGES_REQUESTED', 'ana APPROVED'], ['ana approved']],
  ['who takes it back', ['ana APPROVED', 'ana CHANGES_REQUESTED'], ['ana changes']],
  ['who is dismissed, with what stood before', ['ana APPROVED', 'ana CHANGES_REQUESTED', 'ana DISMISSED'], []],
  ['who approves again', ['ana DISMISSED', 'ana APPROVED'], ['ana approved']],
  ['what is not sent yet', ['ana APPROVED', 'ana PENDING'], ['ana approved']],
  ['what nobody knows', ['ana SOMETHING'], []],
  [
    'several, in the order of their last words',
    ['ana APPROVED', 'tom APPROVED', 'ana CHANGES_REQUESTED'],
    ['tom approved', 'ana changes'],
  ],
  [
    'accounts that are gone each',
    ['ghost CHANGES_REQUESTED', 'ghost APPROVED'],
    ['undefined changes', 'undefined approved'],
  ],
  ['whose account is gone', ['ghost APPROVED'], ['undefined approved']],
] as const)('counts %s', (_, reviews, votes) => {
  expect(votesOf(said(...reviews)).map(({ by, vote }) => `${by} ${vote}`)).toEqual(votes);
});
