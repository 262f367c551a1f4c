import type { BarChart, BarKind, LineChart } from '../../../src/context/chart.ts';

const minute = 60_000;
const end = Date.UTC(2026, 10, 21, 9);

const minutes = [
  ...[4, 4.2, 5, 2, 4.4, 4.1, 4.6, 2.2, 4, 4.4, 9.5, 4.1, 3.9, 1.2, 4.3],
  ...[4.4, 4.2, 5.5, 4.4, 4.7, 4.1, 4.2, 2.1, 2, 4.4, 4.3, 4.8, 4.6, 4.2, 3.1],
];
const odd: Readonly<Record<number, BarKind>> = {
  ...{ 3: 'bad', 7: 'bad', 22: 'bad', 23: 'bad' },
  ...{ 6: 'doubtful', 17: 'doubtful', 13: 'off', 29: 'open' },
};

export const bars: BarChart = {
  type: 'bars',
  title: 'web/deploy',
  subtitle: '30 builds, 2026-11-20 04:00 to 2026-11-21 09:00 UTC',
  unit: 'ms',
  bars: minutes.map((value, index) => ({
    label: `#${index + 101}`,
    at: end - (29 - index) * 60 * minute,
    value: value * minute,
    kind: odd[index] ?? 'good',
  })),
  kinds: [
    { kind: 'good', name: '22 ok' },
    { kind: 'doubtful', name: '2 unstable' },
    { kind: 'bad', name: '4 failed' },
    { kind: 'off', name: '1 cancelled' },
    { kind: 'open', name: '1 running' },
  ],
  levels: [{ name: 'median 4 min 18 s', value: 4.3 * minute }],
};

const from = end - 120 * minute;
const points = (valueAt: (at: number) => number | null): (readonly [number, number | null])[] =>
  Array.from({ length: 121 }, (_, at) => [from + at * minute, valueAt(at)]);

/** Two series with a gap, the same at an earlier time, a limit and deploys; words in three scripts. */
export const lines: LineChart = {
  type: 'lines',
  title: 'Время ответа · Χρόνος απόκρισης',
  subtitle: 'p95 of the checkout, times in UTC',
  unit: 'ms',
  ...{ from, until: end },
  series: [
    {
      name: 'shop-1',
      points: points((at) => (at > 40 && at < 55 ? null : 180 + 60 * Math.sin(at / 9) + (at % 7) * 5)),
    },
    { name: 'shop-2', points: points((at) => 150 + 40 * Math.cos(at / 11)) },
    { name: 'shop-1 a day before', isEarlier: true, points: points((at) => 160 + 50 * Math.sin(at / 9 + 1)) },
  ],
  levels: [{ name: 'limit 300 ms', value: 300, kind: 'limit' }],
  marks: [
    { at: from + 60 * minute, text: 'web v1.4.2' },
    { at: from + 65 * minute, text: 'web v1.4.3' },
    { at: from + 110 * minute, text: 'web v1.4.4 by ana' },
  ],
};

const plain: LineChart = { ...lines, unit: 'number', levels: [], marks: [] };

export const logarithmic: LineChart = {
  ...plain,
  title: 'Jobs that wait',
  isLogarithmic: true,
  series: [{ name: 'queue', points: points((at) => (at === 60 ? 0 : 10 ** (1 + at / 30))) }],
};

export const nothing: LineChart = { ...plain, title: 'Nothing', series: [{ name: 'queue', points: [] }] };
