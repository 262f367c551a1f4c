import { channels, colorAt, type Pixels } from './pixels.ts';

/** A terminal has so many registers for colours, at least. */
const mostColors = 256;
const rowsOfBand = 6;

/** The codes that DEC's terminals, and many since, show a picture with. */
export function drawSixel(pixels: Pixels): string {
  const { palette, indexes } = reduceColors(pixels);
  const { width, height } = pixels;
  const registers = palette.map((color, index) => `#${index};2;${percents(color).join(';')}`).join('');
  let bands = '';
  for (let top = 0; top < height; top += rowsOfBand) bands += `${drawBand(indexes, { width, height, top })}-`;
  return `\x1bP0;1q"1;1;${width};${height}${registers}${bands}\x1b\\`;
}

const percents = (color: number): number[] => channels(color).map((value) => Math.round((value * 100) / 255));

/** Six rows, one colour after the other: each is a bit of a character. */
function drawBand(indexes: Int16Array, { width, height, top }: { width: number; height: number; top: number }): string {
  const masks = new Map<number, Uint8Array>();
  for (let row = 0; row < Math.min(rowsOfBand, height - top); row++) {
    for (let x = 0; x < width; x++) {
      const index = indexes[(top + row) * width + x] ?? -1;
      if (index < 0) continue;
      const mask = masks.get(index) ?? new Uint8Array(width);
      masks.set(index, mask);
      mask[x] = (mask[x] ?? 0) | (1 << row);
    }
  }
  return [...masks].map(([index, mask]) => `#${index}${runs(mask)}`).join('$');
}

/** `!12~` for twelve of a kind. */
function runs(mask: Uint8Array): string {
  let text = '';
  for (let from = 0; from < mask.length; ) {
    let to = from;
    while (to < mask.length && mask[to] === mask[from]) to++;
    const character = String.fromCharCode(63 + (mask[from] ?? 0));
    text += to - from > 3 ? `!${to - from}${character}` : character.repeat(to - from);
    from = to;
  }
  return text;
}

/** The colours that are there most often; others become the nearest of them. A chart has few. */
function reduceColors(pixels: Pixels): { palette: number[]; indexes: Int16Array } {
  const { width, height } = pixels;
  const counts = new Map<number, number>();
  for (let at = 0; at < width * height; at++) {
    const color = colorAt(pixels, at % width, Math.floor(at / width));
    if (color !== undefined) counts.set(color & coarse, (counts.get(color & coarse) ?? 0) + 1);
  }
  const common = [...counts].sort(([, one], [, other]) => other - one).slice(0, mostColors);
  const palette = common.map(([color]) => color);
  const known = new Map(palette.map((color, index) => [color, index]));
  const indexOf = (color: number): number => {
    const found = known.get(color) ?? nearest(color, palette);
    known.set(color, found);
    return found;
  };
  const indexes = new Int16Array(width * height);
  for (let at = 0; at < indexes.length; at++) {
    const color = colorAt(pixels, at % width, Math.floor(at / width));
    indexes[at] = color === undefined ? -1 : indexOf(color & coarse);
  }
  return { palette, indexes };
}

/** Shades that nobody tells apart are one. */
const coarse = 0xfcfcfc;

function nearest(color: number, palette: readonly number[]): number {
  const wanted = channels(color);
  const distance = (other: number): number =>
    channels(other).reduce((sum, value, index) => sum + (value - (wanted[index] ?? 0)) ** 2, 0);
  return palette.reduce((best, other, index) => (distance(other) < distance(palette[best] ?? 0) ? index : best), 0);
}
