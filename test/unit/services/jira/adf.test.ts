import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readProse, writeProse } from '../../../../src/services/jira/prose.ts';

const say = (text: string, ...marks: object[]): object => ({
  type: 'text',
  text,
  ...(marks.length > 0 ? { marks } : {}),
});
const paragraph = (...content: object[]): object => ({ type: 'paragraph', content });
const item = (...content: object[]): object => ({ type: 'listItem', content });
const cell = (text: string, type = 'tableCell', attrs = {}): object => ({
  type,
  attrs,
  content: [paragraph(say(text))],
});
const read = (...content: object[]): string => readProse({ type: 'doc', version: 1, content }).text;

const inlines: [type: string, node: object, text: string][] = [
  ['text', say('plain'), 'plain'],
  ['hardBreak', { type: 'hardBreak' }, 'a\nb'],
  ['mention', { type: 'mention', attrs: { id: '5b10', text: '@Mary Jones' } }, '@Mary Jones'],
  ['mention without a name', { type: 'mention', attrs: { id: '5b10' } }, '@5b10'],
  ['emoji', { type: 'emoji', attrs: { shortName: ':grin:', text: '😀' } }, '😀'],
  ['emoji that is a picture', { type: 'emoji', attrs: { shortName: ':shipit:' } }, ':shipit:'],
  ['date', { type: 'date', attrs: { timestamp: '1582152559000' } }, '2020-02-19'],
  ['date that is none', { type: 'date', attrs: { timestamp: 'soon' } }, 'soon'],
  ['status', { type: 'status', attrs: { text: 'In Progress', color: 'yellow' } }, '[In Progress]'],
  ['inlineCard', { type: 'inlineCard', attrs: { url: 'https://example.com/a' } }, 'https://example.com/a'],
  [
    'inlineCard with data',
    { type: 'inlineCard', attrs: { data: { '@id': 'https://example.com/a', name: 'The page' } } },
    'The page (https://example.com/a)',
  ],
  ['placeholder', { type: 'placeholder', attrs: { text: 'Type here' } }, 'Type here'],
  ['inlineExtension', { type: 'inlineExtension', attrs: { extensionKey: 'jira', text: 'PS-1' } }, 'PS-1'],
  ['inlineExtension without text', { type: 'inlineExtension', attrs: { extensionKey: 'jira' } }, '[jira]'],
  ['mediaInline', { type: 'mediaInline', attrs: { id: '1', alt: 'till.log' } }, '[attachment: till.log]'],
  ['media', { type: 'media', attrs: { type: 'file', id: '1' } }, '[attachment]'],
  ['image', { type: 'image', attrs: { alt: 'the till' } }, '[attachment: the till]'],
];

const link = (href: string): object => ({ type: 'link', attrs: { href } });
const marks: [mark: string, node: object, text: string][] = [
  ...[
    'strong',
    'em',
    'strike',
    'underline',
    'code',
    'annotation',
    'backgroundColor',
    'textColor',
    'border',
    'fontSize',
  ].map((type): [string, object, string] => [type, say('word', { type, attrs: { color: '#ff0000' } }), 'word']),
  ['link', say('the log', link('https://example.com/log')), 'the log (https://example.com/log)'],
  ['link that tells itself', say('https://example.com', link('https://example.com/')), 'https://example.com'],
  ['link to a place in the page', say('above', link('#top')), 'above'],
  ['link to an address', say('ops@example.com', link('mailto:ops@example.com')), 'ops@example.com'],
  ['link with spaces around', say(' here ', link('https://example.com')), ' here (https://example.com) '],
  ['subsup', say('2', { type: 'subsup', attrs: { type: 'sub' } }), '_2'],
  ['subsup above', say('2', { type: 'subsup', attrs: { type: 'sup' } }), '^2'],
  ['unknown', say('word', { type: 'sparkling' }), 'word'],
];

