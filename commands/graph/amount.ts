import { formatDuration, formatSize, type MetricUnit } from '../../src/index.ts';

/** `220 ms`, `1.2 GB`, `40 %`, `12.5 k`: a value as people say it. */
export function amount(value: number, unit: MetricUnit): string {
  const [size, sign] = [Math.abs(value), value < 0 ? '-' : ''];
  switch (unit) {
    case 'ms':
      return `${sign}${time(size)}`;
    case 's':
      return `${sign}${time(size * 1000)}`;
    case 'bytes':
      return `${sign}${formatSize(size)}`;
    case 'percent':
      return `${sign}${rounded(size)} %`;
    case 'ratio':
      return `${sign}${rounded(size * 100)} %`;
    case 'number':
      return `${sign}${count(size)}`;
  }
}

const time = (ms: number): string => (ms < 1000 ? `${rounded(ms)} ms` : formatDuration(ms));

const powers = [
  [1e15, ''],
  [1e12, ' T'],
  [1e9, ' G'],
  [1e6, ' M'],
  [1e4, ' k'],
] as const;

function count(value: number): string {
  const [size, word] = powers.find(([from]) => value >= from) ?? [1, ''];
  if (size === 1e15) return value.toExponential(2);
  return `${rounded(value / (word === ' k' ? 1000 : size))}${word}`;
}

/** Three digits that count; what is smaller than a thousandth is told as a power. */
const rounded = (value: number): string =>
  value !== 0 && value < 0.001
    ? value.toExponential(1)
    : `${value >= 1000 ? Math.round(value) : Number(value.toPrecision(3))}`;
