import { describe, expect, it } from 'vitest';
import {
  emojiCharacter,
  emojiCodes,
  emojiElement,
  emojiName,
  emojiTable,
  tonedName,
} from '../../../../src/sandbox/text/emoji.ts';

describe('the names of emoji', () => {
  it.each([
    ['+1', '👍'],
    ['thumbsup', '👍'],
    ['heart', '❤️'],
    ['hash', '#️⃣'],
    ['robot_face', '🤖'],
    ['flag-de', '🇩🇪'],
    ['wave::skin-tone-3', '👋🏼'],
    ['woman-running::skin-tone-6', '🏃🏿‍♀️'],
  ])('%s is %s', (name, character) => {
    expect(emojiCharacter(name)).toBe(character);
  });

  it.each(['nope', 'constructor', '', 'rocket::skin-tone-3', 'wave::skin-tone-9'])('%j is none', (name) => {
    expect(emojiCharacter(name)).toBe(undefined);
  });

  it.each([
    ['🎉', 'tada'],
    ['❤', 'heart'],
    ['❤️', 'heart'],
    ['👋🏼', 'wave::skin-tone-3'],
    ['🏃🏿‍♀️', 'woman-running::skin-tone-6'],
    ['x', undefined],
  ])('%s is called %s', (character, name) => {
    expect(emojiName(character)).toBe(name);
  });

  it('stand in rich_text with their code points, and their tone beside them', () => {
    expect(emojiElement('heart')).toEqual({ type: 'emoji', name: 'heart', unicode: '2764-fe0f' });
    const waving = { type: 'emoji', name: 'wave', unicode: '1f44b-1f3fc', skin_tone: 3 } as const;
    expect(emojiElement('wave::skin-tone-3')).toEqual(waving);
    expect(tonedName(waving)).toBe('wave::skin-tone-3');
    expect(emojiCodes('🎉')).toBe('1f389');
  });
});

describe('the table for a picker', () => {
  it('has the groups in their order, and every name leads to its character', async () => {
    const table = await emojiTable();
    expect(table.map(({ group }) => group)).toEqual([
      ...['Smileys', 'People', 'Animals & nature', 'Food & drink', 'Travel & places'],
      ...['Activities', 'Objects', 'Symbols', 'Flags'],
    ]);
    const all = table.flatMap(({ emoji }) => emoji);
    expect(table[0]?.emoji[0]).toEqual(['😀', 'grinning']);
    expect(all.find(([character]) => character === '👍')).toEqual(['👍', '+1', 'thumbsup']);
    const wrong = all.filter(([character, ...names]) => names.some((name) => emojiCharacter(name) !== character));
    expect(wrong).toEqual([]);
  });
});