const blocks: [type: string, node: object, text: string][] = [
  ['heading', { type: 'heading', attrs: { level: 1 }, content: [say('Title')] }, 'Title'],
  [
    'bulletList',
    {
      type: 'bulletList',
      content: [item(paragraph(say('a')), { type: 'bulletList', content: [item(paragraph(say('b')))] })],
    },
    '• a\n  • b',
  ],
  [
    'orderedList',
    {
      type: 'orderedList',
      attrs: { order: 9 },
      content: [item(paragraph(say('a'))), item(paragraph(say('b'), { type: 'hardBreak' }, say('c')))],
    },
    '9. a\n10. b\n    c',
  ],
  [
    'taskList',
    {
      type: 'taskList',
      content: [
        { type: 'taskItem', attrs: { state: 'DONE' }, content: [say('a')] },
        { type: 'taskList', content: [{ type: 'taskItem', attrs: { state: 'TODO' }, content: [say('b')] }] },
        { type: 'blockTaskItem', attrs: { state: 'TODO' }, content: [paragraph(say('c'))] },
      ],
    },
    '[x] a\n  [ ] b\n[ ] c',
  ],
  [
    'decisionList',
    {
      type: 'decisionList',
      content: [{ type: 'decisionItem', attrs: { state: 'DECIDED' }, content: [say('we ship')] }],
    },
    'Decided: we ship',
  ],
  [
    'codeBlock',
    { type: 'codeBlock', attrs: { language: 'bash' }, content: [say('ls\n\n\npwd')] },
    '```bash\nls\n\n\npwd\n```',
  ],
  ['codeBlock with a fence in it', { type: 'codeBlock', content: [say('```\nx\n```')] }, '````\n```\nx\n```\n````'],
  ['blockquote', { type: 'blockquote', content: [paragraph(say('a')), paragraph(say('b'))] }, '> a\n> b'],
  ['panel', { type: 'panel', attrs: { panelType: 'warning' }, content: [paragraph(say('hot'))] }, '> Warning: hot'],
  [
    'panel of their own',
    { type: 'panel', attrs: { panelType: 'custom', panelIconText: '🚀' }, content: [paragraph(say('go'))] },
    '> 🚀 go',
  ],
  ['rule', { type: 'rule' }, 'a\n────────\nb'],
  [
    'table',
    {
      type: 'table',
      content: [
        { type: 'tableRow', content: [cell('Name', 'tableHeader'), cell('Value', 'tableHeader')] },
        { type: 'tableRow', content: [cell('wide', 'tableCell', { colspan: 2 })] },
        { type: 'tableRow', content: [cell('till'), cell('2')] },
      ],
    },
    'Name | Value\nwide |\ntill | 2',
  ],
  [
    'mediaSingle',
    {
      type: 'mediaSingle',
      content: [
        { type: 'media', attrs: { type: 'external', url: 'https://example.com/a.png', alt: 'The till' } },
        { type: 'caption', content: [say('as it was')] },
      ],
    },
    '[attachment: The till] (https://example.com/a.png)\nas it was',
  ],
  [
    'mediaGroup',
    {
      type: 'mediaGroup',
      content: [
        { type: 'media', attrs: { alt: 'a.log' } },
        { type: 'media', attrs: { alt: 'b.log' } },
      ],
    },
    '[attachment: a.log]\n[attachment: b.log]',
  ],
  ['blockCard', { type: 'blockCard', attrs: { url: 'https://example.com' } }, 'https://example.com'],
  ['embedCard', { type: 'embedCard', attrs: { url: 'https://example.com', layout: 'wide' } }, 'https://example.com'],
  ['expand', { type: 'expand', attrs: { title: 'Trace' }, content: [paragraph(say('at x'))] }, '▸ Trace\n  at x'],
  ['nestedExpand', { type: 'nestedExpand', attrs: {}, content: [paragraph(say('at x'))] }, 'at x'],
  [
    'layoutSection',
    {
      type: 'layoutSection',
      content: [
        { type: 'layoutColumn', content: [paragraph(say('left'))] },
        { type: 'layoutColumn', content: [paragraph(say('right'))] },
      ],
    },
    'left\nright',
  ],
  [
    'extension',
    { type: 'extension', attrs: { extensionKey: 'toc', parameters: { extensionTitle: 'Contents' } } },
    '[Contents]',
  ],
  [
    'bodiedExtension',
    { type: 'bodiedExtension', attrs: { extensionKey: 'x' }, content: [paragraph(say('in it'))] },
    'in it',
  ],
  [
    'multiBodiedExtension',
    { type: 'multiBodiedExtension', content: [{ type: 'extensionFrame', content: [paragraph(say('in it'))] }] },
    'in it',
  ],
  ['syncBlock', { type: 'syncBlock', attrs: { resourceId: '1' } }, '[synced block]'],
  ['bodiedSyncBlock', { type: 'bodiedSyncBlock', content: [paragraph(say('in it'))] }, 'in it'],
  [
    'indented',
    { type: 'paragraph', marks: [{ type: 'indentation', attrs: { level: 2 } }], content: [say('in')] },
    'a\n    in\nb',
  ],
  ['unknown with content', { type: 'hologram', content: [paragraph(say('in it'))] }, 'in it'],
  ['unknown with text', { type: 'hologram', attrs: { text: 'shimmer' } }, 'shimmer'],
  ['unknown with nothing', { type: 'hologram' }, 'a\nb'],
];

