import { own } from './json.ts';

const day = 86_400_000;
const halfYear = 182 * day;

export interface DateContext {
  now: number;
  /** @default the browser's */
  timeZone?: string;
}

function ordinal(number: number): string {
  const ending = number % 100 > 10 && number % 100 < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th');
  return `${number}${ending}`;
}

type Part = (options: Intl.DateTimeFormatOptions) => string;

const partsAt =
  (at: number, { timeZone }: DateContext): Part =>
  (options) =>
    new Intl.DateTimeFormat('en-US', { ...options, ...(timeZone ? { timeZone } : {}) }).format(at);

const dayOf = (at: number, context: DateContext): number => {
  const part = partsAt(at, context);
  const [year, month, date] = [part({ year: 'numeric' }), part({ month: 'numeric' }), part({ day: 'numeric' })];
  return Date.UTC(Number(year), Number(month) - 1, Number(date)) / day;
};

/** Yesterday, today or tomorrow. */
function near(at: number, context: DateContext): string | undefined {
  const names: Readonly<Record<number, string>> = { [-1]: 'yesterday', 0: 'today', 1: 'tomorrow' };
  return names[dayOf(at, context) - dayOf(context.now, context)];
}

const spans: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
];

function ago(at: number, now: number): string {
  const seconds = Math.round((at - now) / 1000);
  const [unit, size] = spans.find(([, length]) => Math.abs(seconds) >= length) ?? ['second', 1];
  return new Intl.RelativeTimeFormat('en-US', { numeric: 'auto' }).format(Math.trunc(seconds / size), unit);
}

function tokens(at: number, context: DateContext): Readonly<Record<string, () => string>> {
  const part = partsAt(at, context);
  const year = Math.abs(at - context.now) < halfYear ? '' : `, ${part({ year: 'numeric' })}`;
  const short = (): string => `${part({ month: 'short' })} ${part({ day: 'numeric' })}${year}`;
  const date = (): string => `${part({ month: 'long' })} ${ordinal(Number(part({ day: 'numeric' })))}${year}`;
  const long = (): string => `${part({ weekday: 'long' })}, ${date()}`;
  return {
    date_num: () => `${part({ year: 'numeric' })}-${part({ month: '2-digit' })}-${part({ day: '2-digit' })}`,
    date_slash: () => `${part({ month: '2-digit' })}/${part({ day: '2-digit' })}/${part({ year: 'numeric' })}`,
    date,
    date_short: short,
    date_long: long,
    date_long_full: () => `${part({ weekday: 'long' })}, ${part({ month: 'long', day: 'numeric', year: 'numeric' })}`,
    date_pretty: () => near(at, context) ?? date(),
    date_short_pretty: () => near(at, context) ?? short(),
    date_long_pretty: () => near(at, context) ?? long(),
    day_divider_pretty: () => near(at, context) ?? `${part({ weekday: 'long' })}, ${date()}`,
    time: () => part({ hour: 'numeric', minute: '2-digit' }),
    time_secs: () => part({ hour: 'numeric', minute: '2-digit', second: '2-digit' }),
    ago: () => ago(at, context.now),
  };
}

/** A date as a reader's own client writes it: `{date_short} at {time}`. The fallback where the format says nothing. */
export function formatDate(timestamp: number, format: string, context: DateContext, fallback = ''): string {
  const at = timestamp * 1000;
  if (!Number.isFinite(at) || Number.isNaN(new Date(at).getTime()) || !/\{\w+\}/u.test(format))
    return fallback || format;
  const known = tokens(at, context);
  return format.replaceAll(/\{(\w+)\}/gu, (whole, name: string) => own(known, name)?.() ?? whole);
}
