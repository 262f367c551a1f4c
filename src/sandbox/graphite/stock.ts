import type { Metric, Store } from './store.ts';

const minute = 60;
const day = 86_400;

/** From 0 to 1, always the same of the same time and name. */
function noise(name: string, at: number): number {
  let hash = 2_166_136_261 ^ at;
  for (const letter of name) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16_777_619);
  hash = Math.imul(hash ^ (hash >>> 15), 2_246_822_507);
  hash = Math.imul(hash ^ (hash >>> 13), 3_266_489_909);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}

/** As people come: few at night, most in the evening. */
const busy = (at: number): number => 0.55 - 0.45 * Math.cos(((at % day) / day) * 2 * Math.PI - 1);

/** Whether something odd goes on: for 12 minutes, every three hours or so. */
const isOdd = (at: number): boolean => (at + 40 * minute) % (3 * 3600) < 12 * minute;

function metric(name: string, valueAt: (at: number, noise: number) => number | null, step = minute): [string, Metric] {
  return [name, { step, valueAt: (at) => rounded(valueAt(at, noise(name, at))) }];
}

const rounded = (value: number | null): number | null => (value === null ? null : Number(value.toPrecision(5)));

const hosts = ['web1', 'web2', 'web3'];

/** What a small shop is watched by: it is busy in the evening, now and then slow, and has been for ever. */
export function stockMetrics(store: Store): void {
  const all = [
    metric('shop.web.requests', (at, noise) => 900 * busy(at) * (0.9 + 0.2 * noise)),
    metric('shop.web.errors', (at, noise) => Math.floor((isOdd(at) ? 14 : 1.6) * busy(at) * noise * 2)),
    metric('shop.checkout.p50', (at, noise) => (isOdd(at) ? 190 : 120) * (0.9 + 0.2 * noise)),
    metric('shop.checkout.p95', (at, noise) => (isOdd(at) ? 620 : 310) * (0.85 + 0.3 * noise)),
    metric('shop.checkout.orders', (at, noise) => Math.round(40 * busy(at) * (0.7 + 0.6 * noise))),
    metric('shop.queue.waiting', (at, noise) => Math.floor(10 ** ((isOdd(at) ? 3 : 0.8) * (0.7 + 0.3 * noise)))),
    ...hosts.flatMap((host, index) => [
      metric(`shop.${host}.cpu`, (at, noise) => 12 + 50 * busy(at - index * 1800) * (0.8 + 0.4 * noise)),
      // One of them tells nothing for half an hour each day.
      metric(`shop.${host}.memory`, (at, noise) =>
        index === 2 && at % (6 * 3600) < 30 * minute
          ? null
          : 1.1e9 + index * 2e8 + ((at % day) / day) * 8e8 + noise * 3e7,
      ),
    ]),
  ];
  for (const [name, one] of all) store.add(name, one);
}
