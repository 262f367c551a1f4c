import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Span } from '../../../src/context/blocks.ts';
import { createAnsiParser } from '../../../src/render/ansi.ts';
import { spansText } from '../../../src/render/line.ts';

const parse = (line: string): Span[] => createAnsiParser().parse(line);
const shown = (line: string): string => spansText(parse(line));
const e = '\u001b';

describe('styles', () => {
  it.each<[string, Span['style']]>([
    ['1', { bold: true }],
    ['2', { dim: true }],
    ['3', { italic: true }],
    ['4', { underline: true }],
    ['4:3', { underline: true }],
    ['9', { strike: true }],
    ['1;3;31', { bold: true, italic: true, color: 'red' }],
    ['30', { color: 'black' }],
    ['37', { color: 'white' }],
    ['90', { color: 'gray' }],
    ['92', { color: 'green' }],
    ['97', { color: 'white' }],
    ['38;5;9', { color: 'red' }],
    ['38;5;8', { color: 'gray' }],
    ['38;5;208', { color: 'yellow' }],
    ['38;5;21', { color: 'blue' }],
    ['38;5;240', { color: 'gray' }],
    ['38;5;255', { color: 'white' }],
    ['38:5:46', { color: 'green' }],
    ['38;2;250;10;10', { color: 'red' }],
    ['38:2::0:200:200', { color: 'cyan' }],
    ['38:2:200:0:200', { color: 'magenta' }],
    ['38;2;0;0;0;1', { color: 'black', bold: true }],
    ['48;5;1;32', { color: 'green' }],
    ['31;7;41', { color: 'red' }],
    ['', undefined],
    ['0', undefined],
    ['38;5', undefined],
    ['38;5;999', undefined],
    ['38', undefined],
    ['999', undefined],
  ])('SGR %s', (parameters, style) => {
    expect(parse(`${e}[${parameters}mx`)).toEqual([style === undefined ? { text: 'x' } : { text: 'x', style }]);
  });

  it('are ended one by one or all at once', () => {
    expect(parse(`${e}[1;2;3;4;9;31ma${e}[22mb${e}[23;24;29mc${e}[39md${e}[31me${e}[mf`)).toEqual([
      { text: 'a', style: { bold: true, dim: true, italic: true, underline: true, strike: true, color: 'red' } },
      { text: 'b', style: { italic: true, underline: true, strike: true, color: 'red' } },
      { text: 'c', style: { color: 'red' } },
      { text: 'd' },
      { text: 'e', style: { color: 'red' } },
      { text: 'f' },
    ]);
  });

  it('last until the next line ends them', () => {
    const parser = createAnsiParser();
    parser.parse(`${e}[32m`);
    expect(parser.parse('ok')).toEqual([{ text: 'ok', style: { color: 'green' } }]);
    expect(parser.parse(`${e}[0mplain`)).toEqual([{ text: 'plain' }]);
  });
});

describe('links and pictures', () => {
  it.each([`${e}\\`, '\u0007', '\u009c'])('OSC 8 ended by %j becomes a link', (end) => {
    expect(parse(`see ${e}]8;id=1;https://a.b/c?d;e${end}docs${e}]8;;${end} now`)).toEqual([
      { text: 'see ' },
      { text: 'docs', link: 'https://a.b/c?d;e' },
      { text: ' now' },
    ]);
  });

  it.each(['javascript:alert(1)', 'file:///etc/passwd', 'https://a b', 'ssh://x'])(
    'an OSC 8 link to %s is only text',
    (url) => {
      expect(parse(`${e}]8;;${url}\u0007x${e}]8;;\u0007`)).toEqual([{ text: 'x' }]);
    },
  );

  it('an inline picture is named, a download and other iTerm codes are not shown', () => {
    const name = Buffer.from('Größe.png').toString('base64');
    expect(shown(`a${e}]1337;File=name=${name};inline=1:${'QUJD'.repeat(50_000)}\u0007b`)).toBe('a[image Größe.png]b');
    expect(shown(`${e}]1337;File=inline=1:QUJD\u0007`)).toBe('[image]');
    expect(shown(`${e}]1337;File=name=${name}:QUJD\u0007`)).toBe('');
    expect(shown(`${e}]1337;SetMark\u0007x`)).toBe('x');
  });

  it('the name of a picture cannot bring controls in', () => {
    expect(
      shown(`${e}]1337;File=inline=1;name=${Buffer.from('a\u001b[31m\n\u202e').toString('base64')}:x\u0007`),
    ).not.toMatch(/[\p{Cc}\u202e]/u);
  });
});

