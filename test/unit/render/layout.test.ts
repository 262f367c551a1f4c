import { describe, expect, it } from 'vitest';
import {
  type Block,
  code,
  fields,
  file,
  image,
  link,
  linked,
  list,
  styled,
  table,
  text,
} from '../../../src/context/blocks.ts';
import type { Event } from '../../../src/context/events.ts';
import { createLayout, layoutBlocks, layoutEvent } from '../../../src/render/layout.ts';
import { type Line, spansText } from '../../../src/render/line.ts';
import { displayWidth } from '../../../src/render/width.ts';

const words = (lines: readonly Line[]): string[] => lines.map((line) => spansText(line.spans));
const layout = (...blocks: Block[]): string[] => words(layoutBlocks(blocks, 'stdout'));
const note = (level: 'info' | 'warning', ...blocks: Block[]): Event => ({ type: 'note', level, blocks });

describe('text', () => {
  it('is prose, one line a line break', () => {
    expect(layoutBlocks([text('one\ntwo\r\nthree\u2028four')], 'stdout')).toEqual(
      ['one', 'two', 'three', 'four'].map((word) => ({ spans: [{ text: word }], form: 'prose', stream: 'stdout' })),
    );
  });

  it('keeps styles and links, also over a line break', () => {
    const lines = layoutBlocks([text('go ', styled('bo\nld', { bold: true }), linked('x', 'https://a.b'))], 'stderr');
    expect(lines.map((line) => line.spans)).toEqual([
      [{ text: 'go ' }, { text: 'bo', style: { bold: true } }],
      [
        { text: 'ld', style: { bold: true } },
        { text: 'x', link: 'https://a.b' },
      ],
    ]);
  });

  it('is an empty line where it is empty', () => {
    expect(layout(text('a'), text(''), text('b'))).toEqual(['a', '', 'b']);
  });

  it.each(['javascript:alert(1)', 'file:///etc/passwd', 'https://a b', 'https://a\u202eb', 'https://a\u001bb', 'x'])(
    'does not link to %j',
    (url) => {
      expect(layoutBlocks([text(linked('here', url))], 'stdout')[0]?.spans).toEqual([{ text: 'here' }]);
    },
  );
});

describe('what no surface may be shown raw', () => {
  it.each([
    ['an escape code', 'a\u001b[31mb', 'a\ufffd[31mb'],
    ['a bell', 'a\u0007b', 'a\ufffdb'],
    ['DEL and a C1 control', 'a\u007f\u009bb', 'a\ufffd\ufffdb'],
    ['NUL, which is dropped', 'a\0b', 'ab'],
    ['bidirectional overrides and isolates', 'a\u202eb\u2066c', 'a\ufffdb\ufffdc'],
    ['a lone surrogate', 'a\ud800b\udc00', 'a\ufffdb\ufffd'],
  ])('%s', (_, raw, shown) => {
    expect(layout(text(raw))).toEqual([shown]);
    expect(layout(code(raw))).toEqual([shown]);
    expect(layout(list([raw]))).toEqual([`• ${shown}`]);
    expect(layout(fields({ [raw]: raw }))).toEqual([`${shown}  ${shown}`]);
    expect(layout(table([raw], [[raw]]))).toEqual([shown, shown]);
  });

  it('leaves emoji, right-to-left letters and combining marks alone', () => {
    expect(layout(text('🏳️‍🌈 שלום e\u0301'))).toEqual(['🏳️‍🌈 שלום e\u0301']);
  });

  it('expands tabs to stops 8 cells apart', () => {
    expect(layout(text('a\tb\t', '日本\tc'))).toEqual([`a       b       日本    c`]);
  });

  it('expands any number of tabs in no more time than their share', () => {
    expect(layout(text('\t'.repeat(40_000)))).toEqual([' '.repeat(320_000)]);
  });
});

