import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPixels } from '../../../src/charts/canvas.ts';
import { drawChart, scaleOf } from '../../../src/charts/draw.ts';
import type { Chart } from '../../../src/context/chart.ts';
import { temporaryFolder, writeProgram } from '../../support/folder.ts';
import { unlikeKept } from '../../support/picture.ts';
import { graphs } from './graphs.ts';
import { bars, lines, logarithmic, nothing } from './samples.ts';

const root = join(import.meta.dirname, '../../..');
const fonts = ['regular', 'semibold'].map((weight) => join(root, `src/charts/fonts/inter-${weight}.woff2`));

/** To renew the pictures that are kept: RENEW_PICTURES=1 npx vitest run test/unit/charts/draw.test.ts */
describe('a chart', () => {
  it.each([
    ...(['light', 'dark'] as const).flatMap((theme) =>
      Object.entries({ ...graphs, bars }).map(([name, chart]) => [name, theme, chart] as const),
    ),
    ['scripts', 'dark', lines],
    ['logarithmic', 'light', logarithmic],
    ['nothing', 'dark', nothing],
  ] as const)('of %s looks in %s as it did', async (name, theme, chart) => {
    expect(await unlikeKept(`${name}-${theme}`, drawChart(chart, { theme, fonts }))).toBeLessThan(0.001);
  });

  it('is the same picture each time', () => {
    const draw = () => Buffer.from(drawChart(lines, { theme: 'dark', fonts })).toString('base64');
    expect(draw()).toBe(draw());
  });

  it('is the same picture on a machine without fonts', () => {
    const program = writeProgram(
      temporaryFolder(),
      'draw.ts',
      `import { drawChart } from '${root}/src/charts/draw.ts';
       import { lines } from '${root}/test/unit/charts/samples.ts';
       process.stdout.write(drawChart(lines, { theme: 'dark', fonts: ${JSON.stringify(fonts)} }));`,
    );
    const env = { PATH: process.env['PATH'], DISABLE_SYSTEM_FONTS_LOAD: '1' };
    const there = execFileSync(process.execPath, [program], { env, maxBuffer: 1e7 });
    expect(hash(there)).toBe(hash(drawChart(lines, { theme: 'dark', fonts })));
  });

  it.each<[string, Chart]>([
    [
      'names in scripts that its font has not',
      { ...bars, title: '部署 نشر ปรับใช้ 👩‍🚀 \u202e\u0000', bars: [{ label: '\0#1', at: 0, value: 1, kind: 'bad' }] },
    ],
    ['nothing at all', { ...bars, bars: [], kinds: [], levels: [] }],
    ['one bar', { ...bars, bars: bars.bars.slice(0, 1) }],
    [
      'two hundred bars',
      {
        ...bars,
        bars: Array.from({ length: 200 }, () => bars.bars)
          .flat()
          .slice(0, 200),
      },
    ],
    ['a bar without a value', { ...bars, bars: [{ label: '#1', at: 0, value: null, kind: 'off' }] }],
    ['one point', { ...lines, series: [{ name: 'a', points: [[lines.from, 5]] }] }],
    [
      'no number',
      {
        ...lines,
        series: [
          {
            name: 'a',
            points: [
              [lines.from, Number.NaN],
              [lines.until, Infinity],
            ],
          },
        ],
      },
    ],
    ['a window without width', { ...lines, until: lines.from }],
    ['a window of years before there were any', { ...lines, from: -1e14, until: 8e15 }],
    ['a level where no power of ten is', { ...logarithmic, levels: [{ name: 'nothing', value: 0 }] }],
    ['a level that all values are far from', { ...lines, levels: [{ name: 'a million', value: 1e6, kind: 'limit' }] }],
    ['a stack of nothing', { ...graphs.stacked, series: [{ name: 'a', points: [] }] }],
    [
      'fifty deploys at once',
      { ...lines, marks: Array.from({ length: 50 }, () => ({ at: lines.until, text: 'web' })) },
    ],
    ['powers of ten of nothing', { ...logarithmic, series: [] }],
    [
      'fifty series',
      { ...graphs.many, series: Array.from({ length: 50 }, (_, at) => ({ name: `series ${at}`, points: [] })) },
    ],
  ])('can be drawn of %s', (_, chart) => {
    const drawn = Buffer.from(drawChart(chart, { theme: 'light', fonts }));
    expect([drawn.readUInt32BE(16), drawn.readUInt32BE(20)]).toEqual([1200, 720]);
  });

  it('has a sketch that shows in characters how builds ended', async () => {
    const sketch = drawChart(bars, { theme: 'dark', fonts, isSketch: true });
    const pixels = await readPixels(sketch, 80, 48);
    const colors = new Set<string>();
    for (let at = 0; at < (pixels?.data.length ?? 0); at += 4) {
      colors.add(Buffer.from(pixels?.data.subarray(at, at + 3) ?? []).toString('hex'));
    }
    expect([...colors]).toEqual(expect.arrayContaining(['1a1d21', '2fbf95']));
  });
});

const hash = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex');

it('a level near to values that are far from zero does not press them to a flat line', () => {
  const points = [99.91, 99.96, 99.93].map((value, at) => [at, value] as const);
  const levels = [{ name: 'promised 99.95 %', value: 99.95, kind: 'limit' as const }];
  const chart = { ...lines, unit: 'percent' as const, series: [{ name: 'up', points }], levels };
  const { min, max } = scaleOf(chart, false);
  expect([min, max]).toEqual([expect.closeTo(99.9), expect.closeTo(99.98)]);
});
