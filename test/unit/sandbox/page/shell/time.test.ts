import { describe, expect, it } from 'vitest';
import {
  ago,
  clockTime,
  dayLabel,
  fullTime,
  justBefore,
  millisecondsOf,
  shortTime,
} from '../../../../../src/sandbox/page/shell/time.ts';

const now = new Date(2026, 10, 21, 15, 30, 0).getTime();
const time = (day: number, hour: number, minute: number, year = 2026): number =>
  new Date(year, 10, day, hour, minute, 5).getTime();

describe('a time', () => {
  it('of a message is the number before it', () => {
    expect(millisecondsOf('1610241741.000200')).toBe(1_610_241_741_000.2);
  });

  it.each([
    ['1610241741.000200', '1610241741.000199'],
    ['1610241741.000000', '1610241740.999999'],
    ['0.000001', '0.000000'],
  ])('just before %s is %s', (ts, before) => {
    expect(justBefore(ts)).toBe(before);
  });

  it.each([
    [time(21, 0, 1), 'Today'],
    [time(20, 23, 59), 'Yesterday'],
    [time(19, 12, 0), 'Thursday, November 19'],
    [time(19, 12, 0, 2025), 'Wednesday, November 19, 2025'],
  ])('%d is of the day %s', (moment, label) => {
    expect(dayLabel(moment, now)).toBe(label);
  });

  it('is said short, shorter and in full', () => {
    const moment = time(21, 14, 5);
    expect(
      [clockTime(moment), shortTime(moment), fullTime(moment, now)].map((text) => text.replaceAll(/\s/gu, ' ')),
    ).toEqual(['2:05 PM', '2:05', 'Today at 2:05:05 PM']);
  });

  it.each([
    [now - 20_000, 'just now'],
    [now + 20_000, 'just now'],
    [now - 60_000, '1 minute ago'],
    [now - 59 * 60_000, '59 minutes ago'],
    [time(21, 9, 0), 'today at 9:00 AM'],
    [time(20, 9, 0), 'yesterday at 9:00 AM'],
    [time(2, 9, 0), 'Monday, November 2 at 9:00 AM'],
  ])('%d is %s', (moment, words) => {
    expect(ago(moment, now).replaceAll(/\s/gu, ' ')).toBe(words);
  });
});
