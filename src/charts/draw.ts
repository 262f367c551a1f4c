import {
  type Scale as Axis,
  BarController,
  BarElement,
  CategoryScale,
  type ChartConfiguration,
  type ChartDataset,
  Chart as Drawing,
  Filler,
  LinearScale,
  LineController,
  LineElement,
  LogarithmicScale,
  type Plugin,
  PointElement,
} from 'chart.js';
import type { Chart, ChartTheme, LineChart } from '../context/chart.ts';
import { barTicks } from './axis.ts';
import { fontFamilies, openCanvas, type Pen, toPng } from './canvas.ts';
import { font, margin, measureWith, planHeader } from './header.ts';
import { lineStyle } from './key.ts';
import { drawLevels, isBelow, nearLevels } from './levels.ts';
import { drawMarks, markBand } from './marks.ts';
import { type Area, drawBars, drawNote, drawNothing, hasNotAbove, valuesOf } from './overlay.ts';
import { type Point, pointsOf } from './points.ts';
import { logarithmicScale, type Scale, valueScale } from './scale.ts';
import { type Palette, palettes } from './theme.ts';
import { timeTicks } from './time.ts';

Drawing.register(
  ...[BarController, BarElement, LineController, LineElement, PointElement],
  ...[CategoryScale, LinearScale, LogarithmicScale, Filler],
);

export interface Drawn {
  theme: ChartTheme;
  /** Paths of the files. */
  fonts: readonly string[];
  /** Without words, and with lines that show where a few pixels become one. */
  isSketch?: boolean;
}

const [width, height] = [1200, 720];
const tickSize = 32;
/** About where the values will be: what stands beside them is not known yet. */
const plot = { left: 140, right: width - margin };

interface Parts {
  chart: Chart;
  palette: Palette;
  pen: Pen;
  isSketch: boolean;
}

/** A PNG. The same chart gives the same picture on every machine. */
export function drawChart(chart: Chart, { theme, fonts, isSketch = false }: Drawn): Uint8Array {
  const canvas = openCanvas(width, height, fonts);
  const pen = canvas.getContext('2d');
  const parts = { chart, palette: palettes[theme], pen, isSketch };
  const drawing = new Drawing(canvas as never, configure(parts));
  const png = toPng(canvas);
  drawing.destroy();
  return png;
}

function configure(parts: Parts): ChartConfiguration {
  const { chart, palette, pen, isSketch } = parts;
  const header = isSketch ? undefined : planHeader(pen, chart, palette, width);
  const band = chart.type === 'lines' && !isSketch ? markBand(pen, chart, plot) : 0;
  const top = (header?.height ?? margin) + band;
  return {
    type: chart.type === 'bars' ? 'bar' : 'line',
    data:
      chart.type === 'bars'
        ? barData(chart)
        : { datasets: pointsOf(chart).map((points, index) => line(parts, chart, index, points)) },
    options: {
      ...{ animation: false, responsive: false, devicePixelRatio: 1, events: [], normalized: true },
      font: { family: fontFamilies, size: tickSize },
      layout: { padding: { top, left: margin - 14, right: margin, bottom: isSketch ? margin : 20 } },
      scales: { x: chart.type === 'bars' ? barAxis(parts) : timeAxis(parts, chart), y: valueAxis(parts) },
    },
    plugins: [background(palette), overlay(parts, () => header?.draw())],
  };
}

const background = ({ background: color }: Palette): Plugin => ({
  id: 'background',
  beforeDraw: ({ ctx }) => {
    ctx.fillStyle = color;
    ctx.fillRect(0, 0, width, height);
  },
});

function areaOf({ chartArea, scales }: Drawing): Area {
  const at = (axis: Axis | undefined) => (value: number) => axis?.getPixelForValue(value) ?? Number.NaN;
  return { ...chartArea, x: at(scales['x']), y: at(scales['y']) };
}

const overlay = ({ chart, palette, pen, isSketch }: Parts, drawHeader: () => void): Plugin => ({
  id: 'overlay',
  beforeDatasetsDraw: (drawing) => {
    if (isBelow(chart)) drawLevels(pen, chart, areaOf(drawing), palette, isSketch);
  },
  afterDatasetsDraw: (drawing) => {
    const area = areaOf(drawing);
    if (chart.type === 'bars') {
      const boxes = drawing.getDatasetMeta(0).data.map((bar) => bar.getProps(['x', 'y', 'width'], true));
      drawBars(pen, chart, boxes as unknown as { x: number; y: number; width: number }[], area.bottom, palette);
    }
    if (!isBelow(chart)) drawLevels(pen, chart, area, palette, isSketch);
    if (isSketch) return;
    if (chart.type === 'lines') drawMarks(pen, chart, area, palette);
    if (valuesOf(chart).length === 0) drawNothing(pen, area, palette);
    else if (hasNotAbove(chart)) drawNote(pen, '0 and less are not drawn', area, palette);
    drawHeader();
  },
});

