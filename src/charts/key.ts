import type { Chart, Level, LineChart } from '../context/chart.ts';
import type { Pen } from './canvas.ts';
import { drawBar, drawSign } from './cues.ts';
import { whatDiffers } from './names.ts';
import type { Palette } from './theme.ts';

/** What a colour, or a line, stands for. */
export interface Key {
  text: string;
  /** A line is longer than a bar is wide, so that its dashes can be told. */
  width: number;
  /** From there on, that high. */
  draw(pen: Pen, x: number, y: number, size: number): void;
}

const [barWidth, lineWidth] = [28, 58];

export function keysOf(chart: Chart, palette: Palette): Key[] {
  const levels = (chart.levels ?? []).map((level) => levelKey(level, palette));
  return chart.type === 'bars' ? [...barKeys(chart, palette), ...levels] : [...lineKeys(chart, palette), ...levels];
}

/** The same with names that say no more than what they differ in. */
export const shortKeysOf = (chart: Chart, palette: Palette): Key[] => {
  if (chart.type === 'bars') return keysOf(chart, palette);
  const names = whatDiffers(chart.series.map(({ name }) => name));
  return keysOf({ ...chart, series: chart.series.map((each, at) => ({ ...each, name: names[at] ?? '' })) }, palette);
};

function barKeys({ kinds }: Extract<Chart, { type: 'bars' }>, palette: Palette): Key[] {
  return kinds.map(({ kind, name }) => ({
    text: name,
    width: barWidth,
    draw: (pen, x, y, size) => {
      const isSigned = kind === 'bad' || kind === 'doubtful';
      const height = isSigned ? size * 0.45 : size;
      const box = { x, y: y + size - height, width: size, height };
      drawBar(pen, box, kind, palette);
      drawSign(pen, { ...box, x: x + size / 4, width: size / 2 }, kind, palette);
    },
  }));
}

/** How lines that share a colour, or that nobody can tell apart by it, differ. */
const dashes: readonly (readonly number[])[] = [[], [18, 8], [4, 7], [18, 7, 4, 7], [30, 8]];

export function lineStyle({ series }: LineChart, index: number, palette: Palette): { color: string; dash: number[] } {
  const { isEarlier } = series[index] ?? {};
  // What is compared with comes after what it is compared to, in its colour.
  const now = series.filter((each) => !each.isEarlier).length;
  const place = isEarlier === true ? index - now : index;
  const color = palette.lines[(place < 0 ? index : place) % palette.lines.length] ?? palette.text;
  if (isEarlier === true) return { color, dash: [11, 8] };
  return { color, dash: [...(dashes[Math.floor(place / 2) % dashes.length] ?? [])] };
}

/** A line alone that is called as the picture is takes none. */
function lineKeys(chart: LineChart, palette: Palette): Key[] {
  if (chart.series.length === 1 && chart.series[0]?.name === chart.title) return [];
  return chart.series.map(({ name, isEarlier }, index) => {
    const { color, dash } = lineStyle(chart, index, palette);
    return {
      text: name,
      width: chart.isStacked === true && !isEarlier ? barWidth : lineWidth,
      draw: (pen, x, y, size) => {
        if (chart.isStacked === true && !isEarlier) {
          pen.fillStyle = color;
          pen.fillRect(x, y, size, size);
        } else rule(pen, { x, y: y + size / 2, width: lineWidth }, { color, dash, thick: 6 });
      },
    };
  });
}

export const levelLook = ({ kind = 'usual' }: Level, palette: Palette): Rule =>
  kind === 'limit'
    ? { color: palette.limit, dash: [16, 10], thick: 4 }
    : { color: palette.text, dash: [6, 8], thick: 3 };

const levelKey = (level: Level, palette: Palette): Key => ({
  text: level.name,
  width: lineWidth,
  draw: (pen, x, y, size) => rule(pen, { x, y: y + size / 2, width: lineWidth }, levelLook(level, palette)),
});

interface Rule {
  color: string;
  dash: readonly number[];
  thick: number;
}

/** A straight line from left to right. */
export function rule(pen: Pen, at: { x: number; y: number; width: number }, { color, dash, thick }: Rule): void {
  pen.save();
  pen.strokeStyle = color;
  pen.lineWidth = thick;
  pen.setLineDash([...dash]);
  pen.beginPath();
  pen.moveTo(at.x, at.y);
  pen.lineTo(at.x + at.width, at.y);
  pen.stroke();
  pen.restore();
}
