import { channels, colorAt, type Pixels } from './pixels.ts';

export type Colors = 'true-color' | '256-colors';

const [upper, lower] = ['▀', '▄'];
const reset = '\x1b[0m';

/** Two points in each character, one above the other: what every terminal with colours can show. */
export function drawHalfBlocks(pixels: Pixels, colors: Colors): string {
  const code = colors === 'true-color' ? trueColor : paletteColor;
  let text = '';
  for (let y = 0; y < pixels.height; y += 2) {
    let last = '';
    for (let x = 0; x < pixels.width; x++) {
      const [style, character] = cell(colorAt(pixels, x, y), colorAt(pixels, x, y + 1), code);
      if (style !== last) text += `${reset}${style}`;
      last = style;
      text += character;
    }
    text += `${reset}\n`;
  }
  return text;
}

function cell(
  above: number | undefined,
  below: number | undefined,
  code: (color: number) => string,
): [style: string, character: string] {
  if (above === undefined && below === undefined) return ['', ' '];
  if (above === below) return [`\x1b[48;${code(above ?? 0)}m`, ' '];
  if (above === undefined) return [`\x1b[38;${code(below ?? 0)}m`, lower];
  if (below === undefined) return [`\x1b[38;${code(above)}m`, upper];
  return [`\x1b[38;${code(above)};48;${code(below)}m`, upper];
}

const trueColor = (color: number): string => `2;${channels(color).join(';')}`;

const steps = [0, 95, 135, 175, 215, 255];

/** The nearest of the 240 colours that are the same in every terminal: a cube, and grays. */
function paletteColor(color: number): string {
  const wanted = channels(color);
  const [red, green, blue] = wanted.map((value) => nearest(value, steps));
  const cube = [red, green, blue].map((step) => steps[step ?? 0] ?? 0);
  const gray = Math.min(23, Math.max(0, Math.round((wanted.reduce((sum, value) => sum + value) / 3 - 8) / 10)));
  const grays = [8 + gray * 10, 8 + gray * 10, 8 + gray * 10];
  const isGray = distance(wanted, grays) < distance(wanted, cube);
  return `5;${isGray ? 232 + gray : 16 + 36 * (red ?? 0) + 6 * (green ?? 0) + (blue ?? 0)}`;
}

const nearest = (value: number, among: readonly number[]): number =>
  among.reduce((best, one, index) => (Math.abs(one - value) < Math.abs((among[best] ?? 0) - value) ? index : best), 0);

const distance = (one: readonly number[], other: readonly number[]): number =>
  one.reduce((sum, value, index) => sum + (value - (other[index] ?? 0)) ** 2, 0);
