import { describe, expect, test } from 'vitest';
import { formatDate } from '../../../../../src/sandbox/page/blocks/date.ts';

const at = (iso: string): number => Date.parse(iso) / 1000;
const context = { now: Date.parse('2026-11-21T12:00:00Z'), timeZone: 'UTC' };

describe('a date is written as its format says', () => {
  test.each([
    ['2014-02-18T14:39:42Z', '{date_num}', '2014-02-18'],
    ['2014-02-18T14:39:42Z', '{date}', 'February 18th, 2014'],
    ['2014-02-18T14:39:42Z', '{date_short}', 'Feb 18, 2014'],
    ['2014-02-18T14:39:42Z', '{date_long}', 'Tuesday, February 18th, 2014'],
    ['2014-02-18T14:39:42Z', 'on {date_num} at {time}', 'on 2014-02-18 at 2:39 PM'],
    ['2014-02-18T14:39:42Z', '{time_secs}', '2:39:42 PM'],
    ['2026-11-01T00:00:00Z', '{date}', 'November 1st'],
    ['2026-11-02T00:00:00Z', '{date_short}', 'Nov 2'],
    ['2026-11-11T00:00:00Z', '{date}', 'November 11th'],
    ['2026-11-23T00:00:00Z', '{date}', 'November 23rd'],
    ['2026-11-21T23:59:59Z', '{date_pretty}', 'today'],
    ['2026-11-20T00:00:00Z', '{date_short_pretty}', 'yesterday'],
    ['2026-11-22T00:00:00Z', '{date_long_pretty}', 'tomorrow'],
    ['2026-11-19T00:00:00Z', '{date_short_pretty}', 'Nov 19'],
    ['2026-11-21T11:57:00Z', '{ago}', '3 minutes ago'],
    ['2026-11-21T12:00:20Z', '{ago}', 'in 20 seconds'],
    ['2026-11-21T12:00:00Z', '{unknown}', '{unknown}'],
    ['2026-11-21T12:00:00Z', '{constructor} {__proto__}', '{constructor} {__proto__}'],
  ])('%s as %s', (iso, format, text) => {
    expect(formatDate(at(iso), format, context, 'fallback').replaceAll('\u202F', ' ')).toBe(text);
  });
});

test('the day is that of the reader’s zone', () => {
  const tokyo = { ...context, timeZone: 'Asia/Tokyo' };
  expect(formatDate(at('2026-11-20T16:00:00Z'), '{date_pretty}', tokyo)).toBe('today');
});

describe('what cannot be written is the fallback', () => {
  test.each([
    [Number.NaN, '{date}'],
    [1e30, '{date}'],
    [0, 'no token'],
  ])('%s as %s', (timestamp, format) => {
    expect(formatDate(timestamp, format, context, 'then')).toBe('then');
  });
});
