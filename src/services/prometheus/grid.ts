const [second, minute, hour, day] = [1, 60, 3600, 86_400];

/** Seconds from one point to the next that people can follow. */
const steps = [
  ...[1, 2, 5, 10, 15, 30].map((count) => count * second),
  ...[1, 2, 5, 10, 15, 30].map((count) => count * minute),
  ...[1, 2, 3, 6, 12].map((count) => count * hour),
];

/** What the server refuses to go beyond: "exceeded maximum resolution of 11,000 points per timeseries". */
const mostPoints = 11_000;

/** Of a long time the newest values are seen as well, and they are forgotten after five minutes. */
const mostOff = 5 * minute;

/** Seconds since 1970; the last is `start` and some whole steps. */
export interface Grid {
  start: number;
  end: number;
  step: number;
}

/** Times that stay the same from one second to the next, so that a picture does not tremble. */
export function gridOf({ from, until, most }: { from: Date; until: Date; most: number }): Grid {
  const [first, last] = [from.getTime() / 1000, until.getTime() / 1000];
  const wanted = (last - first) / Math.max(1, Math.min(mostPoints - 1, Math.floor(most)));
  const step = steps.find((each) => each >= wanted) ?? Math.ceil(wanted / day) * day;
  const even = Math.min(step, mostOff);
  const end = Math.floor(last / even) * even;
  const start = end - Math.floor((end - first) / step) * step;
  return start > end ? { start: Math.floor(last), end: Math.floor(last), step } : { start, end, step };
}
