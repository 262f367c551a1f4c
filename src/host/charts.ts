import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Chart, DrawnChart, DrawOptions } from '../context/chart.ts';
import { OpsError } from '../context/errors.ts';
import type { Drawing } from '../context/host.ts';
import { systemFiles } from '../system/files.ts';

const fonts = ['regular', 'semibold'].map((weight) => `src/charts/fonts/inter-${weight}.woff2`);

/** `at` finds what was brought along. */
export async function drawFile(
  chart: Chart,
  { name, theme: wanted, out }: DrawOptions,
  { cwd, theme: usual = 'light', hasSketch = false, folder: passing }: Drawing & { cwd: string },
  at: (path: string) => string,
): Promise<DrawnChart> {
  if (out !== undefined && passing !== undefined) {
    throw new OpsError('usage', 'a file is for a terminal: a room has the picture', { hint: 'leave --out away' });
  }
  if (out !== undefined) mustBePicture(out);
  const { drawChart } = await loadDrawing();
  const look = { theme: wanted ?? usual, fonts: fonts.map(at) };
  const folder = once(() => passing ?? mkdtempSync(join(tmpdir(), 'ops-')));
  const file = `${fileName(name)}.png`;
  const path = out === undefined ? join(folder(), file) : resolve(cwd, out);
  await systemFiles.replace(path, drawChart(chart, look));
  if (passing !== undefined) return { path, shown: file };
  if (!hasSketch) return { path };
  const sketch = join(folder(), `${fileName(name)}-sketch.png`);
  await systemFiles.replace(sketch, drawChart(chart, { ...look, isSketch: true }));
  return { path, sketch };
}

/** It is written over what is there: a slip must not cost a file of another kind. */
function mustBePicture(out: string): void {
  if (!/[^/]\.png$/i.test(out)) {
    throw new OpsError('usage', `a picture is written to a file.png, not to "${out}"`, { hint: '--out trend.png' });
  }
  if (out.startsWith('~/')) {
    throw new OpsError('usage', `"${out}" would be in a folder that is called ~`, {
      hint: `--out "$HOME${out.slice(1)}"`,
    });
  }
}

const longestName = 80;
const fileName = (name: string): string => name.replaceAll(/[^\p{L}\p{N}._]+/gu, '-').slice(0, longestName);

async function loadDrawing() {
  try {
    return await import('../charts/draw.ts');
  } catch (error) {
    const why = error instanceof Error ? error.message.split('\n', 1)[0] : String(error);
    throw new OpsError('unavailable', `no picture can be drawn on this machine: ${why}`, { cause: error });
  }
}

function once<Value>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => (made ??= make());
}
