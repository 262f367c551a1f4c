import { OpsError } from '../context/errors.ts';
import type { Http, HttpOptions, HttpResponse, SaveOptions } from '../context/system.ts';

const mostBody = 10 * 2 ** 20;

const causes: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'the connection was refused',
  ECONNRESET: 'the connection was broken off',
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'the name could not be looked up',
  ETIMEDOUT: 'no connection came about',
  EHOSTUNREACH: 'there is no way to it',
  ENETUNREACH: 'there is no way to its network',
  UND_ERR_CONNECT_TIMEOUT: 'no connection came about',
  UND_ERR_SOCKET: 'the connection was broken off',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is signed by itself',
  SELF_SIGNED_CERT_IN_CHAIN: 'its certificate is signed by nobody known',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate is signed by nobody known',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'its certificate is signed by nobody known',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another host',
};

/** Requests over the network. Messages name the host alone: paths, queries and credentials may hold secrets. */
export function createHttp(ask: typeof fetch = fetch, trust?: (ca: string) => Promise<typeof fetch>): Http {
  return async (address, options = {}) => {
    const { url, authorization } = readAddress(address);
    const headers = toHeaders(url, options.headers);
    if (authorization !== undefined && !headers.has('authorization')) headers.set('authorization', authorization);
    const timeout = options.timeout ?? 15_000;
    const timer = new AbortController();
    const timing = setTimeout(() => timer.abort(), timeout);
    try {
      const way = options.ca === undefined || trust === undefined ? ask : await trust(options.ca);
      return await request(way, url, headers, options, { signal: timer.signal, more: () => timing.refresh() });
    } catch (error) {
      if (options.signal?.aborted) throw reasonOf(options.signal);
      if (timer.signal.aborted)
        throw new OpsError('unavailable', `${url.host} did not answer within ${timeout / 1000} s`);
      throw error instanceof OpsError ? error : unreachable(url, error);
    } finally {
      clearTimeout(timing);
    }
  };
}

async function request(
  ask: typeof fetch,
  url: URL,
  headers: Headers,
  options: HttpOptions,
  late: { signal: AbortSignal; more(): void },
): Promise<HttpResponse> {
  const response = await ask(url, {
    method: options.method ?? 'GET',
    headers,
    signal: options.signal === undefined ? late.signal : AbortSignal.any([options.signal, late.signal]),
    ...(options.body === undefined ? {} : { body: options.body }),
    // Who asks for a file with a token means that one host.
    redirect: options.redirect ?? (options.save === undefined ? 'follow' : 'manual'),
  });
  const { status, headers: answered } = response;
  if (options.most !== undefined) return { status, headers: answered, ...(await readStart(response, options.most)) };
  if (options.save === undefined) return { status, headers: answered, text: await readBody(url, response) };
  return { status, headers: answered, text: '', ...(await saveBody(response, options.save, late.more)) };
}

/** No more of it is held than a part. */
async function saveBody(
  { body, ok }: Response,
  { path, largest = Number.POSITIVE_INFINITY, mode = 0o600, onBytes }: SaveOptions,
  more: () => void,
): Promise<{ isCut: boolean; bytes: number }> {
  if (!ok) await body?.cancel();
  if (!ok) return { isCut: false, bytes: 0 };
  const { open } = await import('node:fs/promises');
  await using file = await open(path, 'w', mode).catch((error: unknown) => Promise.reject(unwritten(path, error)));
  let bytes = 0;
  for await (const chunk of body ?? []) {
    more();
    if (bytes + chunk.length > largest) return { isCut: true, bytes };
    await file.writeFile(chunk).catch((error: unknown) => Promise.reject(unwritten(path, error)));
    bytes += chunk.length;
    onBytes?.(bytes);
  }
  return { isCut: false, bytes };
}

const diskCauses: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk is full for this user',
  EACCES: 'you may not write there',
  EROFS: 'the disk is read-only',
};

function unwritten(path: string, error: unknown): OpsError {
  const why = diskCauses[codeOf(error) ?? ''] ?? wordsOf(error);
  return new OpsError('failed', `${path} was not written: ${why}`, { cause: error });
}

async function readBody(url: URL, { body }: Response): Promise<string> {
  if (body === null) return '';
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > mostBody) throw new OpsError('unavailable', `${url.host} answered with more than 10 MB`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** What is more than `most` bytes, or half a character at their end, is not read. */
async function readStart({ body }: Response, most: number): Promise<{ text: string; isCut: boolean; bytes: number }> {
  const chunks: Uint8Array[] = [];
  let [size, isCut] = [0, false];
  for await (const chunk of body ?? []) {
    const part = chunk.subarray(0, most - size);
    chunks.push(part);
    size += part.length;
    isCut = part.length < chunk.length;
    if (isCut) break;
  }
  const read = Buffer.concat(chunks);
  const bytes = wholeCharacters(read);
  return { text: read.toString('utf8', 0, bytes), isCut, bytes };
}

/** Bytes up to the end of the last whole character of UTF-8. */
function wholeCharacters(bytes: Uint8Array): number {
  let lead = bytes.length - 1;
  while (lead > bytes.length - 4 && lead > 0 && ((bytes[lead] ?? 0) & 0xc0) === 0x80) lead -= 1;
  const first = bytes[lead] ?? 0;
  const length = 1 + [0xc0, 0xe0, 0xf0].filter((from) => first >= from).length;
  return lead >= 0 && lead + length > bytes.length ? lead : bytes.length;
}

function readAddress(address: string): { url: URL; authorization: string | undefined } {
  const url = URL.parse(address);
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) {
    const shown = address.replace(/[?#].*/s, '').replace(/\/\/[^/]*@/, '//');
    throw new OpsError('usage', `"${shown}" is not an address that can be asked`, { hint: 'https://host/path' });
  }
  if (url.username === '' && url.password === '') return { url, authorization: undefined };
  const credentials = `${decode(url.username)}:${decode(url.password)}`;
  url.username = '';
  url.password = '';
  return { url, authorization: `Basic ${Buffer.from(credentials).toString('base64')}` };
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function toHeaders(url: URL, given: HttpOptions['headers']): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(given ?? {})) {
    try {
      headers.set(name, value);
    } catch {
      throw new OpsError('usage', `the header ${JSON.stringify(name)} for ${url.host} holds what no header can`);
    }
  }
  return headers;
}

function unreachable(url: URL, error: unknown): OpsError {
  const code = codeOf(error);
  const words = code === undefined ? wordsOf(error) : (causes[code] ?? wordsOf(error));
  const shown = code === undefined ? words : `${words} (${code})`;
  return new OpsError('unavailable', `${url.host} cannot be reached: ${shown}`, { cause: error });
}

/** What the network said, under the wrappers; of several addresses that were tried, the first. */
function rootOf(error: unknown): unknown {
  if (error instanceof AggregateError && error.errors.length > 0) return rootOf(error.errors[0]);
  return error instanceof Error && error.cause !== undefined ? rootOf(error.cause) : error;
}

function codeOf(error: unknown): string | undefined {
  const { code } = (rootOf(error) ?? {}) as { code?: unknown };
  return typeof code === 'string' ? code : undefined;
}

function wordsOf(error: unknown): string {
  const root = rootOf(error);
  return root instanceof Error ? root.message : String(root);
}

function reasonOf({ reason }: AbortSignal): OpsError {
  return reason instanceof OpsError ? reason : new OpsError('cancelled', 'it was stopped', { cause: reason });
}
