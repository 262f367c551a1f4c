/** What a chart shows, as plain data: drawing it is another's business. Times are milliseconds since 1970. */
export type Chart = BarChart | LineChart;

export type ChartUnit = 'ms' | 'bytes' | 'percent' | 'number';

interface ChartParts {
  title: string;
  /** A smaller line below it. */
  subtitle?: string;
  unit: ChartUnit;
  /** Levels that values are held against. */
  levels?: readonly Level[];
}

export interface Level {
  name: string;
  value: number;
  /** What must not be passed stands out. @default 'usual' */
  kind?: 'usual' | 'limit';
}

/** One bar beside the other, in their order: what happened one after the other. */
export interface BarChart extends ChartParts {
  type: 'bars';
  bars: readonly Bar[];
  /** What the kinds are called, as far as they are shown. */
  kinds: readonly { kind: BarKind; name: string }[];
}

/** How it went: each has a colour of its own, and another cue than colour. */
export type BarKind = 'good' | 'doubtful' | 'bad' | 'off' | 'open';

export interface Bar {
  /** A few characters. */
  label: string;
  at: number;
  value: number | null;
  kind: BarKind;
}

/** Values over time. */
export interface LineChart extends ChartParts {
  type: 'lines';
  from: number;
  until: number;
  series: readonly Series[];
  /** What happened meanwhile, such as a deploy. */
  marks?: readonly Mark[];
  isStacked?: boolean;
  isLogarithmic?: boolean;
}

export interface Series {
  name: string;
  /** In the order of time. Where there is no value there is a gap. */
  points: readonly (readonly [at: number, value: number | null])[];
  /** The same at an earlier time, to compare with. */
  isEarlier?: boolean;
}

export interface Mark {
  at: number;
  text: string;
}

export const chartThemes = ['light', 'dark'] as const;
export type ChartTheme = (typeof chartThemes)[number];

/** A picture that a run has drawn: what `image` takes, and where more is to be had. */
export interface DrawnChart {
  path: string;
  /** What people see of the path, where that is not all of it. */
  shown?: string;
  /** The same without words, for a terminal that draws with characters. */
  sketch?: string;
}

export interface DrawOptions {
  /** Of the file, without its ending. */
  name: string;
  /** @default what suits where the line was typed */
  theme?: ChartTheme | undefined;
  /** The file that it is to be written to, instead of one that the surface chooses. */
  out?: string | undefined;
}

export interface Charts {
  /** Undefined where nobody looks at it, as with `--json`, unless `out` is given. Throws `unavailable` where this machine cannot draw. */
  draw(chart: Chart, options: DrawOptions): Promise<DrawnChart | undefined>;
}