describe('tables', () => {
  it('align columns two spaces apart under bold headings, without spaces at the end', () => {
    const lines = layoutBlocks(
      [
        table(
          ['app', { name: 'runs', align: 'right' }, 'note'],
          [
            ['web', '7', ''],
            ['billing', '120', 'ok'],
          ],
        ),
      ],
      'stdout',
    );
    expect(words(lines)).toEqual(['app      runs  note', 'web         7', 'billing   120  ok']);
    expect(lines[0]?.spans.filter((span) => span.text.trim() !== '').every((span) => span.style?.bold)).toBe(true);
    expect(lines.every((line) => line.form === 'fixed')).toBe(true);
  });

  it('align by what a terminal shows, not by characters', () => {
    const rows = ['日本語', '👩‍💻', '🇩🇪', '👍🏽', 'e\u0301', 'שלום'].map((name) => [name, '|']);
    const columns = layout(table(['name', 'end'], rows))
      .slice(1)
      .map((line) => displayWidth(line.slice(0, line.indexOf('|'))));
    expect(columns).toEqual([8, 8, 8, 8, 8, 8]);
  });

  it.each<[string, string, string]>([
    ['Hebrew', 'שלום', '\u2068שלום\u2069'],
    ['Arabic with vowel marks', 'سَلام', '\u2068سَلام\u2069'],
    ['both ways', 'web שלום', '\u2068web שלום\u2069'],
    ['combining marks alone', 'e\u0301'.repeat(3), 'e\u0301'.repeat(3)],
    ['an emoji of several', '👨‍👩‍👧‍👦 ok', '👨‍👩‍👧‍👦 ok'],
    ['a zero-width space', 'a\u200bb', 'a\u200bb'],
    ['an override of direction', '\u202egnp.exe', '\ufffdgnp.exe'],
  ])('keep each cell in its place, whatever way it runs: %s', (_, cell, shown) => {
    const [, row = '', next = ''] = layout(
      table(
        ['app', 'runs', 'end'],
        [
          [cell, '7', '|'],
          ['x'.repeat(12), '7', '|'],
        ],
      ),
    );
    expect(row).toMatch(new RegExp(`^${shown} +7 {5}\\|$`, 'u'));
    expect(displayWidth(row)).toBe(displayWidth(next));
  });

  it('say so when there is nothing in them', () => {
    expect(layoutBlocks([table(['app'], [])], 'stdout')).toEqual([
      { spans: [{ text: '(none)', style: { dim: true } }], form: 'fixed', stream: 'stdout' },
    ]);
  });

  it('keep a cell in its line and bear rows of the wrong length', () => {
    expect(layout(table(['a', 'b'], [['one\ntwo'], ['x', 'y', 'z']]))).toEqual(['a        b', 'one two', 'x        y']);
  });

  it('keep the styles and links of cells', () => {
    const [, row] = layoutBlocks(
      [table(['a'], [[['see ', linked('PR 1', 'https://a.b/1'), styled('!', { color: 'red' })]]])],
      'stdout',
    );
    expect(row?.spans).toEqual([
      { text: 'see ' },
      { text: 'PR 1', link: 'https://a.b/1' },
      { text: '!', style: { color: 'red' } },
    ]);
  });
});

it('fields align their values and keep further lines under the first', () => {
  const lines = layoutBlocks(
    [fields({ app: 'web', 'deployed by': 'Ana\nand Bo', none: undefined, empty: '' })],
    'stdout',
  );
  expect(words(lines)).toEqual(['app          web', 'deployed by  Ana', '             and Bo', 'empty']);
  expect(lines[0]?.spans[0]).toEqual({ text: 'app', style: { dim: true } });
});

it('lists have a bullet an item and hang their further lines', () => {
  expect(layout(list(['one', 'two\nmore\n\nend']))).toEqual(['• one', '• two', '  more', '', '  end']);
});

it('code keeps its spaces and empty lines, and only its last line break is not a line', () => {
  expect(layout(code('  a  \n\n b\n'))).toEqual(['  a  ', '', ' b']);
  expect(layout(code(''))).toEqual([]);
});

it('links show their text or their address', () => {
  expect(layoutBlocks([link('https://a.b', 'home'), link('https://a.b')], 'stdout').map((line) => line.spans)).toEqual([
    [{ text: 'home', link: 'https://a.b' }],
    [{ text: 'https://a.b', link: 'https://a.b' }],
  ]);
});

it('pictures and files are named with their path', () => {
  expect(layout(image('/tmp/a.png', 'Load of web'), file('/tmp/b.txt', 'Log'), image('/tmp/c.png', ''))).toEqual([
    'Load of web (/tmp/a.png)',
    'Log (/tmp/b.txt)',
    '/tmp/c.png',
  ]);
});