function barData({ bars }: Extract<Chart, { type: 'bars' }>): ChartConfiguration['data'] {
  const few = bars.length < 12;
  return {
    labels: bars.map(({ label }) => label),
    datasets: [
      {
        data: bars.map(({ value }) => value ?? 0),
        backgroundColor: 'transparent',
        categoryPercentage: 1,
        barPercentage: few ? 0.6 : 0.8,
        maxBarThickness: 90,
      },
    ],
  } as ChartConfiguration['data'];
}

/** Where more points than this stand beside each other, thick lines would run into one. */
const dense = 300;

function line({ palette, isSketch }: Parts, chart: LineChart, index: number, points: readonly Point[]): ChartDataset {
  const isEarlier = chart.series[index]?.isEarlier === true;
  const isAlone = (at: number): boolean =>
    [at - 1, at + 1].every((beside) => !Number.isFinite(points[beside]?.y ?? Number.NaN));
  const { color, dash } = lineStyle(chart, index, palette);
  const isFilled = chart.isStacked === true && !isEarlier;
  return {
    data: [...points],
    parsing: false,
    // What is at the edge is not cut in half.
    clip: 9,
    borderColor: color,
    backgroundColor: isFilled ? `${color}a0` : color,
    fill: isFilled ? (index === 0 ? 'origin' : '-1') : false,
    borderWidth: isSketch ? 18 : isEarlier || points.length > dense ? 3 : 5,
    borderDash: isFilled ? [] : [...dash],
    borderJoinStyle: 'round',
    segment: isFilled ? { borderColor: ({ p0DataIndex: at }) => hidden(points[at], points[at + 1]) } : undefined,
    pointRadius: points.map((_, at) => (isAlone(at) ? 9 : 0)),
    pointBackgroundColor: color,
  } as ChartDataset;
}

const hidden = (...ends: readonly (Point | undefined)[]): string | undefined =>
  ends.some((end) => end?.isGap) ? 'transparent' : undefined;

type AxisOptions = NonNullable<NonNullable<ChartConfiguration['options']>['scales']>[string];

/** An axis with the ticks that it is told, and no others. */
function axis({ palette, isSketch }: Parts, ticks: readonly { value: number; text: string | string[] }[]): object {
  return {
    display: !isSketch,
    afterBuildTicks: (built: Axis) => {
      built.ticks = ticks.map(({ value }) => ({ value }));
    },
    ticks: {
      ...{ autoSkip: false, maxRotation: 0, color: palette.quiet, padding: 16, font: { size: tickSize } },
      callback: (value: number | string) => ticks.find((tick) => tick.value === value)?.text ?? '',
    },
  };
}

function barAxis(parts: Parts): AxisOptions {
  const { chart, pen } = parts;
  const ticks = chart.type === 'bars' ? barTicks(chart, width - 220, measureWith(pen, font(tickSize))) : [];
  const shown = ticks.map(({ value, lines }) => ({ value, text: lines }));
  return {
    type: 'category',
    ...axis(parts, shown),
    grid: { display: false },
    border: { color: parts.palette.quiet },
  } as AxisOptions;
}

function timeAxis(parts: Parts, { from, until }: LineChart): AxisOptions {
  return {
    type: 'linear',
    min: from,
    max: until,
    ...axis(
      parts,
      timeTicks(from, until).map(({ value, lines }) => ({ value, text: lines })),
    ),
    grid: { display: false },
    border: { color: parts.palette.quiet },
  } as AxisOptions;
}

function valueAxis(parts: Parts): AxisOptions {
  const { chart, palette } = parts;
  const isLogarithmic = chart.type === 'lines' && chart.isLogarithmic === true;
  const { min, max, ticks } = scaleOf(chart, isLogarithmic);
  return {
    type: isLogarithmic ? 'logarithmic' : 'linear',
    ...{ min, max },
    ...axis(parts, ticks),
    grid: { color: palette.grid, lineWidth: 2, drawTicks: false },
    border: { display: false },
  } as AxisOptions;
}

export function scaleOf(chart: Chart, isLogarithmic: boolean): Scale {
  const values = valuesOf(chart);
  const held = isLogarithmic ? (chart.levels ?? []) : nearLevels(chart, values);
  const isLoose = !isLogarithmic && chart.type === 'lines' && chart.isStacked !== true;
  // Something is to be seen above them, and a loose scale has room there.
  const all = [...values, ...held.map(({ value }) => (isLoose ? value : value * 1.02))];
  if (isLogarithmic) return logarithmicScale(all, chart.unit);
  return valueScale(all, chart.unit, isLoose);
}
