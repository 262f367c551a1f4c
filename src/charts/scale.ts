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

/**
 * Round steps that hold all of the values, and zero. Where it is loose there is room beyond them, and no zero where it is far
 * from all of them.
 */
export function valueScale(values: readonly number[], unit: ChartUnit, isLoose = false): Scale {
  const { lowest, highest } = rangeOf(values, unit, isLoose);
  const step = stepFor(highest - lowest, unit);
  // What comes out of a division is a little off.
  const first = Math.floor(lowest / step + 1e-9);
  const last = Math.ceil(highest / step - 1e-9) + 0;
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => {
    const value = (first + index) * step;
    return { value, text: valueWord(value, unit, Math.max(last, -first) * step, step) };
  });
  return { min: first * step, max: last * step, ticks };
}

function rangeOf(values: readonly number[], unit: ChartUnit, isLoose: boolean) {
  const finite = values.filter(Number.isFinite);
  const lowest = finite.reduce((one, other) => Math.min(one, other), Number.POSITIVE_INFINITY);
  const highest = finite.reduce((one, other) => Math.max(one, other), Number.NEGATIVE_INFINITY);
  const spread = highest - lowest;
  if (isLoose && lowest * highest > 0 && spread > 0 && spread < near * Math.max(highest, -lowest)) {
    return { lowest: lowest - spread / 10, highest: highest + spread / 10 };
  }
  if (finite.every((value) => value === 0)) return { lowest: 0, highest: unit === 'ms' ? second : 1 };
  // A line along an edge would look cut off; above all of a whole there is nothing.
  const isRoomy = isLoose && !(unit === 'percent' && highest <= 100);
  const room = isRoomy ? 1.02 : 1;
  return { lowest: Math.min(0, lowest * room), highest: Math.max(0, highest * room) };
}

/** Values that differ by less than this share of them make a straight line above zero. */
const near = 0.05;

function stepFor(span: number, unit: ChartUnit): number {
  const wanted = span / most;
  const found = unit === 'ms' && wanted > 0.5 ? durationSteps.find((step) => step >= wanted) : undefined;
  if (found !== undefined) return found;
  const whole = unit === 'ms' && wanted > day ? day : 1;
  const power = 10 ** Math.floor(Math.log10(wanted / whole));
  // A count of few things has no halves.
  const quarter = power >= 10 || power < 0.1 ? [2.5] : [];
  const times = [1, 2, ...quarter, 5, 10].find((each) => each * power * whole >= wanted * 0.9999999) ?? 10;
  return times * power * whole;
}

/** Powers of ten, and what is between them where they are few; what is not above zero has no place on it. */
export function logarithmicScale(values: readonly number[], unit: ChartUnit): Scale {
  const positive = values.filter((value) => Number.isFinite(value) && value > 0);
  if (positive.length === 0) return logarithmicScale([1, 10], unit);
  const first = Math.floor(Math.log10(positive.reduce((one, other) => Math.min(one, other))));
  const last = Math.ceil(Math.log10(positive.reduce((one, other) => Math.max(one, other))));
  const every = Math.ceil(Math.max(1, last - first) / most);
  const end = first + Math.ceil(Math.max(1, last - first) / every) * every;
  const between = end - first <= 2 ? [1, 2, 5] : [1];
  const ticks: Tick[] = [];
  for (let power = first; power <= end; power += every) {
    for (const times of power === end ? [1] : between) {
      const value = times * 10 ** power;
      ticks.push({ value, text: valueWord(value, unit) });
    }
  }
  return { min: 10 ** first, max: 10 ** end, ticks };
}

/** `2.5 min`, `1.2 k`, `40 %`: all values of an axis in the unit of its largest, and as exact as its steps are. */
export function valueWord(value: number, unit: ChartUnit, largest = value, step = largest): string {
  if (value === 0) return '0';
  const [, size, name] = unitOf(Math.abs(largest), unit);
  const exact = Math.max(4, Math.ceil(Math.log10(Math.abs(largest / step))) + 2);
  return `${written(Number((value / size).toPrecision(Math.min(exact, 15))))}${name}`;
}

/** `3e21`: what would take more than six digits. */
function written(value: number): string {
  const size = Math.abs(value);
  if (size >= 1e-4 && size < 1e7) return String(value);
  return value.toExponential().replace('e+', 'e');
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
    [1, 1, ' ms'],
    [0, 1e-3, ' µs'],
  ],
  bytes: [
    [1e18, 1e18, ' EB'],
    [1e15, 1e15, ' PB'],
    [1e12, 1e12, ' TB'],
    [1e9, 1e9, ' GB'],
    [1e6, 1e6, ' MB'],
    [1e3, 1e3, ' kB'],
    [0, 1, ' B'],
  ],
  number: [
    [1e15, 1, ''],
    [1e12, 1e12, ' T'],
    [1e9, 1e9, ' G'],
    [1e6, 1e6, ' M'],
    [1e4, 1e3, ' k'],
    [0, 1, ''],
  ],
};
