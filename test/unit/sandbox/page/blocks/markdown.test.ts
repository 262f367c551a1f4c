import { describe, expect, test } from 'vitest';
import { readMarkdown } from '../../../../../src/sandbox/page/blocks/markdown.ts';

const text = (words: string, style?: object) => ({ type: 'text', text: words, ...(style ? { style } : {}) });
const paragraph = (...elements: unknown[]) => ({ type: 'paragraph', elements });
const words = (line: string) => paragraph(text(line));

describe('a paragraph is read', () => {
  const lines: readonly [string, unknown[]][] = [
    ['**b** __b__', [text('b', { bold: true }), text(' '), text('b', { bold: true })]],
    [
      '*i* _i_ ~~s~~',
      [text('i', { italic: true }), text(' '), text('i', { italic: true }), text(' '), text('s', { strike: true })],
    ],
    ['***both***', [text('both', { bold: true, italic: true })]],
    ['snake_case_name', [text('snake_case_name')]],
    ['`` a`b ``', [text('a`b', { code: true })]],
    ['\\*no\\*', [text('*'), text('no'), text('*')]],
    [
      '[l **b**](https://a.b "t")',
      [
        { type: 'link', url: 'https://a.b', text: 'l ' },
        { type: 'link', url: 'https://a.b', text: 'b', style: { bold: true } },
      ],
    ],
    ['![a picture](https://a.b/c.png)', [{ type: 'link', url: 'https://a.b/c.png', text: 'a picture' }]],
    [
      '<https://a.b> <a@b.c>',
      [{ type: 'link', url: 'https://a.b' }, text(' '), { type: 'link', url: 'mailto:a@b.c', text: 'a@b.c' }],
    ],
    ['https://a.b/c_(d).', [{ type: 'link', url: 'https://a.b/c_(d)' }, text('.')]],
    ['<@U12> :tada:', [{ type: 'user', user_id: 'U12' }, text(' '), { type: 'emoji', name: 'tada' }]],
  ];
  test.each(lines)('%s', (source, elements) => {
    expect(readMarkdown(source)).toEqual([paragraph(...elements)]);
  });
});

describe('neither HTML nor a script ever becomes more than text', () => {
  const shown = (value: unknown): string => {
    if (Array.isArray(value)) return value.map(shown).join('');
    if (typeof value !== 'object' || value === null) return '';
    expect(value).not.toHaveProperty('url');
    return 'text' in value ? String(value.text) : Object.values(value).map(shown).join('');
  };
  test.each([
    '<script>alert(1)</script>',
    '<img src=x onerror="alert(1)">',
    '<a href="javascript:alert(1)">x</a>',
    '[x](javascript:alert(1))',
    '[x](JAVASCRIPT:alert)',
    '![x](data:text/html,y)',
    '<javascript:alert(1)>',
    '<!-- hidden -->',
  ])('%s', (source) => {
    expect(shown(readMarkdown(source))).toBe(source);
  });
});

describe('blocks are read', () => {
  test.each<[string, string, unknown[]]>([
    [
      'headings',
      '# A\n### B #',
      [
        { type: 'heading', level: 1, elements: [text('A')] },
        { type: 'heading', level: 3, elements: [text('B')] },
      ],
    ],
    ['a heading needs its space', '#tag', [words('#tag')]],
    ['lines of a paragraph stay lines', 'a\nb', [words('a\nb')]],
    [
      'a fence',
      '```ts\nlet a;\n\n  b\n```\nend',
      [{ type: 'code', language: 'ts', text: 'let a;\n\n  b' }, words('end')],
    ],
    ['a fence that is not closed yet', '~~~\na\n# b', [{ type: 'code', language: '', text: 'a\n# b' }]],
    ['indented code', 'a\n\n    b\n      c', [words('a'), { type: 'code', language: '', text: 'b\n  c' }]],
    ['a rule', 'a\n\n---', [words('a'), { type: 'rule' }]],
    [
      'a quote with a list in it',
      '> a\n> - b',
      [
        {
          type: 'quote',
          content: [words('a'), { type: 'list', ordered: false, start: 1, items: [{ content: [words('b')] }] }],
        },
      ],
    ],
    [
      'a numbered list that starts later',
      '3. a\n4. b',
      [{ type: 'list', ordered: true, start: 3, items: [{ content: [words('a')] }, { content: [words('b')] }] }],
    ],
    [
      'tasks',
      '- [x] a\n- [ ] b',
      [
        {
          type: 'list',
          ordered: false,
          start: 1,
          items: [
            { done: true, content: [words('a')] },
            { done: false, content: [words('b')] },
          ],
        },
      ],
    ],
    [
      'a list in a list',
      '- a\n  - b\n- c',
      [
        {
          type: 'list',
          ordered: false,
          start: 1,
          items: [
            { content: [words('a'), { type: 'list', ordered: false, start: 1, items: [{ content: [words('b')] }] }] },
            { content: [words('c')] },
          ],
        },
      ],
    ],
    [
      'a second paragraph in an item',
      '1. a\n\n   b\n2. c',
      [
        {
          type: 'list',
          ordered: true,
          start: 1,
          items: [{ content: [words('a'), words('b')] }, { content: [words('c')] }],
        },
      ],
    ],
    [
      'a list right after a paragraph',
      'a:\n- b',
      [words('a:'), { type: 'list', ordered: false, start: 1, items: [{ content: [words('b')] }] }],
    ],
    [
      'a table',
      '|a|b|\n|:-|-:|\n|1|x\\|y|\n|2|',
      [
        {
          type: 'table',
          align: ['left', 'right'],
          head: [[text('a')], [text('b')]],
          rows: [
            [[text('1')], [text('x|y')]],
            [[text('2')], []],
          ],
        },
      ],
    ],
    ['a line with a bar is no table', 'a | b\nc', [words('a | b\nc')]],
    ['nothing', '\n\n', []],
  ])('%s', (_, source, blocks) => {
    expect(readMarkdown(source)).toEqual(blocks);
  });
});

test('quotes and lists are read to a depth, and what lies deeper is text', () => {
  const depthOf = (value: unknown): number => {
    if (Array.isArray(value)) return Math.max(0, ...value.map(depthOf));
    if (typeof value !== 'object' || value === null) return 0;
    return ('content' in value ? 1 : 0) + Math.max(0, ...Object.values(value).map(depthOf));
  };
  expect(depthOf(readMarkdown('>'.repeat(12_000)))).toBe(8);
  expect(
    depthOf(readMarkdown(Array.from({ length: 60 }, (__, at) => `${'  '.repeat(at)}- a`).join('\n'))),
  ).toBeLessThan(10);
});
