import { readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { LineChart } from '../../src/context/chart.ts';
import { OpsError } from '../../src/context/errors.ts';
import type { Host } from '../../src/context/host.ts';
import { graphiteConfig, noon, openMetricShop, type Shop } from '../support/metric-store.ts';
import { createProject } from '../support/project.ts';

const minute = 60_000;

/** What is drawn by a line, instead of a picture of it. */
async function drawnBy(shop: Shop, argv: readonly string[]): Promise<{ chart: LineChart; stdout: string }> {
  const charts: LineChart[] = [];
  const draw: Host['system']['draw'] = async (chart) => {
    charts.push(chart as LineChart);
    return { path: '/picture.png' };
  };
  const { stdout, stderr } = await shop.type(argv, { draw });
  return { chart: charts[0] ?? expect.fail(stdout + stderr), stdout };
}

const isPng = (path: string): boolean => readFileSync(path).subarray(1, 4).toString() === 'PNG';

describe('ops graph', () => {
  it('draws a series, and says the same in words', async () => {
    const shop = await openMetricShop();
    shop.give('shop.orders', [10, 12, 11, 20, 31, 30, 40, 41, null]);
    const { exitCode, stdout } = await shop.type(['graph', 'shop.orders', '--from', '9m']);
    const path = /\((\/\S+\/graph-shop\.orders\.png)\)/.exec(stdout)?.[1] ?? expect.fail(stdout);
    onTestFinished(() => rmSync(dirname(path), { recursive: true }));
    expect({ exitCode, stdout, png: isPng(path) }).toEqual({
      exitCode: 0,
      stdout: `shop.orders, the last 9 min: last 41, min 10, max 41, up 268 % (${path})\n`,
      png: true,
    });
  });

  it('draws a graph that has a name as the configuration says, and as the line says otherwise', async () => {
    const shop = await openMetricShop();
    const { chart, stdout } = await drawnBy(shop, ['graph', 'checkout']);
    expect(chart).toMatchObject({
      type: 'lines',
      title: 'Time to check out',
      subtitle: 'the last 6 h',
      unit: 'ms',
      from: noon - 360 * minute,
      until: noon,
      series: [{ name: 'p50' }, { name: 'p95' }],
      levels: [{ name: 'limit 500 ms', value: 500, kind: 'limit' }],
    });
    expect(stdout).toBe(
      'Time to check out, the last 6 h: 2 series, p50 120 ms, p95 310 ms (/picture.png)\n' +
        '• p50: last 120 ms, min 120 ms, max 120 ms, steady\n' +
        '• p95: last 310 ms, min 310 ms, max 310 ms, steady\n',
    );
    const words = ['--title', 'Slow', '--from', '1h', '--unit', 's', '--threshold', '200=much', '--log'];
    const other = await drawnBy(shop, ['graph', 'checkout', ...words]);
    expect(other.chart).toMatchObject({
      ...{ title: 'Slow', from: noon - 60 * minute, unit: 'ms', isLogarithmic: true },
      levels: [{ name: 'much 3 min 20 s', value: 200_000 }],
    });
    expect(other.chart.series[0]?.points[0]?.[1]).toBe(120_000);
    expect(other.stdout).toContain('p95: last 5 min 10 s, min 5 min 10 s, max 5 min 10 s, steady, above much');
  });

  it('draws the same so much earlier beside it, in the same order', async () => {
    const shop = await openMetricShop();
    shop.graphite.store.add('shop.grows', { step: 60, valueAt: (at) => at - (noon / 1000 - 86_400) });
    const { chart, stdout } = await drawnBy(shop, ['graph', 'shop.grows', '--from', '10m', '--compare', '12h']);
    const [now, earlier] = chart.series;
    expect(chart.series.map(({ name, isEarlier }) => [name, isEarlier])).toEqual([
      ['shop.grows', undefined],
      ['shop.grows 12 h before', true],
    ]);
    expect(earlier?.points.map(([at]) => at)).toEqual(now?.points.map(([at]) => at));
    expect([now?.points.at(-1)?.[1], earlier?.points.at(-1)?.[1]]).toEqual([86_400, 43_200]);
    expect(stdout).toContain('101 % more than 12 h before');
  });

  it('marks what was deployed meanwhile, and says it', async () => {
    const shop = await openMetricShop(graphiteConfig, createProject().folder);
    await shop.type(['deploy', 'prod', '--ref', 'v1', '--yes'], { now: noon - 300 * minute });
    await shop.type(['deploy', 'prod', '--ref', 'v2', '--yes'], { now: noon - 90 * minute });
    await shop.type(['deploy', 'uat', '--ref', 'v3', '--yes'], { now: noon - 60 * minute });
    await shop.type(['rollback', 'prod', '--yes'], { now: noon - 30 * minute });
    const { chart, stdout } = await drawnBy(shop, ['graph', 'shop.web.requests']);
    expect(chart.marks).toEqual([
      { at: noon - 90 * minute, text: 'web v2' },
      { at: noon - 30 * minute, text: 'web v1 (rollback)' },
    ]);
    expect(stdout).toContain(
      'Deployed meanwhile:\n• web v1 (rollback), 2026-11-21 11:30:00 UTC\n• web v2, 2026-11-21 10:30:00 UTC\n',
    );
    const both = await drawnBy(shop, ['graph', 'shop.web.requests', '--deploys', 'web/uat', '--deploys', 'web/prod']);
    expect(both.chart.marks?.map(({ text }) => text)).toEqual(['web v2 prod', 'web v3 uat', 'web v1 prod (rollback)']);
    const none = await drawnBy(shop, ['graph', 'shop.web.requests', '--deploys', 'none']);
    expect([none.chart.marks, none.stdout.includes('Deployed')]).toEqual([[], false]);
  });

  it('draws the ten of 200 series that have the highest last values, and says so', async () => {
    const shop = await openMetricShop();
    for (let index = 0; index < 200; index++) shop.give(`many.n${index}`, [index, index]);
    const { chart, stdout } = await drawnBy(shop, ['graph', 'many.*', '--from', '5m']);
    expect(chart.series.map(({ name }) => name)).toEqual(Array.from({ length: 10 }, (_, index) => `n${199 - index}`));
    expect(stdout).toContain('\n200 series: drawn are the 10 with the highest last values\n');
    const compared = await drawnBy(shop, ['graph', 'many.*', '--from', '5m', '--compare', '1d']);
    expect(compared.chart.series).toHaveLength(10);
  });

  it('leaves out what is no number, and says how much of it there was', async () => {
    const shop = await openMetricShop();
    shop.graphite.store.add('odd', { step: 60, valueAt: (at) => (at % 300 === 0 ? Number.POSITIVE_INFINITY : 3) });
    const { chart, stdout } = await drawnBy(shop, ['graph', 'odd', '--from', '10m']);
    expect(chart.series[0]?.points.map(([, value]) => value)).toEqual([3, 3, 3, 3, null, 3, 3, 3, 3, null]);
    expect(stdout).toContain('2 values are no number (NaN or infinite), and left out');
  });

  it('shows one point, says of old values how old they are, and of none that there are none', async () => {
    const shop = await openMetricShop();
    shop.give('lone', [7, ...Array.from({ length: 42 }, () => null)]);
    const one = await drawnBy(shop, ['graph', 'lone', '--from', '1h']);
    expect(one.stdout).toBe('lone, the last 1 h: last 7, 42 min ago, min 7, max 7 (/picture.png)\n');
    const { exitCode, stdout } = await shop.type(['graph', 'lone', '--from', '10m']);
    expect([exitCode, stdout]).toEqual([0, 'lone has no values in the last 10 min\n']);
  });

  it('names series without values beside those that have some', async () => {
    const shop = await openMetricShop();
    for (let index = 0; index < 5; index++) shop.give(`empty.n${index}`, []);
    const { chart, stdout } = await drawnBy(shop, ['graph', 'shop.web.requests', 'empty.*']);
    expect(chart.series.map(({ name }) => name)).toEqual(['shop.web.requests']);
    expect(stdout).toContain('no values in that time: n0, n1, n2 and 2 more');
  });

  it('says how much time a point stands for, where that is long', async () => {
    const shop = await openMetricShop();
    const { stdout } = await shop.type(['graph', 'shop.web.requests', '--from', '10d', '--json']);
    expect(JSON.parse(stdout).notes).toEqual(['a point stands for 48 min: what is shorter may not show']);
    const short = await shop.type(['graph', 'shop.web.requests', '--from', '1d', '--json']);
    expect(JSON.parse(short.stdout).notes).toEqual([]);
  });

  it('has a title of its own where none is given, or a very long one would be', async () => {
    const shop = await openMetricShop();
    const { chart } = await drawnBy(shop, ['graph', 'shop.web.requests', '--title', ' ']);
    expect(chart.title).toBe('shop.web.requests');
    const target = `sumSeries(${Array.from({ length: 40 }, () => 'shop.web.requests').join(',')})`;
    const long = await drawnBy(shop, ['graph', target]);
    expect(long.chart.title).toBe(`${target.slice(0, 120)}…`);
  });

  it('rounds nothing away of a level', async () => {
    const shop = await openMetricShop();
    const { chart } = await drawnBy(shop, ['graph', 'shop.web1.cpu', '--threshold', '99.975', '--unit', 'percent']);
    expect(chart.levels).toMatchObject([{ name: 'limit 99.975 %' }]);
  });

  it('leaves far levels to the picture, and says what a logarithmic scale cannot show', async () => {
    const shop = await openMetricShop();
    shop.give('small', [0, -1, 2, 10]);
    const { chart, stdout } = await drawnBy(shop, [
      'graph',
      'small',
      '--from',
      '5m',
      '--threshold',
      '9000',
      '--threshold',
      '0=floor',
      '--log',
    ]);
    expect(chart.levels).toEqual([expect.objectContaining({ value: 9000 })]);
    expect(stdout).toContain('2 values are not above 0, and no logarithmic scale has a place for that');
    expect(stdout).toContain('floor 0 is not above 0, and not in the picture');
    const linear = await drawnBy(shop, ['graph', 'small', '--from', '5m', '--threshold', '9000', '--threshold', '5']);
    expect(linear.chart.levels?.map(({ name }) => name)).toEqual(['limit 9000', 'limit 5']);
    expect(linear.stdout).toContain('above limit');
  });

  it('gives the numbers as JSON, with null for what is none, and draws nothing for them', async () => {
    const shop = await openMetricShop();
    shop.give('gap', [1, null, 3]);
    const { stdout } = await shop.type(['graph', 'gap', '--from', '3m', '--json']);
    expect(JSON.parse(stdout)).toMatchObject({
      ...{ title: 'gap', system: 'Graphite', targets: ['gap'], total: 1, unit: 'number' },
      ...{ from: '2026-11-21T11:57:00.000Z', until: '2026-11-21T12:00:00.000Z' },
      series: [
        {
          ...{ name: 'gap', last: 3, minimum: 1, maximum: 3 },
          points: [
            ['2026-11-21T11:58:00.000Z', 1],
            ['2026-11-21T11:59:00.000Z', null],
            ['2026-11-21T12:00:00.000Z', 3],
          ],
        },
      ],
    });
    expect(stdout).not.toContain('.png');
  });

  it.each([
    [['shop.web.reqests'], 'Graphite has nothing that is called shop.web.reqests', 'did you mean shop.web.requests?'],
    [['chekout'], 'no graph has the name chekout', 'did you mean checkout?'],
    [['shop.web'], 'Graphite has nothing that is called shop.web', 'shop.web.requests'],
    [["alias(shop.zebra.stripes,'x')"], 'nothing that is called shop.zebra.stripes', 'did you mean shop.'],
    [['sum(shop.web.requests'], 'a ( is not closed', 'in quotes'],
    [['nosuch(shop.web.requests)'], 'unknown function: nosuch', 'in quotes'],
    [['shop.web.requests', '--from', '1h', '--until', '2h'], 'comes after --until', '--from 2h --until 1h'],
    [['shop.web.requests', '--from', '2030-01-01'], '2030-01-01 00:00:00 UTC is not over yet', '--from 3h'],
    [['shop.web.requests', '--from', '1h', '--until', '1h'], 'less than a second', '--from 3h'],
    [['shop.web.requests', '--from', '40000d'], 'more than 20 years', '--from 365d'],
    [['shop.web.requests', '--from', 'soon'], '--from takes a time, not "soon"', '--from 90m'],
    [['shop.web.requests', '--compare', '0s'], '--compare 0s is no time ago', '--compare 1d'],
    [
      ['shop.web.requests', '--threshold', '500ms'],
      '--threshold takes a number',
      '--threshold 500, and --unit says what it is',
    ],
    [['shop.web.requests', '--threshold', 'much'], '--threshold takes a number', '--threshold 500=limit'],
    [['shop.web.requests', '--log', '--stacked'], 'no logarithmic scale', 'either --log or --stacked'],
    [['shop.web.requests', '--deploys', 'wbe'], 'no app is called wbe', '--deploys web, or none'],
    [['shop.web.requests', '--deploys', 'web/moon'], 'web does not go to moon', '--deploys web/prod'],
    [['shop.web.requests', '--system', 'prometheus'], 'prometheus', 'graphite'],
    [Array.from({ length: 11 }, () => 'shop.web.requests'), '11 targets are more than the 10', ''],
    [['shop.web.requests', '--out', 'x.txt'], 'a picture is written to a file.png', '--out'],
  ])('%j is refused with what would do', async (argv, message, hint) => {
    const { exitCode, stderr } = await (await openMetricShop()).type(['graph', ...argv]);
    expect([exitCode, stderr]).toEqual([64, expect.stringContaining(message)]);
    expect(stderr).toContain(hint);
  });

  it('writes the picture where it is told to, of two targets, stacked', async () => {
    const shop = await openMetricShop();
    const { exitCode, stdout } = await shop.type([
      'graph',
      'shop.web1.cpu',
      'shop.web2.cpu',
      '--stacked',
      '--unit',
      'percent',
      '--out',
      'cpu.png',
      '--theme',
      'dark',
    ]);
    expect([exitCode, stdout]).toEqual([0, expect.stringContaining(`(${join(shop.folder, 'cpu.png')})`)]);
    expect(isPng(join(shop.folder, 'cpu.png'))).toBe(true);
  });

  it('says it in words alone where the machine cannot draw', async () => {
    const shop = await openMetricShop();
    const draw = () => Promise.reject(new OpsError('unavailable', 'no picture can be drawn here'));
    const { exitCode, stdout, stderr } = await shop.type(['graph', 'shop.web.requests'], { draw });
    expect({ exitCode, stdout, stderr }).toEqual({
      exitCode: 0,
      stdout: 'shop.web.requests, the last 3 h: last 220, min 220, max 220, steady\n',
      stderr: '! no picture can be drawn here\n',
    });
  });

  it('says that nothing is configured, and that nobody answers', async () => {
    const none = await openMetricShop(() => '');
    expect(await none.type(['graph', 'a.b'])).toMatchObject({
      exitCode: 78,
      stderr: expect.stringContaining('no system that keeps metrics is configured'),
    });
    const shop = await openMetricShop((graphite) => graphiteConfig(graphite).replace(/:\d+'/, ":1'"));
    expect(await shop.type(['graph', 'a.b'])).toMatchObject({
      exitCode: 69,
      stderr: expect.stringContaining('Graphite: 127.0.0.1:1 cannot be reached'),
    });
  });
});
