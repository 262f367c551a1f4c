import type { Chart } from '../context/chart.ts';
import { fontFamilies, type Pen } from './canvas.ts';
import { type Key, keysOf, shortKeysOf } from './key.ts';
import { type Flowed, fitText, flow, type Measure } from './text.ts';
import type { Palette } from './theme.ts';

/** Pixels of a picture that is 1200 wide: on a telephone it is shown at less than a third of that. */
const sizes = { title: 46, words: 32, swatch: 28 } as const;
export const margin = 36;
const rowHeight = 46;
const between = 12;

export interface Header {
  /** All that it takes, from the top. */
  height: number;
  draw(): void;
}

/** The title, what is below it, and what the colours stand for. */
export function planHeader(pen: Pen, chart: Chart, palette: Palette, width: number): Header {
  const room = width - 2 * margin;
  const [title, subtitle] = [font(sizes.title, 600), font(sizes.words)];
  const measure = measureWith(pen, subtitle);
  const { placed, leftOut } = placeKeys(chart, palette, (keys, share) =>
    flow(keys, { room, between, gap: 36, rows: chart.type === 'lines' ? 4 : 2, measure, share }),
  );
  const top = margin + sizes.title + 12;
  const afterWords = top + (chart.subtitle === undefined ? 0 : rowHeight);
  const rows = (placed.at(-1)?.row ?? -1) + 1;
  return {
    height: afterWords + rows * rowHeight + 24,
    draw: () => {
      pen.textAlign = 'left';
      pen.textBaseline = 'alphabetic';
      write(
        pen,
        { text: fitText(chart.title, room, measureWith(pen, title)), x: margin, y: margin + 36 },
        title,
        palette.text,
      );
      if (chart.subtitle !== undefined) {
        write(pen, { text: fitText(chart.subtitle, room, measure), x: margin, y: top + 30 }, subtitle, palette.quiet);
      }
      for (const { item, text, x, row } of placed) {
        const y = afterWords + row * rowHeight;
        item.draw(pen, margin + x, y + 8, sizes.swatch);
        write(pen, { text, x: margin + x + item.width + between, y: y + 33 }, subtitle, palette.text);
      }
      if (leftOut > 0) writeRest(pen, leftOut, { x: width - margin, y: margin - 4 }, font(24), palette);
    },
  };
}

/** With all of their names, where there is room for them; else with what they differ in; else with parts of it. */
function placeKeys(
  chart: Chart,
  palette: Palette,
  place: (keys: readonly Key[], share: number) => Flowed<Key>,
): Flowed<Key> {
  const whole = place(keysOf(chart, palette), 1);
  if (whole.leftOut === 0 && whole.placed.every(({ item, text }) => item.text === text)) return whole;
  const keys = shortKeysOf(chart, palette);
  const all = [0.6, 0.47, 0.31].map((share) => place(keys, share));
  return all.find(({ leftOut }) => leftOut === 0) ?? place(keys, 0.31);
}

function writeRest(pen: Pen, count: number, at: { x: number; y: number }, font: string, palette: Palette): void {
  pen.textAlign = 'right';
  write(pen, { text: `and ${count} more`, ...at }, font, palette.quiet);
  pen.textAlign = 'left';
}

export const font = (size: number, weight = 400): string => `${weight} ${size}px ${fontFamilies}`;

export function measureWith(pen: Pen, wanted: string): Measure {
  return (text) => {
    pen.font = wanted;
    return pen.measureText(text).width;
  };
}

export function write(pen: Pen, at: { text: string; x: number; y: number }, wanted: string, color: string): void {
  pen.font = wanted;
  pen.fillStyle = color;
  pen.fillText(at.text, at.x, at.y);
}
