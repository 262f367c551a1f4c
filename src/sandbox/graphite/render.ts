import { evaluate, InvalidParameter } from './evaluate.ts';
import { consolidate } from './functions.ts';
import type { Store, Stored } from './store.ts';
import { timeOf } from './time.ts';

/** The JSON of `/render`, as text: there are numbers in it that JSON has not. */
export function render(asked: URLSearchParams, store: Store): string {
  const now = Math.floor(store.now() / 1000);
  const [from, until] = [
    time('from', asked.get('from') ?? '-24h', now),
    time('until', asked.get('until') ?? 'now', now),
  ];
  if (from === until) throw new InvalidParameter('Invalid empty time range');
  const most = asked.get('maxDataPoints');
  if (most !== null && !/^\d+$/.test(most))
    throw new InvalidParameter(`Invalid int value '${most}' for param maxDataPoints`);
  const window = { from: Math.min(from, until), until: Math.max(from, until) };
  const series = asked.getAll('target').flatMap((target) => evaluate(target, window, store));
  return `[${series.map((one) => written(atMost(one, Number(most ?? Number.POSITIVE_INFINITY)))).join(', ')}]`;
}

function time(name: string, typed: string, now: number): number {
  const found = timeOf(typed, now);
  if (found === undefined)
    throw new InvalidParameter(`Invalid value '${typed}' for param ${name}: Unknown day reference`);
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
