import { createCanvas } from '@napi-rs/canvas';
import { expect, it } from 'vitest';
import { readPixels } from '../../../src/charts/canvas.ts';

const red = createCanvas(40, 20);
const pen = red.getContext('2d');
pen.fillStyle = '#ff0000';
pen.fillRect(0, 0, 40, 20);
const png = red.toBuffer('image/png');

/** The same that says it is larger than it is. */
const huge = Buffer.from(png);
huge.writeUInt32BE(100_000, 16);
huge.writeUInt32BE(100_000, 20);

it.each([
  ['as it is', 100, 100, [40, 20]],
  ['as wide as there is room', 10, 100, [10, 5]],
  ['as high as there is room', 100, 2, [4, 2]],
  ['of one point at the least', 1, 1, [1, 1]],
])('reads a picture %s', async (_, width, height, size) => {
  const found = await readPixels(png, width, height);
  expect([found?.width, found?.height]).toEqual(size);
  expect([...(found?.data.subarray(0, 4) ?? [])]).toEqual([255, 0, 0, 255]);
});

it.each([
  ['nothing', Buffer.of()],
  ['words', Buffer.from('no picture at all, and long enough for one')],
  ['another format', red.toBuffer('image/jpeg')],
  ['half a picture', png.subarray(0, 30)],
  ['one that says it has ten thousand million points', huge],
])('reads no picture of %s', async (_, content) => {
  expect(await readPixels(content, 100, 100)).toBeUndefined();
});
