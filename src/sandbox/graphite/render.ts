import { evaluate, InvalidParameter } from './evaluate.ts';
import { consolidate } from './functions.ts';
import type { Store, Stored } from './store.ts';
import { timeOf } from './time.ts';

/** The JSON of `/render`, as text: there are numbers in it that JSON has not. */
export function render(asked: URLSearchParams, store: Store): string {
  const now = Math.floor(store.now() / 1000);
  const [from, until] = [time(asked.get('from') ?? '-24h', now), time(asked.get('until') ?? 'now', now)];
  if (from === until) throw new InvalidParameter('Invalid empty time range');
  const typed = asked.get('maxDataPoints') ?? '';
  const most = /^\d+$/.test(typed) ? Number(typed) : Number.POSITIVE_INFINITY;
  if (most === 0) throw new RangeError('it divides by that');
  const window = { from: Math.min(from, until), until: Math.max(from, until) };
  const series = asked.getAll('target').flatMap((target) => evaluate(target, window, store));
  return `[${series.map((one) => written(atMost(one, most))).join(', ')}]`;
}

function time(typed: string, now: number): number {
  const found = timeOf(typed, now);
  if (found === undefined) throw new InvalidParameter(`Unknown day reference: ${typed}`);
  return found;
}

/** Bands begin where they would at any other time, so that a picture does not tremble. */
function atMost(series: Stored, most: number): Stored {
  const { start, step, values } = series;
  if (values.length <= most) return series;
  if (most <= 1) return consolidate(series, values.length);
  const count = Math.ceil(values.length / most);
  const nudge = count * step + (start % step) - (start % (count * step));
  const lost = Math.max(0, nudge / step - 1);
  return consolidate({ ...series, start: start + nudge, values: values.slice(lost) }, count);
}

function written({ name, start, step, values }: Stored): string {
  const points = values.map((value, index) => `[${numberWord(value)}, ${start + index * step}]`);
  return `{"target": ${JSON.stringify(name)}, "tags": {"name": ${JSON.stringify(name)}}, "datapoints": [${points.join(', ')}]}`;
}

function numberWord(value: number | null): string {
  if (value === null || Number.isNaN(value)) return 'null';
  if (Number.isFinite(value)) return `${value}`;
  return value > 0 ? '1e9999' : '-1e9999';
}
