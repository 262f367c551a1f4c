import type { TimeWindow, Weekday } from '../context/config-policy.ts';

const days: readonly Weekday[] = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

interface LocalTime {
  day: number;
  minute: number;
}

/** Formats are dear, and many rules ask for the same moment. */
const zones = new Map<string, { format: Intl.DateTimeFormat; at: number; time: LocalTime }>();

/** Whether a moment is within the window. What goes past midnight belongs to the day that it began on. */
export function isWithin(
  { days: on = [...days], from = '00:00', until = '24:00', zone }: TimeWindow,
  at: Date,
): boolean {
  const { day, minute } = localTime(at, zone);
  const [begin, end] = [minutesOf(from), minutesOf(until)];
  const isOn = (index: number): boolean => on.includes(days[(index + 7) % 7] ?? 'sun');
  if (begin < end) return isOn(day) && minute >= begin && minute < end;
  return (minute >= begin && isOn(day)) || (minute < end && isOn(day - 1));
}

export function describeWindow({ days: on, from, until, zone }: TimeWindow): string {
  const parts = [
    ...(on === undefined ? [] : [`on ${on.join(', ')}`]),
    ...(from === undefined ? [] : [`from ${from}`]),
    ...(until === undefined ? [] : [`until ${until}`]),
  ];
  return `${parts.join(' ')} (${zone})`.trimStart();
}

function localTime(at: Date, zone: string): LocalTime {
  const known = zones.get(zone);
  if (known?.at === at.getTime()) return known.time;
  const format = known?.format ?? formatOf(zone);
  const parts = format.formatToParts(at);
  const value = (type: string): string => parts.find((part) => part.type === type)?.value ?? '';
  const day = days.findIndex((name) => value('weekday').toLowerCase().startsWith(name));
  const time = { day, minute: Number(value('hour')) * 60 + Number(value('minute')) };
  zones.set(zone, { format, at: at.getTime(), time });
  return time;
}

const formatOf = (timeZone: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat('en-US', {
    timeZone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
