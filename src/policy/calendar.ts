import type { FreezeConfig, TimeWindow } from '../context/config-policy.ts';
import { isWithin } from './window.ts';

const minute = 60_000;
const hour = 60 * minute;
const week = 7 * 24 * hour;

/** The moments between which dates in a zone lie. The end is the first moment that is no longer part of it. */
export function dateWindow({ start, end, zone }: Pick<FreezeConfig, 'start' | 'end' | 'zone'>): {
  start?: Date;
  end?: Date;
} {
  return {
    ...(start === undefined ? {} : { start: momentsOf(start.includes('T') ? start : `${start}T00:00`, zone)[0] }),
    ...(end === undefined ? {} : { end: momentsOf(end.includes('T') ? end : dayAfter(end), zone)[1] }),
  };
}

function dayAfter(date: string): string {
  return new Date(Date.parse(`${date}T00:00Z`) + 24 * hour).toISOString().slice(0, 16);
}

/**
 * When a clock on the wall there shows that time: first and last. In the hour that is turned back it does so twice; in
 * the one that is left out, never, and what comes instead counts.
 */
function momentsOf(local: string, zone: string): [first: Date, last: Date] {
  const asUtc = Date.parse(`${local}Z`);
  const offsets = [asUtc - 24 * hour, asUtc + 24 * hour].map((near) => offsetAt(near, zone));
  const moments = offsets.map((offset) => asUtc - offset);
  const shown = moments.filter((moment) => moment + offsetAt(moment, zone) === asUtc);
  const found = shown.length > 0 ? shown : moments;
  return [new Date(Math.min(...found)), new Date(Math.max(...found))];
}

/** Milliseconds that clocks there are ahead of UTC. */
function offsetAt(moment: number, timeZone: string): number {
  const format = new Intl.DateTimeFormat('en-US', {
    ...{ timeZone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit' },
    ...{ hour: '2-digit', minute: '2-digit', second: '2-digit' },
  });
  const parts = Object.fromEntries(format.formatToParts(moment).map(({ type, value }) => [type, value]));
  const { year, month, day, hour: hours, minute: minutes, second } = parts;
  const local = Date.parse(`${String(year).padStart(4, '0')}-${month}-${day}T${hours}:${minutes}:${second}Z`);
  return local - Math.floor(moment / 1000) * 1000;
}

/** The first minute that a weekly window does not hold, undefined where it always does. Minutes are what it is made of. */
export function endOfWeekly(window: TimeWindow, at: Date): Date | undefined {
  const first = Math.floor(at.getTime() / minute) * minute;
  for (let moment = first + minute; moment <= first + week + hour; moment += minute) {
    if (!isWithin(window, new Date(moment))) return new Date(moment);
  }
  return undefined;
}
