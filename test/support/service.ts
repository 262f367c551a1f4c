import type { Clock } from '../../src/context/host.ts';
import { type Client, type ClientOptions, createClient } from '../../src/services/client/client.ts';
import { createHttp } from '../../src/system/http.ts';

/** A clock whose time passes at once: what sleeps is told of, and goes on. */
export function hastyClock(start = new Date('2026-11-21T12:00:00Z')): Clock & { slept: number[] } {
  let now = start.getTime();
  const slept: number[] = [];
  return {
    slept,
    now: () => new Date(now),
    sleep: async (ms, signal) => {
      signal?.throwIfAborted();
      slept.push(ms);
      now += ms;
    },
  };
}

/** Asks a server of this machine as commands do. */
export function clientOf(url: string, options: Partial<ClientOptions> = {}): Client {
  const clock = hastyClock();
  const signal = new AbortController().signal;
  const usual = { system: 'Jenkins', section: 'jenkins', headers: {}, http: createHttp(), clock, signal };
  return createClient({ ...usual, url, ...options });
}

export const basic = (user: string, secret: string): Record<string, string> => ({
  authorization: `Basic ${Buffer.from(`${user}:${secret}`).toString('base64')}`,
});
