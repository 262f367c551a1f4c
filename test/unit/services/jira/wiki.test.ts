import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readProse, writeProse } from '../../../../src/services/jira/prose.ts';

describe('markup of Jira Server', () => {
  it.each([
    ['plain text', 'The till rounds twice.', 'The till rounds twice.'],
    ['headings', 'h1. Title\ntext\nh3. More\ntext', 'Title\ntext\n\nMore\ntext'],
    ['marks', '*bold* _italic_ -gone- +new+ ??who?? {{mono}}', 'bold italic gone new who mono'],
    ['marks in marks', '*_both_*', 'both'],
    ['what is above and below', 'x ^2^ y ~i~', 'x ^2 y _i'],
    [
      'signs that mark nothing',
      '2 * 3 * 4, snake_case_name, 2019-01-02, a - b - c',
      '2 * 3 * 4, snake_case_name, 2019-01-02, a - b - c',
    ],
    ['colours', '{color:red}hot{color} and {color:#fff}cold{color}', 'hot and cold'],
    [
      'links',
      '[the log|https://example.com/a_b_c] [https://example.com] [^till.log]',
      'the log (https://example.com/a_b_c) https://example.com [attachment: till.log]',
    ],
    ['links of Jira Cloud', '[https://example.com/a|https://example.com/a|smart-link]', 'https://example.com/a'],
    ['addresses', 'https://example.com/_a_*b*', 'https://example.com/_a_*b'.concat('*')],
    ['brackets that are no link', '[ERROR] failed [x|y]', '[ERROR] failed [x|y]'],
    [
      'pictures',
      '!till.png|thumbnail! and !https://example.com/a.png!',
      '[attachment: till.png] and [attachment: https://example.com/a.png]',
    ],
    ['shouts', 'No! Not that! Never!', 'No! Not that! Never!'],
    ['lists', '* a\n** b\n* c\n# one\n# two\n## three', '• a\n  • b\n• c\n1. one\n2. two\n  1. three'],
    ['lists of dashes', '- a\n- b', '• a\n• b'],
    ['a rule', 'a\n----\nb', 'a\n────────\nb'],
    ['tables', '||Name||Value||\n|till|[2|https://example.com]|', 'Name | Value\ntill | 2 (https://example.com)'],
    [
      'code',
      'so:\n{code:java|title=Till.java}\nint a = *b*;\n\n\n{code}\nthen',
      'so:\n```java\nint a = *b*;\n\n\n```\nthen',
    ],
    ['code as it is', '{noformat}\n[~mary] {quote}\n{noformat}', '```\n[~mary] {quote}\n```'],
    ['code that nothing ends', '{code}\nx *y*', '{code}\nx y'],
    ['quotes', '{quote}\na\nb\n{quote}\nc', '> a\n> b\nc'],
    ['quotes in a line', '{quote}a{quote} b', '> a\n b'],
    ['quoted lines', 'bq. a\nb', '> a\nb'],
    ['panels', '{panel:title=Mind|bgColor=red}\na\n{panel}', '> Mind\n> a'],
    ['macros', '{warning}\nhot\n{warning}', '> Warning:\n> hot'],
    ['parts that open', '{expand:Trace}\nat x\n{expand}', '▸ Trace\nat x'],
    ['macros that nobody knows', '{jira-chart:x}', '{jira-chart:x}'],
    ['line breaks', 'a\\\\b', 'a\nb'],
    ['escaped signs', '\\*not bold\\* \\{code} \\[~mary]', '*not bold* {code} [~mary]'],
    ['entities', '&#92; &amp;lt; &nbsp;x', '\\ &lt;  x'],
    ['people', '[~mary.jones] and [~accountid:557058:ab-1]', '@mary.jones and @557058:ab-1'],
    ['carriage returns', 'a\r\nb', 'a\nb'],
  ])('shows %s', (_, markup, text) => {
    expect(readProse(markup).text).toBe(text);
  });

  it('tells whom it mentions, each once, and nobody in code', () => {
    const markup =
      '[~mary] [~accountid:5b] [~mary] \\[~eve] {code}\n[~zoe]\n{code} {noformat}[~ann]{noformat} [~john smith]';
    expect(readProse(markup).mentions).toEqual(['mary', '5b', 'john smith']);
  });

  it('reads whom a recorded comment of Jira Cloud mentions', () => {
    const body =
      '[~accountid:619a4432ebce470067f20384] [~accountid:63a22fb348b367d78a14c15b] [~accountid:63a22fb348b367d78a14c15b] ';
    expect(readProse(body).mentions).toEqual(['619a4432ebce470067f20384', '63a22fb348b367d78a14c15b']);
  });

  it('is read whatever it is', () => {
    const pieces = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '{code}',
        '{noformat}',
        '{quote}',
        '{panel:title=',
        '}',
        '[',
        '|',
        ']',
        '\\',
        '\n',
        '*',
        '#',
        '&#',
        ';',
        '\ufffc',
        '!a.b!',
      ),
    );
    fc.assert(
      fc.property(fc.array(pieces), (parts) => typeof readProse(parts.join('')).text === 'string'),
      { numRuns: 500 },
    );
  });

  it.each(['[', '[~', '{{', '!a', '*a', '_', '{code:x}', '{quote}', '|', '\\', '&#', 'https://', '`'])(
    'is read soon where it is full of %s',
    (sign) => {
      const words = (markup: string): number => readProse(markup).text.length;
      expect(words(sign.repeat(30_000 / sign.length))).toBeGreaterThanOrEqual(0);
    },
  );
});

