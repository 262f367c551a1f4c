import { expect, it } from 'vitest';
import { drawHalfBlocks } from '../../../src/render/half-blocks.ts';

/** One letter a point: a space is clear. */
function pixelsOf(...rows: string[]) {
  const colors: Record<string, number[]> = { r: [255, 0, 0, 255], w: [255, 255, 255, 255], g: [119, 119, 119, 255] };
  const data = rows.flatMap((row) => [...row].flatMap((letter) => colors[letter] ?? [9, 9, 9, 0]));
  return { width: rows[0]?.length ?? 0, height: rows.length, data: Uint8ClampedArray.from(data) };
}

it.each([
  ['one above the other', ['r', 'w'], '\x1b[0m\x1b[38;5;196;48;5;231m▀\x1b[0m\n'],
  ['two of a colour as a space', ['rr', 'rr'], '\x1b[0m\x1b[48;5;196m  \x1b[0m\n'],
  ['gray in shades of gray', ['g', 'g'], '\x1b[0m\x1b[48;5;243m \x1b[0m\n'],
  ['a last row alone', ['r'], '\x1b[0m\x1b[38;5;196m▀\x1b[0m\n'],
  ['what is clear above', [' ', 'r'], '\x1b[0m\x1b[38;5;196m▄\x1b[0m\n'],
  ['nothing', ['  ', '  '], '  \x1b[0m\n'],
  ['nothing after something', ['r ', 'r '], '\x1b[0m\x1b[48;5;196m \x1b[0m \x1b[0m\n'],
])('draws %s', (_, rows, drawn) => {
  expect(drawHalfBlocks(pixelsOf(...rows), '256-colors')).toBe(drawn);
});

it('gives each line colours of its own', () => {
  expect(drawHalfBlocks(pixelsOf('r', 'r', 'w', 'w'), 'true-color')).toBe(
    '\x1b[0m\x1b[48;2;255;0;0m \x1b[0m\n\x1b[0m\x1b[48;2;255;255;255m \x1b[0m\n',
  );
});
