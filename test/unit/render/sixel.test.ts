import { expect, it } from 'vitest';
import { drawSixel } from '../../../src/render/sixel.ts';
import { decodeSixel } from '../../support/sixel.ts';

type Color = readonly [red: number, green: number, blue: number, alpha: number];

function paint(width: number, height: number, colorOf: (x: number, y: number) => Color) {
  const points = Array.from({ length: width * height }, (_, at) => colorOf(at % width, Math.floor(at / width)));
  return { width, height, data: Uint8ClampedArray.from(points.flat()) };
}

it.each([
  ['one point', 1, 1],
  ['a row', 40, 1],
  ['a band', 3, 6],
  ['more than a band', 5, 7],
  ['many bands', 33, 29],
])('comes out as it went in: %s', (_, width, height) => {
  const colors: Color[] = [
    [0, 0, 0, 255],
    [252, 0, 0, 255],
    [0, 252, 252, 255],
    [9, 9, 9, 0],
  ];
  const pixels = paint(width, height, (x, y) => colors[(x * 3 + y * y) % 4] ?? [0, 0, 0, 0]);
  const decoded = decodeSixel(drawSixel(pixels));
  const names = ['0;0;0', '99;0;0', '0;99;99', undefined];
  expect(decoded).toEqual({
    ...{ width, height },
    points: Array.from(
      { length: width * height },
      (_, at) => names[((at % width) * 3 + Math.floor(at / width) ** 2) % 4],
    ),
  });
});

it('takes 256 colours and no more: what is rare becomes the nearest of them', () => {
  const codes = drawSixel(paint(64, 64, (x, y) => (x + y < 100 ? [40, 40, 40, 255] : [x * 4, y * 4, 128, 255])));
  expect(new Set(codes.match(/#\d+(?=;2)/g)).size).toBe(256);
  const { points } = decodeSixel(codes);
  expect(points).not.toContain(undefined);
  expect(points[0]).toBe('16;16;16');
});
