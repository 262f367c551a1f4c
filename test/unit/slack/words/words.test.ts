import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OpsError } from '../../../../src/context/errors.ts';
import { quoteWords } from '../../../../src/context/line.ts';
import { itemMark } from '../../../../src/sandbox/text/lines.ts';
import { listMark } from '../../../../src/slack/words/list-mark.ts';
import { messageLine, parseMessage, type TypedText } from '../../../../src/slack/words/words.ts';
import { type LineRow, lineRows } from '../../../support/lines.ts';
import { composerBlocks } from '../../../support/rich-text.ts';

const title = ({ text }: LineRow) => JSON.stringify(text.length > 60 ? `${text.slice(0, 20)}… (${text.length})` : text);
const table = lineRows.map((row) => [title(row), row] as const);

function outcome(message: TypedText): Pick<LineRow, 'argv' | 'refused'> {
  try {
    return { argv: parseMessage(message) };
  } catch (error) {
    if (error instanceof OpsError && error.outcome === 'usage' && error.hint) return { refused: error.message };
    throw error;
  }
}

const expected = ({ argv, refused }: LineRow) =>
  argv ? { argv } : { refused: expect.stringContaining(refused ?? '') };

describe('a message typed in a room', () => {
  it('is specified by at least 150 rows', () => {
    expect(lineRows.length).toBeGreaterThanOrEqual(150);
    expect(lineRows.every(({ argv, refused }) => (argv === undefined) !== (refused === undefined))).toBe(true);
  });

  it.each(table)('%s is read from its source', (_, row) => {
    expect(outcome({ text: row.text })).toEqual(expected(row));
  });

  it.each(table)('%s is read from its blocks', (_, row) => {
    expect(outcome({ text: row.text, blocks: row.blocks ?? composerBlocks(row.text) })).toEqual(expected(row));
  });

  it('is one line, whether it is read from its source or from its blocks', () => {
    for (const { text, blocks, argv } of lineRows) {
      if (argv === undefined) continue;
      expect(messageLine({ text, blocks: blocks ?? composerBlocks(text) })).toBe(messageLine({ text }));
    }
  });
});

describe('a list', () => {
  it('has the marks that Slack gives it, however deep it is and wherever it begins', () => {
    for (const isOrdered of [true, false]) {
      for (let depth = 0; depth < 9; depth++) {
        for (const number of [1, 2, 4, 9, 26, 27, 40, 49, 444, 703, 999, 1994]) {
          expect(listMark(isOrdered, depth, number).trim()).toBe(itemMark(isOrdered, depth, number));
        }
      }
    }
  });
});

describe('blocks', () => {
  const section = (...elements: unknown[]) => [
    { type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] },
  ];

  it('count where they differ from the text, since they are what the room saw', () => {
    const blocks = section({ type: 'text', text: 'history' });
    expect(parseMessage({ text: 'deploy prod', blocks })).toEqual(['history']);
  });

  it.each([
    ['none', undefined],
    ['an empty list', []],
    ['not a list', 'blocks'],
    ["a program's blocks", [{ type: 'section', text: { type: 'mrkdwn', text: 'history' } }]],
    ['two blocks', [...section({ type: 'text', text: 'a' }), ...section({ type: 'text', text: 'b' })]],
    ['an unknown element', section({ type: 'text', text: 'a' }, { type: 'hologram' })],
    ['an unknown paragraph', [{ type: 'rich_text', elements: [{ type: 'rich_text_table', elements: [] }] }]],
    ['an element without its text', section({ type: 'text' })],
    ['an id that is none', section({ type: 'user', user_id: 'U1> ; <' })],
    ['a name that every object has', section({ type: 'constructor' })],
    ['a null element', section(null)],
  ])('give way to the text where they are %s', (_, blocks) => {
    expect(parseMessage({ text: 'deploy uat', blocks })).toEqual(['deploy', 'uat']);
  });

  it('cannot smuggle in a control character', () => {
    const blocks = section({ type: 'text', text: 'can \u0002@U1\u0003' });
    expect(outcome({ text: 'can', blocks })).toEqual({ refused: expect.stringContaining('U+0002') });
  });
});

describe('any message', () => {
  // What the composer or the rules of a line change on purpose is left out.
  const changed = /[\p{C}\u2013\u2014\u2018-\u201f\u2026]|(?! )\p{Z}/u;
  const word = fc.string({
    unit: fc.oneof(
      fc.constantFrom(...' \'"\\$`;&|<>()*~#!-'),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    ),
  });
  const words = fc.array(word.filter((text) => !changed.test(text)));
  const sourceOf = (line: string) => line.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

  it('gives back the words that were quoted into it', () => {
    fc.assert(
      fc.property(words, (argv) => {
        const line = quoteWords(argv);
        expect(parseMessage({ text: sourceOf(line) })).toEqual(argv);
        const elements = [{ type: 'rich_text_section', elements: [{ type: 'text', text: line }] }];
        expect(parseMessage({ text: '', blocks: [{ type: 'rich_text', elements }] })).toEqual(argv);
      }),
      { numRuns: 1000 },
    );
  });

  const hostile = fc.string({
    unit: fc.oneof(
      fc.constantFrom(...'<>@#!|&;`\'"\\$ \n\t\0\ud83dU1', '```', '&amp;', '<@U1>', '\u2014'),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    ),
    maxLength: 60,
  });

  it('is words or an OpsError, whatever its text', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(Object.keys(outcome({ text }))).toHaveLength(1);
      }),
      { numRuns: 3000 },
    );
  });

  it('is words or an OpsError, whatever its blocks', () => {
    const type = fc.constantFrom('text', 'link', 'user', 'emoji', 'date', 'usergroup', 'color', 'rich_text_list', 'x');
    const element = fc.record(
      {
        type,
        text: fc.oneof(hostile, fc.jsonValue()),
        url: hostile,
        name: fc.jsonValue(),
        style: fc.jsonValue(),
        user_id: hostile,
      },
      { requiredKeys: ['type'] },
    );
    const paragraph = fc.record({
      type: fc.constantFrom('rich_text_section', 'rich_text_preformatted', 'rich_text_quote', 'rich_text_list'),
      elements: fc.oneof(fc.array(element), fc.jsonValue()),
    });
    const blocks = fc.oneof(
      fc.jsonValue(),
      fc.tuple(fc.record({ type: fc.constant('rich_text'), elements: fc.array(paragraph) })),
    );
    fc.assert(
      fc.property(hostile, blocks, (text, some) => {
        expect(Object.keys(outcome({ text, blocks: some }))).toHaveLength(1);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    '<',
    '>',
    '&',
    '&amp;',
    "'",
    '"',
    '\\',
    '`',
    '```',
    '$',
    '|',
    '—',
    '–',
    '“',
    ' ',
    '\n',
    '\t',
    '*a* ',
    '<@U1> ',
    '<a',
    '<@',
    '&lt',
    "''",
    '""',
    '\\\n',
    '\u200b',
    '😀',
    'a\n',
    '<#C1|a>',
    '" "',
    ' `',
  ])('of 40,000 characters is read at once: %j over and over', (unit) => {
    const text = unit.repeat(Math.floor(40_000 / unit.length));
    // Time of this process, not of the day: others may have the processor.
    const before = process.cpuUsage();
    expect(Object.keys(outcome({ text }))).toHaveLength(1);
    expect(Object.keys(outcome({ text, blocks: composerBlocks(text) }))).toHaveLength(1);
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(2000);
  });
});
