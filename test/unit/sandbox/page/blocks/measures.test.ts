import { describe, expect, test } from 'vitest';
import { localTime, secondsOf } from '../../../../../src/sandbox/page/blocks/pickers.ts';
import { placeBeside } from '../../../../../src/sandbox/page/blocks/place-menu.ts';
import { sizeText } from '../../../../../src/sandbox/page/blocks/size.ts';

const page = { width: 400, height: 300 };
const size = { width: 100, height: 80 };
const anchor = { left: 20, top: 20, width: 40, height: 20 };

describe('a menu stands', () => {
  test.each([
    ['below, along the left edge', anchor, {}, { left: 20, top: 44 }],
    ['along the right edge', { ...anchor, left: 200 }, { align: 'right' as const }, { left: 140, top: 44 }],
    [
      'in the middle, above',
      { ...anchor, left: 200, top: 200 },
      { align: 'center' as const, side: 'above' as const },
      { left: 170, top: 116 },
    ],
    ['above where there is no room below', { ...anchor, top: 270 }, {}, { left: 20, top: 186 }],
    ['below where there is no room above', anchor, { side: 'above' as const }, { left: 20, top: 44 }],
    ['inside the window on the right', { ...anchor, left: 380 }, {}, { left: 292, top: 44 }],
    ['inside the window on the left', { ...anchor, left: 0 }, { align: 'right' as const }, { left: 8, top: 44 }],
  ])('%s', (_, box, options, place) => {
    expect(placeBeside(box, size, page, options)).toEqual(place);
  });
});

describe('a size is written', () => {
  test.each([
    [0, '0 bytes'],
    [1, '1 byte'],
    [999, '999 bytes'],
    [1500, '1.5 kB'],
    [123_456, '123 kB'],
    [52_428_800, '52 MB'],
    [5e12, '5000 GB'],
    [Number.NaN, ''],
  ])('%d', (bytes, text) => {
    expect(sizeText(bytes)).toBe(text);
  });
});

test('a date and time goes into its field and comes back', () => {
  const seconds = new Date('2026-11-21T08:05').getTime() / 1000;
  expect(localTime(seconds)).toBe('2026-11-21T08:05');
  expect(secondsOf(localTime(seconds))).toBe(seconds);
  expect(localTime(null)).toBe('');
  expect(localTime(Number.NaN)).toBe('');
  expect(secondsOf('')).toBeNull();
});
