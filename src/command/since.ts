import { OpsError } from '../context/errors.ts';
import { parseDuration } from './duration.ts';

/** `2h` and `7d` ago, or a date. */
export function parseSince(since: string, now: Date): Date {
  if (/^\d{4}-\d\d-\d\d(T[\d:.]+Z?)?$/.test(since) && !Number.isNaN(Date.parse(since))) return new Date(since);
  try {
    return new Date(now.getTime() - parseDuration(since, '--since'));
  } catch (cause) {
    const hint = `--since 2d or --since ${now.toISOString().slice(0, 10)}`;
    throw new OpsError('usage', `--since takes a duration or a date, not "${since}"`, { hint, cause });
  }
}
