const [second, minute, hour, day] = [1000, 60_000, 3_600_000, 86_400_000];

export interface TimeTick {
  value: number;
  /** The time, and below it what it belongs to: at the first one, and wherever that changes. */
  lines: string[];
}

interface Step {
  size: number;
  ticks(from: number, until: number, most: number): number[];
  word(at: number): string;
  /** What the word leaves open. */
  within(at: number): string;
}

/** Round times within a window, in UTC as all times of `ops`: `most` of them at the most, and one more. */
export function timeTicks(from: number, until: number, most = 6): TimeTick[] {
  const step = steps.find(({ size }) => (until - from) / size <= most) ?? steps.at(-1);
  let before: string | undefined;
  return (step?.ticks(from, until, most) ?? []).map((value) => {
    const within = step?.within(value) ?? '';
    const below = before === undefined ? `${within} UTC`.trim() : within === before ? '' : within;
    before = within;
    return { value, lines: [step?.word(value) ?? '', ...(below === '' ? [] : [below])] };
  });
}

const even = (size: number, offset = 0) => ({
  size,
  ticks: (from: number, until: number, most: number): number[] => {
    const found: number[] = [];
    const first = Math.ceil((from - offset) / size) * size + offset;
    for (let at = first; at <= until && found.length <= most; at += size) found.push(at);
    return found;
  },
});

const clock = (size: number): Step => ({
  ...even(size),
  word: (at) => clockWord(at, size < minute),
  within: dayWord,
});

const yearWord = (at: number): string => String(new Date(at).getUTCFullYear());

/** 1970 began on a Thursday, and weeks on a Monday. */
const days = (count: number): Step => ({
  ...even(count * day, count % 7 === 0 ? 4 * day : 0),
  word: dayWord,
  within: yearWord,
});

function ofMonths(count: number): Step {
  const areYears = count % 12 === 0;
  return {
    size: count * 30.4 * day,
    ticks: (from, until, most) => {
      const found: number[] = [];
      const date = new Date(from);
      let index = Math.floor((date.getUTCFullYear() * 12 + date.getUTCMonth()) / count) * count;
      for (; found.length <= most; index += count) {
        const at = Date.UTC(Math.floor(index / 12), index % 12, 1);
        if (!(at <= until)) break;
        if (at >= from) found.push(at);
      }
      return found;
    },
    word: areYears ? yearWord : (at) => months[new Date(at).getUTCMonth()] ?? '',
    within: areYears ? () => '' : yearWord,
  };
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const steps: readonly Step[] = [
  ...[1, 2, 5, 10, 15, 30].map((count) => clock(count * second)),
  ...[1, 2, 5, 10, 15, 30].map((count) => clock(count * minute)),
  ...[1, 2, 3, 6, 12].map((count) => clock(count * hour)),
  ...[1, 2, 7, 14].map(days),
  ...[1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000, 12_000].map(ofMonths),
];

/** `21 Nov`. */
export function dayWord(at: number): string {
  const date = new Date(at);
  return `${date.getUTCDate()} ${months[date.getUTCMonth()]}`;
}

/** `13:05`. */
export function clockWord(at: number, hasSeconds = false): string {
  return new Date(at).toISOString().slice(11, hasSeconds ? 19 : 16);
}
