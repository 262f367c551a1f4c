import { expect, it } from 'vitest';
import { formatSize, readSize } from '../../../src/context/size.ts';

it.each([
  [0, '0 B'],
  [999, '999 B'],
  [1000, '1 kB'],
  [1234, '1.2 kB'],
  [23_900, '24 kB'],
  [999_960, '1 MB'],
  [25_000_000, '25 MB'],
  [1_000_000_000, '1 GB'],
])('%d bytes are %s', (bytes, words) => {
  expect(formatSize(bytes)).toBe(words);
});

it.each([
  ['500kB', 500_000],
  ['25MB', 25_000_000],
  ['1 GB', 1_000_000_000],
  [4096, 4096],
  ['0MB', undefined],
  ['25', undefined],
  ['25mb', undefined],
  [-1, undefined],
])('%s is a size of %s bytes', (written, bytes) => {
  expect(readSize(written)).toBe(bytes);
});
