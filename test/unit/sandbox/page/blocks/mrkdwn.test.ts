import { describe, expect, test } from 'vitest';
import type { Inline } from '../../../../../src/sandbox/page/blocks/inline.ts';
import { readInline, readMrkdwn } from '../../../../../src/sandbox/page/blocks/mrkdwn.ts';

const text = (words: string, style?: object) => ({ type: 'text', text: words, ...(style ? { style } : {}) });
const bold = { bold: true };
const italic = { italic: true };

describe('a line is read', () => {
  const lines: readonly [string, unknown[]][] = [
    ['plain', [text('plain')]],
    ['*bold*', [text('bold', bold)]],
    ['_it_ ~st~', [text('it', italic), text(' '), text('st', { strike: true })]],
    ['*b _bi_*', [text('b ', bold), text('bi', { ...bold, ...italic })]],
    ['_a *b* c_', [text('a ', italic), text('b', { ...italic, ...bold }), text(' c', italic)]],
    ['snake_case_name 2*3*4', [text('snake_case_name 2*3*4')]],
    ['* not bold *', [text('* not bold *')]],
    ['`*code* &amp;`', [text('*code* &', { code: true })]],
    ['*`x`*', [text('x', { ...bold, code: true })]],
    ['&lt;b&gt; &amp;amp;', [text('<b> &amp;')]],
    ['<https://a.b|x &amp; y>', [{ type: 'link', url: 'https://a.b', text: 'x & y' }]],
    ['*<https://a.b/c_d|e_f>*', [{ type: 'link', url: 'https://a.b/c_d', text: 'e_f', style: bold }]],
    ['<mailto:a@b.c|a@b.c>', [{ type: 'link', url: 'mailto:a@b.c', text: 'a@b.c' }]],
    ['see https://a.b/c_d.', [text('see '), { type: 'link', url: 'https://a.b/c_d' }, text('.')]],
    ['https://a.b?x=1&amp;y=2', [{ type: 'link', url: 'https://a.b?x=1&y=2' }]],
    ['<@U12>', [{ type: 'user', user_id: 'U12' }]],
    ['<@W12|ana>', [{ type: 'user', user_id: 'W12', label: 'ana' }]],
    ['<#C12|general>', [{ type: 'channel', channel_id: 'C12', label: 'general' }]],
    ['<#C12|>', [{ type: 'channel', channel_id: 'C12' }]],
    ['<!subteam^S12|@devs>', [{ type: 'usergroup', usergroup_id: 'S12', label: '@devs' }]],
    [
      '<!here> <!channel|channel>',
      [{ type: 'broadcast', range: 'here' }, text(' '), { type: 'broadcast', range: 'channel' }],
    ],
    [
      '<!date^1392734382^{date_num}|then>',
      [{ type: 'date', timestamp: 1392734382, format: '{date_num}', fallback: 'then' }],
    ],
    [
      '<!date^1^{date}^https://a.b|then>',
      [{ type: 'date', timestamp: 1, format: '{date}', url: 'https://a.b', fallback: 'then' }],
    ],
    [
      ':tada: :wave::skin-tone-3:',
      [{ type: 'emoji', name: 'tada' }, text(' '), { type: 'emoji', name: 'wave::skin-tone-3' }],
    ],
    ['<!unknown|label>', [text('label')]],
  ];
  test.each(lines)('%s', (source, elements) => {
    expect(readInline(source)).toEqual(elements);
  });
});

describe('what is no reference stays text', () => {
  test.each([
    '<javascript:alert(1)|x>',
    '<script>',
    '<img src=x onerror=alert(1)>',
    '<data:text/html,x>',
    '<@nobody>',
    '<!nothing>',
    '<!date^soon^{date}>',
  ])('%s', (source) => {
    expect(readInline(source)).toEqual([text(source)]);
  });
});

test('an address that nobody marked stays text where the text is verbatim', () => {
  expect(readInline('https://a.b', { verbatim: true })).toEqual([text('https://a.b')]);
});

test('the characters that stand for what was put aside cannot be typed', () => {
  expect(readInline('\uE0000\uE001 `a`')).toEqual([text('0 '), text('a', { code: true })]);
});

describe('a text falls into passages', () => {
  const kinds = (source: string): unknown =>
    readMrkdwn(source).map(({ type, elements }) => [
      type,
      elements.map((one: Inline) => ('text' in one ? one.text : one.type)).join(''),
    ]);
  test.each([
    ['one\ntwo', [['text', 'one\ntwo']]],
    [
      '&gt; q\n&gt;r\nend',
      [
        ['quote', 'q\nr'],
        ['text', 'end'],
      ],
    ],
    ['> raw', [['quote', 'raw']]],
    [
      'a\n&gt;&gt;&gt; all\nthe rest',
      [
        ['text', 'a'],
        ['quote', 'all\nthe rest'],
      ],
    ],
    [
      'a\n```\n*x* &lt;\n  y\n```\nb',
      [
        ['text', 'a'],
        ['code', '*x* <\n  y'],
        ['text', 'b'],
      ],
    ],
    ['```open', [['text', '```open']]],
    ['```:tada: <https://a.b|c>```', [['code', ':tada: c']]],
    ['```<script>alert(1)</script>```', [['code', '<script>alert(1)</script>']]],
  ])('%j', (source, passages) => {
    expect(kinds(source)).toEqual(passages);
  });
});