describe('what a terminal would show in the end', () => {
  it.each([
    ['a line that ends with CR', 'done\r', 'done'],
    ['a progress bar', '10%\r50%\r100%', '100%'],
    ['a shorter text over a longer one', 'abcdef\rxy', 'xycdef'],
    ['a line that is erased first', `abcdef\r${e}[Kxy`, 'xy'],
    ['a line that is erased as a whole', `abcdef${e}[2K\rxy`, 'xy'],
    ['an erasure to the end', `abcdef${e}[3D${e}[Kx`, 'abcx'],
    ['backspaces', 'abd\bc', 'abc'],
    ['a spinner', '|\b/\b-\bok', 'ok'],
    ['backspaces beyond the start', '\b\b\bab', 'ab'],
    ['a move to a column', `abc${e}[1Gx`, 'xbc'],
    ['a move over what was never written', `ab${e}[3Cc`, 'ab   c'],
    ['a move that no screen has room for', `a${e}[99999999Cb`, `a${' '.repeat(499)}b`],
    ['a wide letter over two narrow ones', 'abc\r日', '日c'],
    ['a narrow letter over half a wide one', '日本\rx', 'x 本'],
    ['the other half of a wide one', `日本\r${e}[Cx`, ' x本'],
    ['a tab', 'a\tb', 'a       b'],
    ['a tab over written text', 'abcdefghi\r\tX', 'abcdefghX'],
    ['an emoji over text', 'abcd\r👩‍💻', '👩‍💻cd'],
  ])('%s', (_, line, text) => {
    expect(shown(line)).toBe(text);
  });

  it('keeps the styles of what is left', () => {
    expect(parse(`${e}[31mabc\r${e}[32mx`)).toEqual([
      { text: 'x', style: { color: 'green' } },
      { text: 'bc', style: { color: 'red' } },
    ]);
  });
});

describe('what is taken out', () => {
  it.each([
    ['cursor moves between lines', `${e}[2Aa${e}[Hb${e}[?25lc`, 'abc'],
    ['modes and charsets', `${e}(B${e}[?1049ha${e}=b${e}>`, 'ab'],
    ['a window title', `${e}]0;title\u0007a`, 'a'],
    ['DCS, SOS, PM and APC strings', `${e}Pq#0${e}\\a${e}Xb${e}\\${e}^c${e}\\${e}_d${e}\\e`, 'ae'],
    ['8-bit introducers', '\u009b31ma\u009d0;t\u009cb\u0090q\u009cc', 'abc'],
    ['controls', 'a\u0000\u0007\u000b\u007f\u0085b', 'ab'],
    ['a sequence that never ends', `a${e}[12;3`, 'a'],
    ['a string that never ends', `a${e}]8;;https://x`, 'a'],
    ['a string that another sequence ends', `${e}]0;t${e}[31ma`, 'a'],
    ['an ESC at the end', `a${e}`, 'a'],
  ])('%s', (_, line, text) => {
    expect(shown(line)).toBe(text);
  });

  it('bidirectional overrides and lone surrogates become U+FFFD', () => {
    expect(shown('a\u202eb\ud800c')).toBe('a\ufffdb\ufffdc');
    expect(shown(`${e}[1ma\u2067b\udfff`)).toBe('a\ufffdb\ufffd');
  });
});

describe('hostile input', () => {
  it('never brings a control to a surface, whatever the line', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        e,
        `${e}[`,
        `${e}]8;;https://a.b`,
        `${e}]`,
        `${e}P`,
        '\u0007',
        `${e}\\`,
        '\r',
        '\b',
        '\t',
        '\u009b',
        `${e}[K`,
        `${e}[2K`,
        'm',
      ),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const spans = parse(pieces.join('').replaceAll('\n', ''));
        expect(spansText(spans)).not.toMatch(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u);
        expect(spans.every((span) => span.text !== '')).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('reads a program file without falling over', () => {
    const parser = createAnsiParser();
    const lines = readFileSync(process.execPath).subarray(0, 2_000_000).toString('utf8').split('\n');
    for (const line of lines) expect(spansText(parser.parse(line))).not.toMatch(/\p{Cc}/u);
  });

  const long = 1_000_000;
  it.each([
    ['an OSC without end', `${e}]${'a'.repeat(long)}`],
    ['only OSC starts', `${e}]`.repeat(long / 2)],
    ['only 8-bit DCS starts', '\u0090'.repeat(long)],
    ['a CSI without end', `${e}[${'1;'.repeat(long / 2)}`],
    ['a CSI with as many parameters', `${e}[${'38;5;'.repeat(long / 5)}mx`],
    ['erasing far to the right again and again', `${'x'.repeat(long / 2)}${`${e}[2Kx`.repeat(long / 10)}`],
    ['returning again and again', 'ab\r'.repeat(long / 3)],
    ['stepping back and forth', `x${'日\b'.repeat(long / 4)}`],
    ['moving far and back', `${e}[500Cx\r`.repeat(long / 16)],
    ['joiners over text', `xx\r${'👩\u200d'.repeat(long / 8)}`],
    ['selectors over text', `xx\r${'\ufe0f'.repeat(long / 2)}`],
  ])('takes linear time for %s', (_, line) => {
    // Time of this process, not of the day: others may have the processor.
    const before = process.cpuUsage();
    expect(parse(line).length).toBeLessThan(long);
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(20_000);
  });
});
