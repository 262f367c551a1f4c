import { formatDuration, formatSize, type MetricUnit } from '../../src/index.ts';

/** `220 ms`, `1.2 GB`, `40 %`, `12.5 k`: a value as people say it, in so many digits that count. */
export function amount(value: number, unit: MetricUnit, digits = usual): string {
  const [size, sign] = [Math.abs(value), value < 0 ? '-' : ''];
  switch (unit) {
    case 'ms':
      return `${sign}${time(size, digits)}`;
    case 's':
      return `${sign}${time(size * 1000, digits)}`;
    case 'bytes':
      return `${sign}${formatSize(size)}`;
    case 'percent':
      return `${sign}${share(size, digits)} %`;
    case 'ratio':
      return `${sign}${share(size * 100, digits)} %`;
    case 'number':
      return `${sign}${count(size, digits)}`;
  }
}

const usual = 3;

/** So many that values which differ by that little are not told as the same. */
export function digitsFor(spread: number, largest: number): number {
  const digits = Math.ceil(Math.log10(largest / spread)) + 1;
  return Number.isFinite(digits) ? Math.min(6, Math.max(usual, digits)) : usual;
}

const time = (ms: number, digits: number): string => (ms < 1000 ? `${rounded(ms, digits)} ms` : formatDuration(ms));

/** What is almost all is not all. */
function share(size: number, digits: number): string {
  const isAlmostAll = size > 99 && size < 100;
  return rounded(size, isAlmostAll ? Math.max(digits, Math.min(8, 2 + Math.ceil(-Math.log10(100 - size)))) : digits);
}

const powers = [
  [1e15, ''],
  [1e12, ' T'],
  [1e9, ' G'],
  [1e6, ' M'],
  [1e4, ' k'],
] as const;

function count(value: number, digits: number): string {
  const [size, word] = powers.find(([from]) => value >= from) ?? [1, ''];
  if (size === 1e15) return value.toExponential(2).replace('+', '');
  return `${rounded(value / (word === ' k' ? 1000 : size), digits)}${word}`;
}

/** What is smaller than a thousandth is told as a power. */
const rounded = (value: number, digits: number): string =>
  value !== 0 && value < 0.001
    ? value.toExponential(1)
    : `${value >= 1000 ? Math.round(value) : Number(value.toPrecision(digits))}`;
