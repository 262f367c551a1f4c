import { describe, expect, it } from 'vitest';
import { keysOf } from '../../../src/charts/key.ts';
import { palettes } from '../../../src/charts/theme.ts';
import type { LineChart } from '../../../src/context/chart.ts';

const chart = (title: string, names: readonly string[]): LineChart => ({
  ...{ type: 'lines', title, unit: 'number', from: 0, until: 1 },
  series: names.map((name) => ({ name, points: [] })),
  levels: [{ name: 'limit 5', value: 5 }],
});

describe('what colours stand for', () => {
  it.each([
    ['a line alone that is called as its picture is', 'load', ['load'], ['limit 5']],
    ['a line alone', 'Load of web1', ['load'], ['load', 'limit 5']],
    ['two lines', 'load', ['load', 'other'], ['load', 'other', 'limit 5']],
  ])('is said of %s', (_, title, names, keys) => {
    expect(keysOf(chart(title, names), palettes.light).map(({ text }) => text)).toEqual(keys);
  });
});