const mary = { id: 'mary.jones', name: 'mary' };

describe('text for Jira Server', () => {
  it.each([
    ['a line', ['Hello, 3-4 well-known snake_case'], 'Hello, 3-4 well-known snake_case'],
    ['paragraphs and lines', ['a\nb\n\n\nc'], 'a\nb\n\nc'],
    ['signs', ['*not bold* {x} [y]'], '\\*not bold* \\{x\\} \\[y\\]'],
    ['options', ['--force -x'], '\\-\\-force \\-x'],
    ['backslashes', ['C:\\\\temp'], 'C:&#92;&#92;temp'],
    ['entities', ['a &amp; b & c'], 'a &amp;amp; b & c'],
    ['headings', ['h1. no title'], 'h1&#46; no title'],
    ['numbers', ['# one'], '\\# one'],
    ['tables', ['|a|b|'], '\\|a|b|'],
    ['faces', ['no :) (x)'], 'no &#58;) \\(x)'],
    ['addresses', ['see https://example.com/_a_.'], 'see https://example.com/_a_.'],
    ['a person', ['ask ', mary, '!'], 'ask [~mary.jones]!'],
    ['a mention that is none', ['[~mary]'], '\\[\\~mary\\]'],
    ['a list', ['so\n- *a*\n- b'], 'so\n\n* \\*a*\n* b'],
    ['code', ['```js\n*a*\n```'], '{code:js}\n*a*\n{code}'],
    ['code with code in it', ['```\n{code}\n```'], '{noformat}\n{code}\n{noformat}'],
    ['code with all of it', ['```\n{code}{noformat}\n```'], '\\{code\\}\\{noformat\\}'],
  ])('writes %s', (_, parts, markup) => {
    expect(writeProse({ parts }, 'server')).toBe(markup);
  });

  it('is what was typed once it is read again, and mentions nobody', () => {
    const word = fc.constantFrom(
      ...['a', 'b1', ' ', '*', '_', '-', '--', '+', '^', '~', '?', '??', '!', '!x.png!', '|', '||', '#', '\\', '\\\\'],
      ...[
        '{',
        '}',
        '{{',
        '}}',
        '[',
        ']',
        '[~mary]',
        '[x|https://a.b]',
        '{code}',
        '{quote}',
        '{color:red}',
        'h1. ',
        'bq. ',
      ],
      ...['&', '&amp;', '&#42;', '(', ')', '(x)', ':', ';', ':)', 'https://a.b/_c_', '.', '\ufffc', 'é'],
    );
    fc.assert(
      fc.property(fc.array(word), (words) => {
        const text = words.join('').trim();
        fc.pre(!/^\s*[-*•]\s+\S/m.test(text));
        const { text: read, mentions } = readProse(writeProse({ parts: [text] }, 'server'));
        expect(read.trim()).toBe(text);
        expect(mentions).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });
});
