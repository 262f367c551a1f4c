import type { BarKind, ChartTheme } from '../context/chart.ts';

export interface Palette {
  background: string;
  text: string;
  quiet: string;
  grid: string;
  limit: string;
  bars: Readonly<Record<BarKind, string>>;
  /** Told apart by those who see few colours too: the first three most of all. */
  lines: readonly string[];
}

/** After Okabe and Ito, made darker and lighter so that each stands out from its background. */
export const palettes: Readonly<Record<ChartTheme, Palette>> = {
  light: {
    background: '#ffffff',
    text: '#1b1f24',
    quiet: '#57606a',
    grid: '#e1e5ea',
    limit: '#c2185b',
    bars: { good: '#009e73', doubtful: '#c27c00', bad: '#d1350f', off: '#8a929b', open: '#0072b2' },
    lines: [
      ...['#0072b2', '#d55e00', '#009e73', '#a4508b', '#b07d00'],
      ...['#2a86c4', '#7a3e00', '#00614a', '#57606a', '#c74440'],
    ],
  },
  dark: {
    background: '#1a1d21',
    text: '#f0f3f6',
    quiet: '#a9b2bc',
    grid: '#343a41',
    limit: '#ff6fa3',
    bars: { good: '#2fbf95', doubtful: '#f2b93b', bad: '#ff6a45', off: '#8d96a0', open: '#56b4e9' },
    lines: [
      ...['#56b4e9', '#ff9252', '#2fbf95', '#dd8fc4', '#f2d24b'],
      ...['#9ecff5', '#c98a5a', '#7fe0c2', '#a9b2bc', '#ff7b78'],
    ],
  },
};
