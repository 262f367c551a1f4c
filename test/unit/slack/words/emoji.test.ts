import { describe, expect, it } from 'vitest';
import { emojiNamed, emojiOfCodes } from '../../../../src/slack/words/emoji.ts';

describe('the code points of an emoji', () => {
  it.each([
    ['1f389', '🎉'],
    ['2764-fe0f', '❤️'],
    ['1f44b-1f3fc', '👋🏼'],
    ['0023-fe0f-20e3', '#️⃣'],
    ['1f1e8-1f1ed', '🇨🇭'],
    ['1f469-200d-1f4bb', '👩‍💻'],
    ['1f3f4-e0067-e0062-e0065-e006e-e0067-e007f', '🏴󠁧󠁢󠁥󠁮󠁧󠁿'],
  ])('%s are %s', (codes, character) => {
    expect(emojiOfCodes(codes)).toBe(character);
  });

  it.each(['', '0041', '003b-1f389', '1f389-0020', '0000-20e3', 'd83d', '200b', '110000', 'x', undefined, 7])(
    '%s are those of none',
    (codes) => {
      expect(emojiOfCodes(codes)).toBeUndefined();
    },
  );
});

describe('the name of an emoji', () => {
  it.each([
    ['tada', '🎉'],
    ['+1', '👍'],
    ['heart', '❤️'],
    ['wave::skin-tone-3', '👋🏼'],
    ['woman-running::skin-tone-6', '🏃🏿‍♀️'],
    ['party-parrot', undefined],
    ['tada::skin-tone-3', undefined],
    ['constructor', undefined],
  ])('%s is that of %s', (name, character) => {
    expect(emojiNamed(name)).toBe(character);
  });
});
