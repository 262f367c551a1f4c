import type { LineChart, Mark } from '../context/chart.ts';
import type { Pen } from './canvas.ts';
import { font, measureWith, write } from './header.ts';
import type { Area } from './overlay.ts';
import { fitEnds, type Measure } from './text.ts';
import type { Palette } from './theme.ts';

const wanted = font(28);
const rowHeight = 36;
const longest = 330;

/** Marks that are nearer to each other are one line. */
const together = 14;

interface Group {
  at: number;
  text: string;
  count: number;
}

export interface Label {
  text: string;
  start: number;
  width: number;
  row: number;
}

/** What the words of marks take above the lines. */
export function markBand(pen: Pen, chart: LineChart, area: Pick<Area, 'left' | 'right'>): number {
  const x = (at: number): number =>
    area.left + ((at - chart.from) / (chart.until - chart.from)) * (area.right - area.left);
  const groups = groupMarks(chart.marks ?? [], { ...area, x });
  if (groups.length === 0) return 0;
  const rows = placeLabels(groups, { ...area, x }, measureWith(pen, wanted)).map(({ row }) => row);
  return 12 + rowHeight * (Math.max(0, ...rows) + 1);
}

/** Upright lines. Words have two rows, the newest first; those that would stand in others are left out. */
export function drawMarks(pen: Pen, { marks = [] }: LineChart, area: Area, palette: Palette): void {
  const groups = groupMarks(marks, area);
  for (const { at } of groups) upright(pen, area.x(at), area, palette);
  for (const { text, start, row } of placeLabels(groups, area, measureWith(pen, wanted))) {
    write(pen, { text, x: start, y: area.top - 18 - row * rowHeight }, wanted, palette.text);
  }
}

type Room = Pick<Area, 'left' | 'right' | 'x'>;

export function groupMarks(marks: readonly Mark[], { left, right, x }: Room): Group[] {
  const groups: Group[] = [];
  for (const { at, text } of [...marks].sort((one, other) => other.at - one.at)) {
    if (!(x(at) >= left - 1 && x(at) <= right + 1)) continue;
    const after = groups.at(-1);
    if (after !== undefined && x(after.at) - x(at) < together) after.count++;
    else groups.push({ at, text, count: 1 });
  }
  return groups;
}

/** From the newest to the oldest. */
export function placeLabels(groups: readonly Group[], { left, right, x }: Room, measure: Measure): Label[] {
  const labels: Label[] = [];
  for (const { at, text, count } of groups) {
    const more = count > 1 ? ` +${count - 1}` : '';
    const words = `${fitEnds(text, longest - measure(more), measure)}${more}`;
    const width = measure(words);
    const start = Math.max(left, Math.min(x(at) - width / 2, right - width));
    const row = [0, 1].find((each) => labels.every((label) => label.row !== each || start + width + 20 <= label.start));
    if (row !== undefined) labels.push({ text: words, start, width, row });
  }
  return labels;
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
