import { expect, it } from 'vitest';
import { ageWord } from '../../../../commands/prs/age.ts';

const [minute, hour, day] = [60_000, 3_600_000, 86_400_000];

it.each([
  [-5 * minute, '0 min'],
  [0, '0 min'],
  [59 * minute, '59 min'],
  [hour, '1 h'],
  [47.9 * hour, '47 h'],
  [2 * day, '2 d'],
  [400.9 * day, '400 d'],
])('%d milliseconds ago is %s', (ms, word) => {
  expect(ageWord(ms)).toBe(word);
});
