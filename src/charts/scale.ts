import type { ChartUnit } from '../context/chart.ts';

const [second, minute, hour, day] = [1000, 60_000, 3_600_000, 86_400_000];

/** The lines of an axis, from the lowest to the highest, and what each is called. */
export interface Scale {
  min: number;
  max: number;
  ticks: readonly Tick[];
}

export interface Tick {
  value: number;
  text: string;
}

const durationSteps = [
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500],
  ...[1, 2, 5, 10, 20, 30].map((count) => count * second),
  ...[1, 2, 5, 10, 20, 30].map((count) => count * minute),
  ...[1, 2, 3, 6, 12].map((count) => count * hour),
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].map((count) => count * day),
];

const most = 5;

/** Round steps that hold all of the values, and zero where they are not far from it. */
export function valueScale(values: readonly number[], unit: ChartUnit): Scale {
  const finite = values.filter(Number.isFinite);
  const lowest = Math.min(0, ...finite);
  const isFlat = finite.every((value) => value === 0);
  const highest = isFlat ? (unit === 'ms' ? second : 1) : Math.max(0, ...finite);
  const step = stepFor(highest - lowest, unit);
  // What comes out of a division is a little off.
  const first = Math.floor(lowest / step + 1e-9);
  const last = Math.ceil(highest / step - 1e-9) + 0;
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => {
    const value = (first + index) * step;
    return { value, text: valueWord(value, unit, last * step) };
  });
  return { min: first * step, max: last * step, ticks };
}

function stepFor(span: number, unit: ChartUnit): number {
  const wanted = span / most;
  const found = unit === 'ms' ? durationSteps.find((step) => step >= wanted) : undefined;
  if (found !== undefined) return found;
  const whole = unit === 'ms' ? day : 1;
  const power = 10 ** Math.floor(Math.log10(wanted / whole));
  const times = [1, 2, 5, 10].find((each) => each * power * whole >= wanted * 0.9999999) ?? 10;
  return times * power * whole;
}

/** Powers of ten; what is not above zero has no place on it. */
export function logarithmicScale(values: readonly number[], unit: ChartUnit): Scale {
  const positive = values.filter((value) => Number.isFinite(value) && value > 0);
  const first = Math.floor(Math.log10(Math.min(...positive, Number.MAX_VALUE)));
  const last = Math.ceil(Math.log10(Math.max(...positive, Number.MIN_VALUE)));
  if (positive.length === 0) return logarithmicScale([1, 10], unit);
  const end = Math.max(last, first + 1);
  const every = Math.ceil((end - first) / most);
  const ticks: Tick[] = [];
  for (let power = first; power <= end; power += every) {
    ticks.push({ value: 10 ** power, text: valueWord(10 ** power, unit, 10 ** power) });
  }
  return { min: 10 ** first, max: 10 ** end, ticks };
}

/** `2.5 min`, `1.2 k`, `40 %`: all values of an axis in the unit of its largest. */
export function valueWord(value: number, unit: ChartUnit, largest = value): string {
  if (value === 0) return '0';
  const [, size, name] = unitOf(Math.abs(largest), unit);
  return `${rounded(value / size)}${name}`;
}

function unitOf(largest: number, unit: ChartUnit): Unit {
  if (unit === 'percent') return [0, 1, ' %'];
  return units[unit].find(([from]) => largest >= from) ?? [0, 1, ''];
}

/** From which value on, how much one of it is, and how it is written. */
type Unit = readonly [from: number, size: number, name: string];

const units: Readonly<Record<Exclude<ChartUnit, 'percent'>, readonly Unit[]>> = {
  ms: [
    [2 * day, day, ' d'],
    [2 * hour, hour, ' h'],
    [2 * minute, minute, ' min'],
    [second, second, ' s'],
    [0, 1, ' ms'],
  ],
  bytes: [
    [1e12, 1e12, ' TB'],
    [1e9, 1e9, ' GB'],
    [1e6, 1e6, ' MB'],
    [1e3, 1e3, ' kB'],
    [0, 1, ' B'],
  ],
  number: [
    [1e12, 1e12, ' T'],
    [1e9, 1e9, ' G'],
    [1e6, 1e6, ' M'],
    [1e4, 1e3, ' k'],
    [0, 1, ''],
  ],
};

const rounded = (value: number): number => Number(value.toPrecision(4));
