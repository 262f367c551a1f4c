import { formatDuration, formatTime, OpsError, parseDuration } from '../../src/index.ts';

export interface Window {
  from: Date;
  until: Date;
  /** It ends now. */
  isCurrent: boolean;
}

const usualFrom = '3h';
const day = 86_400_000;
const longest = 20 * 365 * day;

interface Given {
  from: string | undefined;
  until: string | undefined;
  /** How far back it goes from its end where nobody says. @default 3h */
  usual?: string | undefined;
}

/** `3h`, `-3h`, `now`, `09:30`, `2026-11-21`, `2026-11-21T09:30`: all times are UTC, as all that `ops` prints. */
export function readWindow(given: Given, now: Date): Window {
  const isCurrent = given.until === undefined || given.until === 'now';
  const end = isCurrent ? now : readTime('--until', given.until ?? '', now);
  const from =
    given.from === undefined ? readTime('--from', given.usual ?? usualFrom, end) : readTime('--from', given.from, now);
  // `--from 09:30 --until 10:15` at ten: what is to come of it is not there yet.
  const until = end < from && clock.test(given.until ?? '') ? new Date(end.getTime() + day) : end;
  const times = formatTime(from);
  if (from >= now) throw new OpsError('usage', `--from ${times} is not over yet`, { hint: `--from ${usualFrom}` });
  if (from > until) {
    const hint = given.until === undefined ? `--from ${usualFrom}` : `--from ${given.until} --until ${given.from}`;
    throw new OpsError('usage', `--from ${times} comes after --until ${formatTime(until)}`, { hint });
  }
  const span = until.getTime() - from.getTime();
  if (span < 1000) {
    throw new OpsError('usage', 'from --from to --until is less than a second', { hint: `--from ${usualFrom}` });
  }
  if (now.getTime() - from.getTime() > longest) {
    throw new OpsError('usage', `--from ${given.from} goes back more than 20 years`, { hint: '--from 365d' });
  }
  return until > now ? { from, until: now, isCurrent: true } : { from, until, isCurrent };
}

const clock = /^(?:[01]?\d|2[0-3]):[0-5]\d$/;

function readTime(option: string, typed: string, now: Date): Date {
  if (typed === 'now') return now;
  const date = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?)?Z?$/.exec(typed);
  if (date !== null) return dated(option, typed);
  if (clock.test(typed)) return lastTime(typed, now);
  // What goes back farther than there are dates is told of as what goes back far.
  return new Date(Math.max(0, now.getTime() - durationOf(option, typed.replace(/^-/, ''))));
}

function dated(option: string, typed: string): Date {
  const written = typed.replace(' ', 'T');
  const found = new Date(written.includes('T') && !written.endsWith('Z') ? `${written}Z` : written);
  // A day that is in no calendar becomes none, or one of the next month.
  if (found.toJSON()?.startsWith(typed.slice(0, 10))) return found;
  throw new OpsError('usage', `${option} ${typed} is in no calendar`, { hint: `${option} 2026-01-31` });
}

/** The last time that it was so late. */
function lastTime(typed: string, now: Date): Date {
  const [hours = 0, minutes = 0] = typed.split(':').map(Number);
  const today = new Date(now);
  today.setUTCHours(hours, minutes, 0, 0);
  return today > now ? new Date(today.getTime() - day) : today;
}

/** `30min` and `2w` as well. */
export function durationOf(option: string, typed: string): number {
  const [, count, unit] = /^(\d{1,7})(min|w)$/.exec(typed) ?? [];
  const known = count === undefined ? typed : unit === 'w' ? `${Number(count) * 7}d` : `${count}m`;
  try {
    return parseDuration(known, option);
  } catch (cause) {
    const hint = `${option} 90m, 3h, 2d, 09:30 or 2026-01-31T09:30`;
    throw new OpsError('usage', `${option} takes a time, not "${typed}"`, { hint, cause });
  }
}

/** `the last 3 h`; where it does not end now, its ends. */
export function windowWords({ from, until, isCurrent }: Window): string {
  const span = until.getTime() - from.getTime();
  if (isCurrent) return `the last ${spanWord(Math.round(span / 1000) * 1000)}`;
  const word = (date: Date): string => formatTime(date).slice(0, 'yyyy-mm-dd hh:mm'.length);
  const isSameDay = word(from).slice(0, 10) === word(until).slice(0, 10);
  return `${word(from)} to ${isSameDay ? word(until).slice(11) : word(until)} UTC`;
}

/** `36 h`, `7 d`: whole days where it is two of them, or more. */
export const spanWord = (ms: number): string =>
  ms >= 2 * day && ms % (day / 24) < 60_000 ? `${Number((ms / day).toFixed(1))} d` : formatDuration(ms);
