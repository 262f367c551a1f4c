import { OpsError } from '../context/errors.ts';

const units: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** `90s`, `10m`, `2h`, `1d` → milliseconds; a bare number is seconds. Throws `usage`, with these `details` if any. */
export function parseDuration(value: string, name: string, details?: Record<string, unknown>): number {
  const match = /^(\d{1,9}(?:\.\d+)?)(ms|s|m|h|d)?$/.exec(value);
  if (match === null) {
    throw new OpsError('usage', `${name} takes a duration, not "${value}"`, {
      hint: `${name} 90s, 10m, 2h or 1d`,
      ...(details && { details }),
    });
  }
  return Math.round(Number(match[1]) * (units[match[2] ?? 's'] ?? 1000));
}

/** As a line says it: in the largest unit that it is a whole number of. */
export function durationWord(ms: number): string {
  const [unit, size] = Object.entries(units).findLast(([, each]) => ms % each === 0) ?? ['ms', 1];
  return `${ms / size}${unit}`;
}
