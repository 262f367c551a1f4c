import type { BarChart, Chart } from '../context/chart.ts';
import type { Pen } from './canvas.ts';
import { drawBar, drawSign } from './cues.ts';
import { font, measureWith, write } from './header.ts';
import { pointsOf } from './points.ts';
import type { Palette } from './theme.ts';

/** Where values are in the picture. */
export interface Area {
  left: number;
  right: number;
  top: number;
  bottom: number;
  x(value: number): number;
  y(value: number): number;
}

const leastHeight = 6;

export function drawBars(
  pen: Pen,
  { bars }: BarChart,
  boxes: readonly { x: number; width: number; y: number }[],
  bottom: number,
  palette: Palette,
): void {
  for (const [index, { kind }] of bars.entries()) {
    const at = boxes[index];
    if (at === undefined) continue;
    const height = Math.max(leastHeight, bottom - at.y);
    const box = { x: at.x - at.width / 2, y: bottom - height, width: at.width, height };
    drawBar(pen, box, kind, palette);
    drawSign(pen, box, kind, palette);
  }
}

/** In the middle of a picture that has nothing to show. */
export function drawNothing(pen: Pen, { left, right, top, bottom }: Area, palette: Palette): void {
  pen.textAlign = 'center';
  write(pen, { text: 'no values', x: (left + right) / 2, y: (top + bottom) / 2 }, font(36), palette.quiet);
  pen.textAlign = 'left';
}

/** What a picture leaves out is said in it. */
export function drawNote(pen: Pen, text: string, { right, bottom }: Area, palette: Palette): void {
  const wanted = font(26);
  const width = measureWith(pen, wanted)(text);
  pen.fillStyle = `${palette.background}d0`;
  pen.fillRect(right - width - 12, bottom - 44, width + 12, 40);
  write(pen, { text, x: right - width - 6, y: bottom - 14 }, wanted, palette.quiet);
}

/** All values that are drawn. */
export function valuesOf(chart: Chart): number[] {
  if (chart.type === 'bars') return chart.bars.flatMap(({ value }) => value ?? []);
  return pointsOf(chart).flatMap((points) => points.filter(({ y }) => Number.isFinite(y)).map(({ y }) => y));
}

/** What a scale of powers of ten has no place for. */
export const hasNotAbove = (chart: Chart): boolean =>
  chart.type === 'lines' &&
  chart.isLogarithmic === true &&
  chart.series.some(({ points }) => points.some(([, value]) => value !== null && value <= 0));
