import type { Color, Style } from '../context/blocks.ts';

type Rgb = readonly [number, number, number];

const base: readonly Color[] = ['black', 'red', 'green', 'yellow', 'blue', 'magenta', 'cyan', 'white'];

const palette: readonly [Color, Rgb][] = [
  ['black', [0, 0, 0]],
  ['red', [205, 0, 0]],
  ['green', [0, 205, 0]],
  ['yellow', [205, 205, 0]],
  ['blue', [0, 0, 238]],
  ['magenta', [205, 0, 205]],
  ['cyan', [0, 205, 205]],
  ['white', [229, 229, 229]],
  ['gray', [127, 127, 127]],
];

type Switch = Exclude<keyof Style, 'color'>;

const on: Readonly<Record<number, Switch>> = {
  1: 'bold',
  2: 'dim',
  3: 'italic',
  4: 'underline',
  9: 'strike',
  21: 'underline',
};

const off: Readonly<Record<number, readonly (keyof Style)[]>> = {
  22: ['bold', 'dim'],
  23: ['italic'],
  24: ['underline'],
  29: ['strike'],
  39: ['color'],
};

/** The style after the parameters of an SGR sequence (`1;31`). What spans cannot show is left out. */
export function applySgr(style: Style, parameters: string): Style {
  let next: Style = { ...style };
  const codes = parameters.split(';');
  for (let index = 0; index < codes.length; index += 1) {
    const code = codes[index] ?? '';
    const value = Number.parseInt(code, 10) || 0;
    if (value === 38 || value === 48 || value === 58) {
      const extended = code.includes(':') ? colonColor(code) : semicolonColor(codes, index);
      index += extended.used;
      if (value === 38 && extended.color !== undefined) next.color = extended.color;
    } else if (code === '4:0') {
      delete next.underline;
    } else {
      next = value === 0 ? {} : applyCode(next, value);
    }
  }
  return next;
}

function applyCode(style: Style, code: number): Style {
  const switched = on[code];
  if (switched !== undefined) style[switched] = true;
  for (const key of off[code] ?? []) delete style[key];
  const color = namedColor(code);
  if (color !== undefined) style.color = color;
  return style;
}

function namedColor(code: number): Color | undefined {
  if (code >= 30 && code <= 37) return base[code - 30];
  if (code >= 90 && code <= 97) return brightColor(code - 90);
  return undefined;
}

const brightColor = (index: number): Color | undefined => (index === 0 ? 'gray' : base[index]);

interface Extended {
  color: Color | undefined;
  /** How many further parameters belong to it. */
  used: number;
}

function semicolonColor(codes: readonly string[], index: number): Extended {
  const numbers = codes.slice(index + 1, index + 5).map(Number);
  if (numbers[0] === 5) return { color: indexedColor(numbers[1]), used: 2 };
  if (numbers[0] === 2) return { color: nearestColor(numbers.slice(1, 4)), used: 4 };
  return { color: undefined, used: 0 };
}

function colonColor(code: string): Extended {
  const [, kind, ...values] = code.split(':', 8).map(Number);
  if (kind === 5) return { color: indexedColor(values[0]), used: 0 };
  if (kind === 2) return { color: nearestColor(values.slice(values.length > 3 ? 1 : 0).slice(0, 3)), used: 0 };
  return { color: undefined, used: 0 };
}

function indexedColor(index: number | undefined): Color | undefined {
  if (index === undefined || !(index >= 0 && index <= 255)) return undefined;
  if (index < 8) return base[index];
  if (index < 16) return brightColor(index - 8);
  if (index >= 232) return nearestColor(Array.from({ length: 3 }, () => 8 + (index - 232) * 10));
  const cube = index - 16;
  return nearestColor(
    [Math.floor(cube / 36), Math.floor(cube / 6) % 6, cube % 6].map((part) => part && 55 + part * 40),
  );
}

function nearestColor(rgb: readonly number[]): Color | undefined {
  if (rgb.length < 3 || rgb.some(Number.isNaN)) return undefined;
  const distance = (other: Rgb): number => other.reduce((sum, part, index) => sum + (part - (rgb[index] ?? 0)) ** 2, 0);
  return palette.reduce((nearest, entry) => (distance(entry[1]) < distance(nearest[1]) ? entry : nearest))[0];
}
