import { describe, expect, it } from 'vitest';
import { fromRewrite, lastRewrite } from '../../../src/context/rewrite.ts';

describe('what was written last of a line', () => {
  it.each([
    ['all of it where nothing was written over', '10 %', '10 %'],
    ['what follows the last return', '10 %\r20 %\r30 %', '30 %'],
    ['what stands before a return that nothing follows', '10 %\r20 %\r', '20 %'],
    ['what stands before the first half of a line break of Windows', 'done\r', 'done'],
    ['what follows a move to the first column', '10 %\x1b[1G20 %\x1b[G30 %', '30 %'],
    ['nothing where the line was erased', '10 %\x1b[2K\r', ''],
    ['what follows where it was erased', '10 %\r\x1b[2K20 %', '20 %'],
    ['its colours with it', '10 %\r\x1b[32m20 %\x1b[0m', '\x1b[32m20 %\x1b[0m'],
    ['nothing of nothing', '', ''],
  ])('is %s', (_, line, last) => {
    expect(lastRewrite(line)).toBe(last);
  });
});

describe('a line without its beginning', () => {
  it.each([
    ['begins where it was written anew', 'cret 10 %\r20 %\r30 %', '20 %\r30 %'],
    ['begins where it was erased', 'cret\x1b[2K20 %', '20 %'],
    ['is nothing where it was not', 'cret and more', ''],
  ])('%s', (_, line, rest) => {
    expect(fromRewrite(line)).toBe(rest);
  });
});
