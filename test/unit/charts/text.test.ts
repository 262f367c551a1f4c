import { describe, expect, it } from 'vitest';
import { barTicks } from '../../../src/charts/axis.ts';
import { fitEnds, fitText, flow } from '../../../src/charts/text.ts';

const measure = (text: string): number => text.length * 10;

it.each([
  ['web/deploy', 100, 'web/deploy'],
  ['web/deploy', 99, 'web/depl…'],
  ['a long name', 70, 'a long…'],
  ['👩‍👩‍👧👩‍👩‍👧', 90, '👩‍👩‍👧…'],
  ['web', 5, ''],
  ['a\0b\u202ec\ud83d', 100, 'a bc\ufffd'],
])('of %s in %d pixels stands %s', (text, room, fitted) => {
  expect(fitText(text, room, measure)).toBe(fitted);
});

it.each([
  ['prod.web1.cpu', 130, 'prod.web1.cpu'],
  ['recommendations v1.4.2', 110, 'recom…1.4.2'],
  ['recommendations v1.4.2', 30, 'r…2'],
  ['👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧', 180, '👩‍👩‍👧…👩‍👩‍👧'],
  ['web', 5, ''],
])('of %s in %d pixels both ends stand as %s', (text, room, fitted) => {
  expect(fitEnds(text, room, measure)).toBe(fitted);
});

describe('words beside each other', () => {
  const place = (texts: readonly string[], rows = 2) => {
    const items = texts.map((text) => ({ text, width: 20 }));
    const { placed, leftOut } = flow(items, { room: 200, between: 10, gap: 30, rows, measure });
    return [placed.map(({ text, x, row }) => `${text} ${x},${row}`), leftOut];
  };

  it.each([
    [['ok', 'failed'], ['ok 0,0', 'failed 80,0'], 0],
    [['cancelled', 'running'], ['cancelled 0,0', 'running 0,1'], 0],
    [['cancelled', 'running', 'unstable', 'ok'], ['cancelled 0,0', 'running 0,1'], 2],
    [['a name that is too long'], ['a na…long 0,0'], 0],
    [[], [], 0],
  ])('%j stand in rows, and what has no room is counted', (texts, placed, leftOut) => {
    expect(place(texts)).toEqual([placed, leftOut]);
  });
});

describe('what stands below bars', () => {
  const bar = (index: number, apart: number) => ({
    label: `#${index + 1}`,
    at: Date.UTC(2026, 10, 1) + index * apart,
    value: 1,
    kind: 'good' as const,
  });
  const ticks = (count: number, apart: number, room: number) =>
    barTicks(
      {
        type: 'bars',
        title: '',
        unit: 'ms',
        kinds: [],
        bars: Array.from({ length: count }, (_, at) => bar(at, apart)),
      },
      room,
      measure,
    ).map(({ lines }) => lines.join(' '));

  it.each([
    [3, 3_600_000, 1000, ['#1 00:00', '#2 01:00', '#3 02:00']],
    [30, 3_600_000, 300, ['#10 1 Nov', '#20 1 Nov', '#30 2 Nov']],
    [5, 3_600_000, 20, ['#5 04:00']],
    [1, 0, 1000, ['#1 00:00']],
    [0, 0, 1000, []],
  ])('of %d bars, each %d ms after the last, in %d pixels is %j', (count, apart, room, found) => {
    expect(ticks(count, apart, room)).toEqual(found);
  });
});
