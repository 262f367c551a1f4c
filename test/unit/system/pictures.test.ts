import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Picture } from '../../../src/context/events.ts';
import { createPictureReader } from '../../../src/system/pictures.ts';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=',
  'base64',
);
const base64 = (text: string): string => Buffer.from(text).toString('base64');
const content = png.toString('base64');
const e = '\x1b';
const named = `name=${base64('chart.png')};inline=1`;

function read(chunks: readonly (string | Buffer)[], largest?: number): { text: string; pictures: Picture[] } {
  const reader = createPictureReader(largest);
  const parts = chunks.map((chunk) => reader.push(Buffer.from(chunk as string)));
  return { text: Buffer.concat([...parts, reader.end()]).toString(), pictures: reader.take() };
}

const chart: Picture = { name: 'chart.png', alt: 'chart.png', content, layout: '' };
const parts = (header: string, ...pieces: string[]): string =>
  `${e}]1337;MultipartFile=${header}\x07${pieces.map((one) => `${e}]1337;FilePart=${one}\x07`).join('')}${e}]1337;FileEnd\x07`;

describe('pictures in what a program prints', () => {
  it.each<[string, string, string, Picture[]]>([
    ['ended by BEL', `a ${e}]1337;File=${named}:${content}\x07 b\n`, 'a picture chart.png (68 B) b\n', [chart]],
    ['ended by ST', `${e}]1337;File=${named}:${content}${e}\\\n`, 'picture chart.png (68 B)\n', [chart]],
    ['in 8-bit codes', `\u009d1337;File=${named}:${content}\u009c\n`, 'picture chart.png (68 B)\n', [chart]],
    [
      'broken into lines by base64',
      `${e}]1337;File=${named}:${content.replaceAll(/.{20}/g, '$&\n')}\x07\n`,
      'picture chart.png (68 B)\n',
      [chart],
    ],
    ['in several parts', parts(named, content.slice(0, 40), content.slice(40)), 'picture chart.png (68 B)', [chart]],
    [
      'without a name, called by the words before it and by what it is',
      `first\nLoad of web: ${e}]1337;File=inline=1:${content}\x07\n`,
      'first\nLoad of web: picture (68 B)\n',
      [{ ...chart, name: 'picture.png', alt: 'Load of web' }],
    ],
    [
      'with the size that it is to be shown at, and nothing else that it asks for',
      `${e}]1337;File=${named};width=40;height=auto;preserveAspectRatio=0;x=\x1by:${content}\x07`,
      `picture chart.png (broken: not all of it came)\x1by:${content}\x07`,
      [],
    ],
    [
      'laid out by its program',
      `${e}]1337;File=${named};width=40;height=50%;type=x;size=9:${content}\x07`,
      'picture chart.png (68 B)',
      [{ ...chart, layout: 'width=40;height=50%' }],
    ],
    [
      'with a path for a name, of which the file is left',
      `${e}]1337;File=name=${base64('../../etc/pass\x1b[31mwd.png')};inline=1:${content}\x07`,
      'picture pass[31mwd.png (68 B)',
      [{ ...chart, name: 'pass[31mwd.png', alt: 'pass[31mwd.png' }],
    ],
    ['that are to be saved and not shown: gone', `a${e}]1337;File=name=eA==:${content}\x07b`, 'ab', []],
    ['that hold nothing', `${e}]1337;File=${named}:\x07`, 'picture chart.png (broken: not all of it came)', []],
    [
      'that end in the midst, and what comes after them is shown',
      `${e}]1337;File=${named}:${content.slice(0, 20)}\nerror: no more\n`,
      'picture chart.png (broken: not all of it came): no more\n',
      [],
    ],
    [
      'that never end',
      `${e}]1337;File=${named}:${content.slice(0, 20)}`,
      'picture chart.png (broken: not all of it came)',
      [],
    ],
    [
      'of which the last parts never come',
      parts(named, content).replace(`${e}]1337;FileEnd\x07`, ''),
      'picture chart.png (broken: not all of it came)',
      [],
    ],
    ['of which only an end comes', `a${e}]1337;FileEnd\x07b`, 'ab', []],
    [
      'one after the other',
      `${`${e}]1337;File=${named}:${content}\x07 `.repeat(2)}`,
      'picture chart.png (68 B) '.repeat(2),
      [chart, chart],
    ],
  ])('%s', (_, printed, text, pictures) => {
    expect(read([printed])).toEqual({ text, pictures });
    expect(read([...Buffer.from(printed)].map((byte) => Buffer.from([byte])))).toEqual({ text, pictures });
  });

  it('are passed over where they are too large, whatever number of parts they come in', () => {
    const large = `picture chart.png (too large: 60 B is the most)`;
    expect(read([`${e}]1337;File=${named}:${content}\x07!`], 60)).toEqual({ text: `${large}!`, pictures: [] });
    expect(read([parts(named, content.slice(0, 40), content.slice(40))], 60)).toEqual({ text: large, pictures: [] });
  });

  it('leave alone all else that is printed, wherever it is cut', () => {
    const pieces = fc.constantFrom(
      e,
      ']1337;',
      'File',
      '=',
      'FilePar',
      ':',
      '\x07',
      '\n',
      'ä',
      '\u009d',
      '[31m',
      'a',
      'SetMark',
    );
    fc.assert(
      fc.property(fc.array(pieces), fc.integer({ min: 1, max: 9 }), (printed, size) => {
        const text = printed.join('');
        fc.pre(!/1337;File(Part)?=/.test(text));
        const bytes = Buffer.from(text);
        const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
          bytes.subarray(at * size, (at + 1) * size),
        );
        expect(read(chunks)).toEqual({ text, pictures: [] });
      }),
    );
  });

  it('keep a large picture whole that comes in small chunks', () => {
    const bytes = Buffer.concat([png, Buffer.alloc(3_000_000, 7)]);
    const printed = Buffer.from(`${e}]1337;File=${named}:${bytes.toString('base64')}\x07\n`);
    const chunks = Array.from({ length: Math.ceil(printed.length / 65_536) }, (_, at) =>
      printed.subarray(at * 65_536, (at + 1) * 65_536),
    );
    const { text, pictures } = read(chunks);
    expect(text).toBe('picture chart.png (3 MB)\n');
    expect(Buffer.from(pictures[0]?.content ?? '', 'base64').equals(bytes)).toBe(true);
  });
});
