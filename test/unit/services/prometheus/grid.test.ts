import { describe, expect, it } from 'vitest';
import { gridOf } from '../../../../src/services/prometheus/grid.ts';

const until = Date.UTC(2026, 10, 21, 12, 7, 13);
const [hour, day] = [3600, 86_400];
const grid = (seconds: number, most = 300) =>
  gridOf({ from: new Date(until - seconds * 1000), until: new Date(until), most });
const clock = (seconds: number): string => new Date(seconds * 1000).toISOString().slice(5, 19);

describe('the times that are asked for', () => {
  it.each([
    [hour, '11-21T11:07:15', '11-21T12:07:00', 15],
    [day, '11-20T12:10:00', '11-21T12:05:00', 300],
    [365 * day, '11-22T12:05:00', '11-21T12:05:00', 2 * day],
    [0.2, '11-21T12:07:13', '11-21T12:07:13', 1],
  ])('of %d s are from %s until %s, every %d s', (seconds, from, end, step) => {
    const found = grid(seconds);
    expect([clock(found.start), clock(found.end), found.step]).toEqual([from, end, step]);
  });
});
