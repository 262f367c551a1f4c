import type { BarKind } from '../context/chart.ts';
import type { Pen } from './canvas.ts';
import type { Palette } from './theme.ts';

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** In a narrower bar nobody would see it. */
const widthOfFilling = 9;

/** A bar as its kind has it: by colour, by what fills it and by a sign above, so that no one needs the colour. */
export function drawBar(pen: Pen, box: Box, kind: BarKind, palette: Palette): void {
  const color = palette.bars[kind];
  pen.save();
  pen.beginPath();
  pen.rect(box.x, box.y, box.width, box.height);
  pen.clip();
  pen.fillStyle = color;
  pen.globalAlpha = kind === 'off' || kind === 'open' ? 0.3 : 1;
  pen.fillRect(box.x, box.y, box.width, box.height);
  pen.globalAlpha = 1;
  if (kind === 'bad' && box.width >= widthOfFilling) hatch(pen, box, palette.background);
  if (kind === 'doubtful' && box.width >= widthOfFilling) stripe(pen, box, palette.background);
  if (kind === 'off' || kind === 'open') outline(pen, box, color, kind === 'open');
  pen.restore();
}

function hatch(pen: Pen, { x, y, width, height }: Box, color: string): void {
  pen.strokeStyle = color;
  pen.lineWidth = 3;
  pen.globalAlpha = 0.55;
  pen.beginPath();
  for (let at = -height; at < width; at += 13) {
    pen.moveTo(x + at, y + height);
    pen.lineTo(x + at + height, y);
  }
  pen.stroke();
}

function stripe(pen: Pen, { x, y, width, height }: Box, color: string): void {
  pen.fillStyle = color;
  pen.globalAlpha = 0.6;
  for (let at = y + height - 8; at > y; at -= 12) pen.fillRect(x, at, width, 4);
}

function outline(pen: Pen, { x, y, width, height }: Box, color: string, isDashed: boolean): void {
  pen.strokeStyle = color;
  // Half of it is cut off.
  pen.lineWidth = Math.min(6, width / 2);
  if (isDashed) pen.setLineDash([10, 6]);
  pen.strokeRect(x, y, width, height);
}

/** What stands above a bar that did not go well; it is as wide as the bar, within reason. */
export function drawSign(pen: Pen, { x, y, width }: Box, kind: BarKind, palette: Palette): void {
  if (kind !== 'bad' && kind !== 'doubtful') return;
  const half = Math.min(18, Math.max(5, width * 0.8)) / 2;
  const [middle, center] = [x + width / 2, y - half - 6];
  pen.save();
  pen.strokeStyle = palette.bars[kind];
  pen.fillStyle = palette.bars[kind];
  pen.lineWidth = Math.max(2, half / 2);
  pen.lineCap = 'round';
  pen.beginPath();
  if (kind === 'bad') {
    pen.moveTo(middle - half, center - half);
    pen.lineTo(middle + half, center + half);
    pen.moveTo(middle + half, center - half);
    pen.lineTo(middle - half, center + half);
    pen.stroke();
  } else {
    pen.moveTo(middle, center - half);
    pen.lineTo(middle + half, center + half);
    pen.lineTo(middle - half, center + half);
    pen.fill();
  }
  pen.restore();
}
