import { type Chart, chartThemes, type DrawnChart } from './chart.ts';
import type { Context } from './context.ts';
import { OpsError } from './errors.ts';

interface Wanted {
  /** Of the file, where none is named. */
  name: string;
  theme: string | undefined;
  out: string | undefined;
}

/** A picture beside words that say the same: those are shown also where no picture can be drawn, unless a file was asked for. */
export async function drawIfPossible(
  chart: Chart,
  { name, theme, out }: Wanted,
  { charts, output }: Pick<Context, 'charts' | 'output'>,
): Promise<DrawnChart | undefined> {
  try {
    return await charts.draw(chart, { name, theme: chartThemes.find((one) => one === theme), out });
  } catch (error) {
    if (out !== undefined || !(error instanceof OpsError) || error.outcome !== 'unavailable') throw error;
    output.warn(error.message);
    return undefined;
  }
}
