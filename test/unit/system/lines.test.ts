import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLineSplitter } from '../../../src/system/lines.ts';

function split(chunks: readonly (string | readonly number[])[], longest?: number): string[] {
  const splitter = createLineSplitter(longest);
  const pieces = chunks.map((chunk) => splitter.push(Buffer.from(chunk as string)));
  return [...pieces, splitter.end()].filter((piece) => piece !== undefined);
}

describe('a line splitter', () => {
  it.each([
    ['gives one line', ['one\n'], ['one']],
    ['gives the lines of one chunk together', ['one\ntwo\n'], ['one\ntwo']],
    ['puts a line together from chunks', ['o', 'n', 'e\n'], ['one']],
    ['keeps the rest for the next line break', ['one\ntw', 'o\n'], ['one', 'two']],
    ['gives the last line though nothing ends it', ['one\ntwo'], ['one', 'two']],
    ['gives an empty line', ['\n'], ['']],
    ['gives empty lines between', ['one\n\n', '\n'], ['one\n', '']],
    ['gives nothing for nothing', [], []],
    ['leaves carriage returns to those who draw', ['10 %\r20 %\r\n'], ['10 %\r20 %\r']],
    [
      'decodes a character cut in two',
      [
        [0xe2, 0x82],
        [0xac, 0x0a],
      ],
      ['€'],
    ],
    ['shows bytes that are not UTF-8 as U+FFFD', [[0x61, 0xff, 0x0a]], ['a\ufffd']],
    ['shows half a character at the end as U+FFFD', [[0x61, 0xe2, 0x82]], ['a\ufffd']],
  ])('%s', (_, chunks, lines) => {
    expect(split(chunks)).toEqual(lines);
  });

  it('cuts a line that is too long into pieces', () => {
    expect(split(['abc', 'def', 'ghi\nj'], 5)).toEqual(['abcdef', 'ghi', 'j']);
  });

  it('cuts behind a blank where there is one near the end: a word may be a secret', () => {
    expect(split(['abc de', 'fgh i', 'jkl\n'], 5)).toEqual(['abc ', 'defgh ', 'ijkl']);
  });

  it('cuts between characters, never within one', () => {
    expect(
      split(
        [
          [0x61, 0xe2, 0x82],
          [0xac, 0xf0, 0x9f],
          [0x98, 0x80],
        ],
        2,
      ),
    ).toEqual(['a', '€', '😀']);
  });

  it('loses no character however the bytes are cut', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.array(fc.nat(40)),
        fc.integer({ min: 1, max: 50 }),
        (text, cuts, longest) => {
          const bytes = Buffer.from(text);
          const ends = [...cuts.map((cut) => cut % (bytes.length + 1)).sort((one, other) => one - other), bytes.length];
          const chunks = ends.map((end, index) => [...bytes.subarray(ends[index - 1] ?? 0, end)]);
          expect(split(chunks, longest).join('').replaceAll('\n', '')).toBe(text.replaceAll('\n', ''));
        },
      ),
    );
  });
});

describe('what is not whole yet', () => {
  const unfinished = (chunks: readonly (string | readonly number[])[], longest?: number): string => {
    const splitter = createLineSplitter(longest);
    for (const chunk of chunks) splitter.push(Buffer.from(chunk as string));
    return splitter.unfinished();
  };

  it.each([
    ['is nothing at first', [], ''],
    ['is nothing after a line break', ['one\n'], ''],
    ['is what follows the last line break', ['one\ntw', 'o'], 'two'],
    ['is left with its returns and escape codes', ['10 %\r', '\x1b[K20 %\r'], '10 %\r\x1b[K20 %\r'],
    ['holds no half character', ['a', [0xe2, 0x82]], 'a'],
    ['holds a character once it is there', ['a', [0xe2, 0x82], [0xac]], 'a€'],
    ['is nothing of a line that is too long', ['x'.repeat(5000)], ''],
    ['is the end of a long line that was written over', ['x'.repeat(5000), '\r10 %'], '10 %'],
  ])('%s', (_, chunks, text) => {
    expect(unfinished(chunks)).toBe(text);
  });

  it('is nothing where its beginning was cut off, until it is written over or ends', () => {
    expect(unfinished(['abc def'], 6)).toBe('');
    expect(unfinished(['abc def', '\rg'], 6)).toBe('g');
    expect(unfinished(['abc def', '\ng'], 6)).toBe('g');
  });

  it('stays for the line that it becomes', () => {
    const splitter = createLineSplitter();
    splitter.push(Buffer.from('10 %\r'));
    splitter.unfinished();
    expect(splitter.push(Buffer.from('20 %\n'))).toBe('10 %\r20 %');
  });
});
