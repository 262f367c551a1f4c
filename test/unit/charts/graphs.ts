import type { LineChart, Series } from '../../../src/context/chart.ts';

const [minute, hour] = [60_000, 3_600_000];
const end = Date.UTC(2026, 10, 21, 9, 12);

/** As measurements are: never the same twice, and the same each time that they are drawn. */
function noise(at: number, seed: number): number {
  let mixed = Math.imul(at + 1, 0x9e37_79b1) ^ Math.imul(seed + 1, 0x85eb_ca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b_3c6d);
  mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a_2d39);
  return (((mixed ^ (mixed >>> 15)) >>> 0) % 1000) / 1000 - 0.5;
}

type ValueAt = (at: number, noise: number) => number | null;

function series(name: string, span: number, count: number, valueAt: ValueAt, rest: Partial<Series> = {}): Series {
  const seed = name.length + (name.codePointAt(name.length - 1) ?? 0);
  const points = Array.from({ length: count + 1 }, (_, at) => {
    const value = valueAt(at, noise(at, seed));
    return [end - span + (at * span) / count, value] as const;
  });
  return { name, points, ...rest };
}

const window = (span: number) => ({ type: 'lines' as const, from: end - span, until: end });

/** A day beside the day before it. */
const line: LineChart = {
  ...window(24 * hour),
  title: 'Checkout: 95 % of requests are faster than',
  unit: 'ms',
  series: [
    series('now', 24 * hour, 288, (at, wide) => 180 + 70 * Math.sin((at - 90) / 46) + 26 * wide),
    series('1 d before', 24 * hour, 288, (at, wide) => 140 + 44 * Math.sin((at - 70) / 46) + 14 * wide, {
      isEarlier: true,
    }),
  ],
};

const stacked: LineChart = {
  ...window(7 * 24 * hour),
  title: 'Memory of the shop by service',
  unit: 'bytes',
  isStacked: true,
  series: [
    series('web', 168 * hour, 168, (at, wide) => 2.1e9 + 3e8 * Math.sin(at / 3.82) + 2e8 * wide),
    series('checkout', 168 * hour, 168, (at, wide) =>
      at > 96 && at < 104 ? null : 1.2e9 + (at % 72) * 1.1e7 + 6e7 * wide,
    ),
    series('search', 168 * hour, 168, (at, wide) => 8e8 + 2e8 * Math.cos(at / 3.82) + 9e7 * wide),
    series('mail', 168 * hour, 168, (_, wide) => 3e8 + 5e7 * wide),
  ],
  levels: [{ name: 'limit 7 GB', value: 7e9, kind: 'limit' }],
};

/** A machine that was away, one that came late, and one that says little. */
const gaps: LineChart = {
  ...window(6 * hour),
  title: 'Load of the machines in rack 4',
  unit: 'number',
  series: [
    series('web1', 6 * hour, 180, (at, wide) =>
      (at > 58 && at < 84) || at === 120 || at === 122 ? null : 2.4 + Math.sin(at / 24) + 0.7 * wide,
    ),
    series('web2', 6 * hour, 180, (at, wide) => (at < 70 ? null : 3.4 + Math.cos(at / 20) + 0.6 * wide)),
    series('cron1', 6 * hour, 180, (at, wide) => (at % 20 === 0 ? 0.8 + wide : null)),
  ],
};

const threshold: LineChart = {
  ...window(3 * hour),
  title: 'Full disks of the database',
  unit: 'percent',
  series: [
    series('db1 /data', 3 * hour, 180, (at, wide) => Math.min(97, 61 + at * 0.21 + 0.8 * wide)),
    series('db2 /data', 3 * hour, 180, (at, wide) => 58 + at * 0.04 + 0.8 * wide),
  ],
  levels: [
    { name: 'limit 90 %', value: 90, kind: 'limit' },
    { name: 'usual 60 %', value: 60 },
  ],
};

const regions = ['eu-west-1', 'us-east-1'];
const services = ['web', 'checkout', 'search', 'recommendations', 'mail'];

const many: LineChart = {
  ...window(12 * hour),
  title: 'stats.prod.*.*.requests.rate',
  unit: 'number',
  series: regions.flatMap((region, place) =>
    services.map((service, at) =>
      series(`stats.prod.${region}.${service}.requests.rate`, 12 * hour, 144, (when, wide) => {
        const size = 9000 / (1 + at) / (1 + place * 0.6);
        return size * (1 + 0.25 * Math.sin(when / 23 + place * 2 + at * 0.3) + 0.09 * wide);
      }),
    ),
  ),
};

/** Two that are almost one, one with a name too long, one at the edge and one outside. */
const deploys: LineChart = {
  ...window(4 * hour),
  title: 'Errors of the checkout',
  unit: 'number',
  series: [
    series('errors each minute', 4 * hour, 240, (at, wide) => {
      const bad = at > 131 && at < 152 ? 46 * Math.sin(((at - 131) / 21) * Math.PI) : 0;
      return Math.max(0, Math.round(3.5 + 5 * wide + bad));
    }),
  ],
  levels: [{ name: 'limit 25', value: 25, kind: 'limit' }],
  marks: [
    { at: end - 5 * hour, text: 'web v1.3.9' },
    { at: end - 4 * hour, text: 'web v1.4.0' },
    { at: end - 176 * minute, text: 'recommendations-service 2026.11.21-rc1' },
    { at: end - 109 * minute, text: 'checkout v2.8.0' },
    { at: end - 91 * minute, text: 'checkout v2.7.9' },
    { at: end - 20 * minute, text: 'web v1.4.1' },
    { at: end - 19 * minute, text: 'mail v0.9' },
    { at: end, text: 'web v1.4.2' },
  ],
};

/** As people look at them. */
export const graphs = { line, stacked, gaps, threshold, many, deploys };