describe('events', () => {
  it.each<[string, Event, string[]]>([
    ['a running step', { type: 'step', id: 1, title: 'Build', state: 'running', ms: 5000 }, ['… Build']],
    ['a done step', { type: 'step', id: 1, title: 'Build', state: 'done', ms: 999 }, ['✓ Build']],
    [
      'a step that took its time',
      { type: 'step', id: 1, title: 'Build', state: 'done', ms: 1234 },
      ['✓ Build (1.2 s)'],
    ],
    ['a failed step', { type: 'step', id: 1, title: 'Build\nit', state: 'failed' }, ['✗ Build it']],
    ['a note', note('info', text('hello')), ['hello']],
    ['a warning', note('warning', text('slow\nvery'), list(['x'])), ['! slow', '  very', '  • x']],
    ['the start', { type: 'started', run: 'r', line: 'ops x', actor: 'Ana', at: '' }, []],
    ['a question', { type: 'ask', id: 1, question: 'Sure?' }, ['Sure?']],
    [
      'an answer, with whose it is',
      { type: 'answer', id: 1, question: 'Sure?', said: 'yes', by: 'ana' },
      ['Sure? yes (ana)'],
    ],
    [
      'a question that nobody answered',
      { type: 'answer', id: 1, question: 'Sure?', said: 'nothing', by: 'ana' },
      ['Sure? no answer'],
    ],
    ['the end', { type: 'finished', outcome: 'ok', exitCode: 0, ms: 1 }, []],
    ['an error', { type: 'error', outcome: 'failed', exitCode: 1, message: 'No\nway', run: 'r1' }, ['✗ No', '  way']],
    [
      'an error with a hint',
      { type: 'error', outcome: 'usage', exitCode: 64, message: 'No', hint: 'ops help\nops doctor' },
      ['✗ No', '  → ops help', '    ops doctor'],
    ],
    [
      'a bug, with the run that shows it',
      { type: 'error', outcome: 'bug', exitCode: 70, message: 'Oh', run: 'r1' },
      ['✗ Oh', '  run r1'],
    ],
  ])('%s', (_, event, expected) => {
    const lines = layoutEvent(event);
    expect(words(lines)).toEqual(expected);
    expect(lines.every((line) => line.stream === 'stderr')).toBe(true);
  });

  it('results go to stdout', () => {
    expect(layoutEvent({ type: 'result', data: {}, blocks: [text('done')] })[0]?.stream).toBe('stdout');
  });

  it('marks are coloured, and so is a warning', () => {
    const colorOf = (event: Event) => layoutEvent(event)[0]?.spans[0]?.style?.color;
    expect(colorOf({ type: 'step', id: 1, title: 'x', state: 'done' })).toBe('green');
    expect(colorOf({ type: 'step', id: 1, title: 'x', state: 'failed' })).toBe('red');
    expect(colorOf(note('warning', text('x')))).toBe('yellow');
    expect(colorOf({ type: 'error', outcome: 'bug', exitCode: 70, message: 'x' })).toBe('red');
  });

  it("a program's lines keep their stream, their spaces and their styles", () => {
    expect(layoutEvent({ type: 'line', stream: 'stderr', text: ' a\n\n\u001b[1mb' })).toEqual([
      { spans: [{ text: ' a' }], form: 'fixed', stream: 'stderr' },
      { spans: [], form: 'fixed', stream: 'stderr' },
      { spans: [{ text: 'b', style: { bold: true } }], form: 'fixed', stream: 'stderr' },
    ]);
  });

  it('a style lasts over events until its stream ends it', () => {
    const next = createLayout();
    const styleOf = (stream: 'stdout' | 'stderr', line: string) =>
      next({ type: 'line', stream, text: line })[0]?.spans[0]?.style;
    expect(styleOf('stdout', '\u001b[31mred')).toEqual({ color: 'red' });
    expect(styleOf('stderr', 'plain')).toBeUndefined();
    expect(styleOf('stdout', 'still red')).toEqual({ color: 'red' });
    expect(styleOf('stdout', '\u001b[0mplain')).toBeUndefined();
  });
});
