import type { Tick } from './scale.ts';

const [second, minute, hour, day] = [1000, 60_000, 3_600_000, 86_400_000];

const steps = [
  ...[1, 2, 5, 10, 15, 30].map((count) => count * second),
  ...[1, 2, 5, 10, 15, 30].map((count) => count * minute),
  ...[1, 2, 3, 6, 12].map((count) => count * hour),
  ...[1, 2, 7, 14, 28, 91, 182, 365].map((count) => count * day),
];

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Round times within a window, in UTC as all times of `ops`: `most` of them at the most. */
export function timeTicks(from: number, until: number, most = 6): Tick[] {
  const step = steps.find((each) => (until - from) / each <= most) ?? Math.ceil((until - from) / most / day) * day;
  const ticks: Tick[] = [];
  for (let at = Math.ceil(from / step) * step; at <= until && ticks.length <= most; at += step) {
    ticks.push({ value: at, text: at % day === 0 ? dayWord(at) : clockWord(at, step < minute) });
  }
  return ticks;
}

/** `21 Nov`. */
export function dayWord(at: number): string {
  const date = new Date(at);
  return `${date.getUTCDate()} ${months[date.getUTCMonth()]}`;
}

/** `13:05`. */
export function clockWord(at: number, hasSeconds = false): string {
  return new Date(at).toISOString().slice(11, hasSeconds ? 19 : 16);
}
