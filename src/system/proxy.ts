import { rootCertificates } from 'node:tls';
import type { HttpProxy } from '../context/system.ts';

type Environment = Readonly<Record<string, string | undefined>>;

export interface ProxySettings {
  httpProxy: string;
  httpsProxy: string;
  noProxy: string;
}

/** What is on this machine is never asked for through a proxy. */
const here = ['localhost', '127.0.0.1', '::1'];

/** What the environment says of proxies, in small letters or in capitals; undefined where it names none. */
export function proxySettings(env: Environment): ProxySettings | undefined {
  const one = (name: string): string => env[name] || env[name.toUpperCase()] || '';
  const httpProxy = withScheme(one('http_proxy'));
  const httpsProxy = withScheme(one('https_proxy'));
  if (httpProxy === '' && httpsProxy === '') return undefined;
  return { httpProxy, httpsProxy, noProxy: [...here, one('no_proxy')].filter(Boolean).join(',') };
}

/** `proxy.example.com:3128` is meant as an address. */
function withScheme(address: string): string {
  return address === '' || address.includes('://') ? address : `http://${address}`;
}

/** The ways through it. Loaded only where there is one: undici takes 80 ms. */
export async function openProxy(settings: ProxySettings): Promise<HttpProxy> {
  const { EnvHttpProxyAgent, fetch } = await import('undici');
  // Over HTTP/2 a WebSocket would share its connection, and few proxies let one through that is not in a tunnel.
  const options = { ...settings, allowH2: false };
  const agent = new EnvHttpProxyAgent(options);
  const withAgent = (...[address, init]: Parameters<typeof fetch>) => fetch(address, { ...init, dispatcher: agent });
  return {
    address: shownAddress(settings.httpsProxy || settings.httpProxy),
    fetch: withAgent as unknown as typeof globalThis.fetch,
    dispatcher: new EnvHttpProxyAgent({ ...options, proxyTunnel: true }),
  };
}

/** Milliseconds that a connection waits for the next request: to make another one takes longer than many a line. */
const keepAliveTimeout = 30_000;

/** What small texts, there and back, need of `fetch`. Loaded where undici is anyway. `connect` is how to trust a server. */
export async function openQuickFetch(connect: object = {}): Promise<typeof globalThis.fetch> {
  const { Agent, request, Response } = await import('undici');
  // Over HTTP/2 all requests would share one connection: where that is cut off unnoticed, all of them go unanswered.
  const dispatcher = new Agent({ keepAliveTimeout, connect, allowH2: false });
  const ask = async (address: string, { method = 'GET', headers, body, signal }: RequestInit = {}) => {
    // Who says nothing may be answered in gzip; what a server calls its status may hold what no `Response` takes.
    const plain = { ...headers, 'accept-encoding': 'identity' };
    const options = { method, headers: plain, body, signal, dispatcher } as Parameters<typeof request>[1];
    const { statusCode: status, headers: answered, body: read } = await request(address, options);
    const text = await read.text();
    return new Response(text === '' ? null : text, { status, headers: answered as Record<string, string> });
  };
  return ask as unknown as typeof globalThis.fetch;
}

/** Without what may be a secret in it. */
function shownAddress(address: string): string {
  return URL.parse(address)?.host ?? 'an address that cannot be read';
}

const trusting = new Map<string, typeof fetch>();

/**
 * Asks servers whose certificates these authorities vouch for, besides those that Node knows; through a proxy, where the
 * environment names one. Loaded only where authorities are configured.
 */
export async function fetchTrusting(ca: string, env: Environment): Promise<typeof fetch> {
  const before = trusting.get(ca);
  if (before !== undefined) return before;
  const { Agent, EnvHttpProxyAgent, fetch: ask } = await import('undici');
  const authorities = { ca: [...rootCertificates, ca] };
  const settings = proxySettings(env);
  const dispatcher =
    settings === undefined
      ? new Agent({ connect: authorities })
      : new EnvHttpProxyAgent({ ...settings, connect: authorities, requestTls: authorities });
  const trusted = ((...[address, init]: Parameters<typeof ask>) =>
    ask(address, { ...init, dispatcher })) as unknown as typeof fetch;
  trusting.set(ca, trusted);
  return trusted;
}
