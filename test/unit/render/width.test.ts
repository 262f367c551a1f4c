import { describe, expect, it } from 'vitest';
import { displayWidth, splitCells } from '../../../src/render/width.ts';

describe('displayWidth', () => {
  it.each([
    ['nothing', '', 0],
    ['ASCII', 'deploy uat', 10],
    ['accented letters', 'déjà', 4],
    ['a combining accent', 'e\u0301', 1],
    ['many combining accents', `a${'\u0301'.repeat(50)}`, 1],
    ['Chinese', '部署', 4],
    ['Japanese kana', 'ひらカナ', 8],
    ['half-width kana', 'ｶﾅ', 2],
    ['Korean syllables', '배포', 4],
    ['Korean jamo that make one syllable', '\u1112\u1161\u11ab', 2],
    ['full-width letters', 'ＡＢ', 4],
    ['Hebrew', 'שלום', 4],
    ['Arabic with vowel marks', 'سَلام', 4],
    ['the marks of a step', '✓✗…→•', 5],
    ['an emoji', '🚀', 2],
    ['an emoji with a skin tone', '👍🏽', 2],
    ['a text symbol with a skin tone', '☝🏽', 2],
    ['a family of four code points joined', '👨‍👩‍👧‍👦', 2],
    ['a person at a computer', '👩‍💻', 2],
    ['a flag', '🇩🇪', 2],
    ['two flags', '🇩🇪🇫🇷', 4],
    ['half a flag', '🇩', 2],
    ['the flag of England, made of tags', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', 2],
    ['the rainbow flag', '🏳️‍🌈', 2],
    ['a symbol made an emoji by its selector', '❤️', 2],
    ['the same symbol as text', '❤', 1],
    ['a keycap', '1️⃣', 2],
    ['a zero-width space', 'a\u200bb', 2],
    ['a lone surrogate', '\ud800', 1],
    ['letters around a joiner', 'a\u200db', 2],
  ])('counts the cells of %s', (_, text, width) => {
    expect(displayWidth(text)).toBe(width);
  });

  it('is quick for a hostile chain of joined emoji', () => {
    expect(displayWidth('👩\u200d'.repeat(100_000))).toBeGreaterThan(0);
  });
});

describe('splitCells', () => {
  it('never takes an emoji apart, and loses nothing', () => {
    const text = 'a👨‍👩‍👧‍👦e\u0301日';
    expect(splitCells(text).map((cell) => cell.text)).toEqual(['a', '👨‍👩‍👧‍👦', 'e\u0301', '日']);
  });
});
