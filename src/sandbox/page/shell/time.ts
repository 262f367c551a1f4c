const locale = 'en-US';
const clockFormat = new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit' });
const secondsFormat = new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit', second: '2-digit' });
const dateFormat = new Intl.DateTimeFormat(locale, { weekday: 'long', month: 'long', day: 'numeric' });
const yearFormat = new Intl.DateTimeFormat(locale, { weekday: 'long', month: 'long', day: 'numeric', year: 'numeric' });

/** Milliseconds of a message's `ts`. */
export const millisecondsOf = (ts: string): number => Number(ts) * 1000;

/** The last `ts` that is older than this one. */
export function justBefore(ts: string): string {
  const digits = String(BigInt(ts.replace('.', '')) - 1n).padStart(7, '0');
  return `${digits.slice(0, -6)}.${digits.slice(-6)}`;
}

/** A day in the zone of the browser, as a key. */
export function dayOf(time: number): string {
  const date = new Date(time);
  return `${date.getFullYear()}-${date.getMonth() + 1}-${date.getDate()}`;
}

function dayBefore(time: number): number {
  const date = new Date(time);
  date.setDate(date.getDate() - 1);
  return date.getTime();
}

export function dayLabel(time: number, now: number): string {
  if (dayOf(time) === dayOf(now)) return 'Today';
  if (dayOf(time) === dayOf(dayBefore(now))) return 'Yesterday';
  const sameYear = new Date(time).getFullYear() === new Date(now).getFullYear();
  return (sameYear ? dateFormat : yearFormat).format(time);
}

/** `10:04 AM` */
export const clockTime = (time: number): string => clockFormat.format(time);

/** `10:04`, where there is little room. */
export const shortTime = (time: number): string => clockTime(time).replace(/\s?[AP]M$/u, '');

/** `Today at 10:04:05 AM` */
export const fullTime = (time: number, now: number): string =>
  `${dayLabel(time, now)} at ${secondsFormat.format(time)}`;

/** How long ago, in the words of a thread's summary. */
export function ago(time: number, now: number): string {
  const minutes = Math.floor((now - time) / 60_000);
  if (minutes < 1) return 'just now';
  if (minutes === 1) return '1 minute ago';
  if (minutes < 60) return `${minutes} minutes ago`;
  const label = dayLabel(time, now);
  return `${label === 'Today' || label === 'Yesterday' ? label.toLowerCase() : label} at ${clockTime(time)}`;
}
