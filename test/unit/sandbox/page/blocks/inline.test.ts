import { describe, expect, test } from 'vitest';
import { characterOf, emojiCharacter, splitEmoji } from '../../../../../src/sandbox/page/blocks/inline.ts';
import { isOnlyEmoji, plainElements, richElements } from '../../../../../src/sandbox/page/blocks/rich-text.ts';
import { richTextOf, textOfRichText } from '../../../../../src/sandbox/page/blocks/rich-text-input.ts';

const known = (name: string): string | undefined => ({ wave: '👋' })[name];

test('names between colons are emoji, times are not', () => {
  expect(splitEmoji('a :wave: b')).toEqual([
    { type: 'text', text: 'a ' },
    { type: 'emoji', name: 'wave' },
    { type: 'text', text: ' b' },
  ]);
  expect(splitEmoji('12:30')).toEqual([{ type: 'text', text: '12:30' }]);
});

describe('an emoji is a character', () => {
  test.each([
    ['wave', '👋'],
    ['wave::skin-tone-4', '👋🏽'],
    ['nothing', undefined],
  ])('%s', (name, character) => {
    expect(emojiCharacter(name, known)).toBe(character);
  });

  test.each([
    ['1f44b', '👋'],
    ['1f44b-1f3fd', '👋🏽'],
    ['1F1E9-1f1ea', '🇩🇪'],
    ['ffffff', undefined],
    ['x', undefined],
    [undefined, undefined],
  ])('the code points %s', (unicode, character) => {
    expect(characterOf(unicode)).toBe(character);
  });
});

describe('elements of rich_text', () => {
  test('are read with their styles, and what is unknown is left out', () => {
    const elements = [
      { type: 'text', text: 'a', style: { bold: true, code: false, blink: true } },
      { type: 'link', url: 'https://a.b' },
      { type: 'script', text: 'x' },
      { type: '__proto__', text: 'x' },
      { type: 'constructor', text: 'x' },
      'nonsense',
    ];
    expect(richElements({ elements })).toEqual([
      { type: 'text', text: 'a', style: { bold: true } },
      { type: 'link', url: 'https://a.b' },
    ]);
    expect(richElements({ elements: 'nonsense' })).toEqual([]);
  });

  test('end without the line break that only says that something follows', () => {
    expect(richElements({ elements: [{ type: 'text', text: 'a\n\n' }] })).toEqual([{ type: 'text', text: 'a\n' }]);
  });

  test('are copied as a terminal would have shown them', () => {
    const elements = richElements({
      elements: [
        { type: 'text', text: 'a\t' },
        { type: 'link', url: 'https://a.b', text: 'b' },
        { type: 'text', text: '\n\u200b' },
      ],
    });
    expect(plainElements(elements)).toBe('a\tb\n');
  });

  test('are large where they are a few emoji and nothing else', () => {
    const emoji = { type: 'emoji', name: 'wave' } as const;
    expect(isOnlyEmoji([emoji, { type: 'text', text: ' ' }, emoji])).toBe(true);
    expect(isOnlyEmoji([emoji, { type: 'text', text: '!' }])).toBe(false);
    expect(isOnlyEmoji(Array.from({ length: 24 }, () => emoji))).toBe(false);
    expect(isOnlyEmoji([])).toBe(false);
  });
});

describe('what is typed into a rich text input', () => {
  test('becomes rich_text', () => {
    expect(richTextOf('*a* <b>\n> c\n```d```')).toEqual({
      type: 'rich_text',
      elements: [
        {
          type: 'rich_text_section',
          elements: [
            { type: 'text', text: 'a', style: { bold: true } },
            { type: 'text', text: ' <b>' },
          ],
        },
        { type: 'rich_text_quote', elements: [{ type: 'text', text: 'c' }] },
        { type: 'rich_text_preformatted', elements: [{ type: 'text', text: 'd' }] },
      ],
    });
  });

  test.each(['plain', '*a* _b_ ~c~ `d`', 'one\ntwo', ':wave: https://a.b', '> quoted\n> twice'])(
    'comes back as it was: %j',
    (text) => {
      expect(textOfRichText(richTextOf(text))).toBe(text);
    },
  );
});
