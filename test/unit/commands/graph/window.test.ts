import { describe, expect, it } from 'vitest';
import { readWindow, windowWords } from '../../../../commands/graph/window.ts';

const now = new Date('2026-11-21T12:00:00Z');
const iso = (date: Date): string => date.toISOString().slice(0, 16);

describe('the window of a graph', () => {
  it.each([
    [{}, '2026-11-21T09:00', '2026-11-21T12:00', 'the last 3 h'],
    [{ from: '-1h' }, '2026-11-21T11:00', '2026-11-21T12:00', 'the last 1 h'],
    [{ from: '30min', until: 'now' }, '2026-11-21T11:30', '2026-11-21T12:00', 'the last 30 min'],
    [{ from: '2w' }, '2026-11-07T12:00', '2026-11-21T12:00', 'the last 14 d'],
    [{ from: '2d', until: '1d' }, '2026-11-19T12:00', '2026-11-20T12:00', '2026-11-19 12:00 to 2026-11-20 12:00 UTC'],
    [{ from: '09:30', until: '10:00' }, '2026-11-21T09:30', '2026-11-21T10:00', '2026-11-21 09:30 to 10:00 UTC'],
    [{ from: '11:30', until: '12:15' }, '2026-11-21T11:30', '2026-11-21T12:00', 'the last 30 min'],
    [
      { from: '22:00', until: '02:00' },
      '2026-11-20T22:00',
      '2026-11-21T02:00',
      '2026-11-20 22:00 to 2026-11-21 02:00 UTC',
    ],
    [{ from: '13:00' }, '2026-11-20T13:00', '2026-11-21T12:00', 'the last 23 h'],
    [{ from: '2026-11-20' }, '2026-11-20T00:00', '2026-11-21T12:00', 'the last 36 h'],
    [{ from: '2026-11-21 10:15' }, '2026-11-21T10:15', '2026-11-21T12:00', 'the last 1 h 45 min'],
    [{ until: '2026-11-20T06:00Z' }, '2026-11-20T03:00', '2026-11-20T06:00', '2026-11-20 03:00 to 06:00 UTC'],
    [
      { until: '2026-11-20T06:00', usual: '6h' },
      '2026-11-20T00:00',
      '2026-11-20T06:00',
      '2026-11-20 00:00 to 06:00 UTC',
    ],
    [{ from: '1h', until: '2026-11-22' }, '2026-11-21T11:00', '2026-11-21T12:00', 'the last 1 h'],
  ])('%j is from %s until %s: %s', (given, from, until, words) => {
    const window = readWindow({ from: undefined, until: undefined, ...given }, now);
    expect([iso(window.from), iso(window.until), windowWords(window)]).toEqual([from, until, words]);
  });

  it.each([
    [{ from: 'now' }, 'is not over yet'],
    [{ from: '2026-11-21T12:00:01' }, 'is not over yet'],
    [{ from: '1h', until: '90m' }, 'comes after --until'],
    [{ from: '500ms' }, 'less than a second'],
    [{ from: '1h', until: '1h' }, 'less than a second'],
    [{ from: '999999999d' }, 'more than 20 years'],
    [{ from: '2026-02-31' }, 'in no calendar'],
    [{ from: '2026-13-01' }, 'in no calendar'],
    [{ from: '25:00' }, 'takes a time'],
    [{ until: 'tomorrow' }, '--until takes a time, not "tomorrow"'],
    [{ from: '' }, 'takes a time'],
  ])('%j is refused: %s', (given, message) => {
    expect(() => readWindow({ from: undefined, until: undefined, ...given }, now)).toThrow(message);
  });
});
