import type { BarChart, Chart, Level, Mark } from '../context/chart.ts';
import type { Pen } from './canvas.ts';
import { drawBar, drawSign } from './cues.ts';
import { font, measureWith, write } from './header.ts';
import { levelLook, rule } from './key.ts';
import { fitText } from './text.ts';
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

/** `sketch`: they are seen where a few pixels become one. */
export function drawLevels(pen: Pen, levels: readonly Level[], area: Area, palette: Palette, sketch = false): void {
  for (const level of levels) {
    const y = area.y(level.value);
    if (!(y >= area.top && y <= area.bottom)) continue;
    const look = levelLook(level, palette);
    const at = { x: area.left, y, width: area.right - area.left };
    // Its edge in the colour of the background keeps it apart from bars of its own colour.
    rule(pen, at, { color: faint(palette), dash: [], thick: 7 });
    rule(pen, at, sketch ? { ...look, dash: [30, 30], thick: 14 } : look);
  }
}

const faint = ({ background }: Palette): string => `${background}b0`;

/** What the words of marks take above the lines. */
export const markBand = 44;

/** Upright lines. Words that would stand in those of the mark before are left out. */
export function drawMarks(pen: Pen, marks: readonly Mark[], area: Area, palette: Palette): void {
  const wanted = font(28);
  const measure = measureWith(pen, wanted);
  let free = area.left - 40;
  for (const { at, text } of [...marks].sort((one, other) => one.at - other.at)) {
    const x = area.x(at);
    if (!(x >= area.left && x <= area.right)) continue;
    upright(pen, x, area, palette);
    const words = fitText(text, 260, measure);
    const start = Math.min(Math.max(area.left, x - measure(words) / 2), area.right - measure(words));
    if (start < free) continue;
    write(pen, { text: words, x: start, y: area.top - 16 }, wanted, palette.text);
    free = start + measure(words) + 20;
  }
}

function upright(pen: Pen, x: number, { top, bottom }: Area, palette: Palette): void {
  pen.save();
  pen.strokeStyle = palette.quiet;
  pen.fillStyle = palette.quiet;
  pen.lineWidth = 3;
  pen.setLineDash([4, 6]);
  pen.beginPath();
  pen.moveTo(x, top);
  pen.lineTo(x, bottom);
  pen.stroke();
  pen.beginPath();
  pen.moveTo(x - 10, top - 8);
  pen.lineTo(x + 10, top - 8);
  pen.lineTo(x, top + 8);
  pen.fill();
  pen.restore();
}

/** In the middle of a picture that has nothing to show. */
export function drawNothing(pen: Pen, { left, right, top, bottom }: Area, palette: Palette): void {
  pen.textAlign = 'center';
  write(pen, { text: 'no values', x: (left + right) / 2, y: (top + bottom) / 2 }, font(36), palette.quiet);
  pen.textAlign = 'left';
}

/** All values that an axis has to hold. */
export function valuesOf(chart: Chart): number[] {
  // Something is to be seen above them.
  const levels = (chart.levels ?? []).map(({ value }) => value * 1.02);
  if (chart.type === 'bars') return [...levels, ...chart.bars.flatMap(({ value }) => value ?? [])];
  const now = chart.series.filter(({ isEarlier }) => !isEarlier);
  const stacked = chart.isStacked === true ? sums(now.map(({ points }) => points)) : [];
  return [...levels, ...stacked, ...chart.series.flatMap(({ points }) => points.flatMap(([, value]) => value ?? []))];
}

export const isEmpty = (chart: Chart): boolean => valuesOf({ ...chart, levels: [] }).length === 0;

function sums(all: readonly (readonly (readonly [number, number | null])[])[]): number[] {
  const at = new Map<number, number>();
  for (const [time, value] of all.flat()) at.set(time, (at.get(time) ?? 0) + (value ?? 0));
  return [...at.values()];
}