describe('a document of Jira Cloud', () => {
  it.each(inlines)('shows %s within a line', (_, node, text) => {
    const isAround = text.includes('a\nb');
    expect(read(isAround ? paragraph(say('a'), node, say('b')) : paragraph(node))).toBe(text);
  });

  it.each(marks)('shows text that is marked as %s', (_, node, text) => {
    expect(read(paragraph(say('|'), node, say('|')))).toBe(`|${text}|`);
  });

  it.each(blocks)('shows %s', (_, node, text) => {
    const isAround = text.startsWith('a\n');
    expect(read(...(isAround ? [paragraph(say('a')), node, paragraph(say('b'))] : [node]))).toBe(text);
  });

  it('has one empty line at a time, and none at its ends', () => {
    const empty = paragraph();
    expect(read(empty, paragraph(say('a')), empty, empty, paragraph(say('b')), empty)).toBe('a\n\nb');
  });

  it.each([
    ['nothing', undefined, ''],
    ['null', null, ''],
    ['text', 'plain', 'plain'],
    ['a number', 5, ''],
    ['a document without content', { type: 'doc' }, ''],
    ['content that is no list', { type: 'doc', content: 'x' }, ''],
    ['attributes that are none', { type: 'doc', content: [{ type: 'emoji', attrs: 5 }] }, ''],
  ])('may be %s', (_, document, text) => {
    expect(readProse(document)).toEqual({ text, mentions: [] });
  });

  it('ends where it is nested too deeply', () => {
    let node = paragraph(say('deep'));
    for (let depth = 0; depth < 50_000; depth += 1) node = { type: 'bulletList', content: [item(node)] };
    expect(read(node)).toMatch(/…$/);
  });

  it('tells whom it mentions, each once, wherever they are', () => {
    const mention = (id: string): object => ({ type: 'mention', attrs: { id, text: '@x' } });
    let deep = paragraph(mention('3'));
    for (let depth = 0; depth < 50_000; depth += 1) deep = { type: 'blockquote', content: [deep] };
    const document = { type: 'doc', content: [paragraph(mention('1'), mention('2'), mention('1')), deep, mention('')] };
    expect(readProse(document).mentions).toEqual(['1', '2', '3']);
  });

  it('is read whatever it is', () => {
    const known = [...inlines, ...blocks].map(([, node]) => (node as { type: string }).type);
    const tree = fc.letrec((tie) => ({
      node: fc.oneof(
        { maxDepth: 5 },
        fc.anything(),
        fc.record({
          type: fc.constantFrom(...known, 'constructor', '__proto__'),
          text: fc.anything(),
          attrs: fc.anything(),
          marks: fc.anything(),
          content: fc.array(tie('node'), { maxLength: 4 }),
        }),
      ),
    }));
    fc.assert(
      fc.property(tree.node, (document) => {
        const { text, mentions } = readProse(document);
        return typeof text === 'string' && Array.isArray(mentions);
      }),
    );
  });
});

const mary = { id: '5b10ac', name: 'mary' };

describe('text for Jira Cloud', () => {
  it.each([
    ['a line', ['Hello'], [paragraph(say('Hello'))]],
    ['lines', ['a\nb'], [paragraph(say('a'), { type: 'hardBreak' }, say('b'))]],
    ['paragraphs', ['a\n\n\nb'], [paragraph(say('a')), paragraph(say('b'))]],
    [
      'an address',
      ['see https://example.com/a_b_c.'],
      [paragraph(say('see '), say('https://example.com/a_b_c', link('https://example.com/a_b_c')), say('.'))],
    ],
    [
      'a person',
      ['ask ', mary, ' now'],
      [paragraph(say('ask '), { type: 'mention', attrs: { id: '5b10ac', text: '@mary' } }, say(' now'))],
    ],
    ['a list', ['- a\n* b'], [{ type: 'bulletList', content: [item(paragraph(say('a'))), item(paragraph(say('b')))] }]],
    [
      'code',
      ['so:\n```bash\nls -l\n\npwd\n```\nthen'],
      [
        paragraph(say('so:')),
        { type: 'codeBlock', attrs: { language: 'bash' }, content: [say('ls -l\n\npwd')] },
        paragraph(say('then')),
      ],
    ],
    ['code in one line', ['```ls```'], [{ type: 'codeBlock', content: [say('ls')] }]],
    ['a fence that nothing closes', ['```\nls'], [paragraph(say('```'), { type: 'hardBreak' }, say('ls'))]],
    ['nobody in code', ['```\n', mary, '\n```'], [{ type: 'codeBlock', content: [say('@mary')] }]],
    ['nothing', [''], []],
  ])('writes %s', (_, parts, content) => {
    expect(writeProse({ parts }, 'cloud')).toEqual({ type: 'doc', version: 1, content });
  });

  it('is what was typed once it is read again', () => {
    const words = fc.array(fc.constantFrom('a', 'b ', '*', '_', '{code}', '[x|y]', '\n', 'https://a.b/c', '\\', '@'));
    fc.assert(
      fc.property(words, (typed) => {
        const text = typed
          .join('')
          .replace(/\n{2,}/g, '\n')
          .replace(/^\s*\*\s+/gm, 'x')
          .trim();
        return readProse(writeProse({ parts: [text] }, 'cloud')).text.trim() === text.replace(/\s+$/gm, (end) => end);
      }),
    );
  });
});
