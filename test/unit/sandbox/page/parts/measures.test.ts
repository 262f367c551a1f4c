import { describe, expect, test } from 'vitest';
import { placeBeside } from '../../../../../src/sandbox/page/parts/place.ts';
import { sizeText } from '../../../../../src/sandbox/page/parts/size.ts';

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

  test.each(['above', 'below'] as const)(
    'so that it is seen from its start where there is room nowhere: %s',
    (side) => {
      const [tall, low] = [
        { width: 300, height: 200 },
        { width: 1000, height: 250 },
      ];
      expect(placeBeside({ ...anchor, top: 100 }, tall, low, { side }).left).toBe(20);
      expect(placeBeside({ ...anchor, top: 100 }, tall, { width: 200, height: 100 }, { side })).toEqual({
        left: 8,
        top: 8,
      });
    },
  );
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
