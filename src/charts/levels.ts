import type { Chart, Level } from '../context/chart.ts';
import type { Pen } from './canvas.ts';
import { font, measureWith, write } from './header.ts';
import { levelLook, rule } from './key.ts';
import type { Area } from './overlay.ts';
import type { Palette } from './theme.ts';

/** `isSketch`: they are seen where a few pixels become one. */
export function drawLevels(pen: Pen, chart: Chart, area: Area, palette: Palette, isSketch: boolean): void {
  let beyond = 0;
  for (const level of chart.levels ?? []) {
    const y = area.y(level.value);
    const look = levelLook(level, palette);
    if (y >= area.top - 1 && y <= area.bottom + 1 && !isUndrawable(level, chart)) {
      const at = { x: area.left, y, width: area.right - area.left };
      // Its edge in the colour of the background keeps it apart from bars of its own colour.
      if (!isBelow(chart)) rule(pen, at, { color: `${palette.background}b0`, dash: [], thick: 7 });
      rule(pen, at, isSketch ? { ...look, dash: [30, 30], thick: 14 } : look);
    } else if (!isSketch && !isUndrawable(level, chart)) {
      sayBeyond(pen, { text: level.name, isAbove: y < area.top, row: beyond++ }, area, {
        ...palette,
        text: look.color,
      });
    }
  }
}

/** Lines are drawn over what they are held against; all else would hide it. */
export const isBelow = (chart: Chart): boolean => chart.type === 'lines' && chart.isStacked !== true;

const isUndrawable = ({ value }: Level, chart: Chart): boolean =>
  chart.type === 'lines' && chart.isLogarithmic === true && value <= 0;

/** An arrow to where it would be, and its name. */
function sayBeyond(
  pen: Pen,
  { text, isAbove, row }: { text: string; isAbove: boolean; row: number },
  { right, top, bottom }: Area,
  palette: Palette,
): void {
  const wanted = font(28);
  const width = measureWith(pen, wanted)(text);
  const middle = isAbove ? top + 26 + row * 40 : bottom - 26 - row * 40;
  pen.fillStyle = `${palette.background}d0`;
  pen.fillRect(right - width - 52, middle - 20, width + 52, 40);
  pen.fillStyle = palette.text;
  const tip = isAbove ? -12 : 12;
  pen.beginPath();
  pen.moveTo(right - 14, middle + tip);
  pen.lineTo(right - 26, middle - tip);
  pen.lineTo(right - 2, middle - tip);
  pen.fill();
  write(pen, { text, x: right - width - 38, y: middle + 10 }, wanted, palette.text);
}

/** A level this many times as high as the highest value would press all of them to the ground. */
const far = 5;

/** Those that the axis is to hold. */
export function nearLevels({ levels = [] }: Chart, values: readonly number[]): Level[] {
  const highest = values.reduce((one, other) => Math.max(one, Math.abs(other)), 0);
  return levels.filter(({ value }) => highest === 0 || Math.abs(value) <= far * highest);
}
