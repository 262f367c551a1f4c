import { type Context, chartThemes, type DrawnChart, OpsError } from '../../src/index.ts';
import type { Found } from './look-up.ts';
import { chartOf } from './picture.ts';

interface Wanted {
  theme: string | undefined;
  out: string | undefined;
}

/** Its words say the same: they are shown also where no picture can be drawn, unless a file was asked for. */
export async function draw(
  found: Found,
  { theme, out }: Wanted,
  { charts, output }: Pick<Context, 'charts' | 'output'>,
): Promise<DrawnChart | undefined> {
  if (found.series.length === 0 && out === undefined) return undefined;
  const options = { name: `graph-${found.plan.title}`, theme: chartThemes.find((one) => one === theme), out };
  try {
    return await charts.draw(chartOf(found), options);
  } catch (error) {
    if (out !== undefined || !(error instanceof OpsError) || error.outcome !== 'unavailable') throw error;
    output.warn(error.message);
    return undefined;
  }
}
