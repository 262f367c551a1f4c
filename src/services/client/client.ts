import { OpsError } from '../../context/errors.ts';
import type { Clock } from '../../context/host.ts';
import type { Http, HttpOptions, HttpResponse, SaveOptions } from '../../context/system.ts';
import { afterwards } from './afterwards.ts';
import { type Asked, notJson, refusal, unanswered } from './failure.ts';
import { askOnwards } from './onwards.ts';
import { pauseBefore } from './retry.ts';

export { readRetryAfter } from './retry.ts';

export interface ClientOptions extends Asked {
  /** The address that paths are below, without a slash at its end. */
  url: string;
  headers: Readonly<Record<string, string>>;
  http: Http;
  clock: Pick<Clock, 'now' | 'sleep'>;
  /** PEM of the authorities that are trusted besides those of the machine. */
  ca?: string | undefined;
  /** Milliseconds. @default that of `http` */
  timeout?: number | undefined;
  signal: AbortSignal;
  /** What the system says was wrong, in a body of an error; empty where it says nothing. */
  faultOf?(body: string, headers: Headers): string;
}

export interface Call {
  method?: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE';
  query?: Readonly<Record<string, string | number | undefined>>;
  headers?: Readonly<Record<string, string>>;
  /** Sent as a form. */
  form?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  json?: unknown;
  /** Answers besides 2xx that are results. */
  takes?: readonly number[];
  /** To be asked again where no answer came, or a passing fault: it does nothing twice. @default GET and HEAD alone */
  isSafe?: boolean;
  redirect?: HttpOptions['redirect'];
  /** Goes on for a while after the run was stopped. */
  outlives?: boolean;
  /** Bytes that are read of the body. @default all */
  most?: number;
  /** Writes the body into a file instead. Where the system sends on to another host, the file comes from there. */
  save?: SaveOptions;
}

export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  /** There is more than `most`, or than is saved. */
  isCut: boolean;
  /** Of the text, where `most` was given, or of what was saved. */
  bytes: number;
  /** Throws OpsError where it is something else. */
  json(): unknown;
}

/** Milliseconds that what outlives the run has after its end. */
const lastPatience = 9000;

/** Asks one system. Paths begin with a slash; what is put into them is encoded by whoever puts it there. */
export type Client = (path: string, call?: Call) => Promise<Answer>;

export function createClient(options: ClientOptions): Client {
  let late: AbortSignal | undefined;
  const lateSignal = (): AbortSignal => {
    late ??= afterwards(options.signal, lastPatience);
    return late;
  };
  return async (path, call = {}) => {
    const url = new URL(`${options.url}${path}`);
    for (const [name, value] of Object.entries(call.query ?? {})) {
      if (value !== undefined) url.searchParams.set(name, `${value}`);
    }
    const address = `${url.origin}${url.pathname}`;
    const signal = call.outlives === true ? lateSignal() : options.signal;
    const response = await insist(url.href, call, { ...options, signal });
    const { status, headers, text, isCut = false, bytes = 0 } = response;
    if ((status < 200 || status > 299) && !call.takes?.includes(status)) {
      throw refusal(options, { address, status, said: options.faultOf?.(text, headers) ?? '', isSafe: isSafe(call) });
    }
    return {
      status,
      headers,
      text,
      isCut,
      bytes,
      json: () => readJson(text, { headers, address, isSafe: isSafe(call) }, options),
    };
  };
}

/** The same, where what is asked goes on for a while after the run was stopped. */
export function outliving(client: Client): Client {
  return (path, call) => client(path, { ...call, outlives: true });
}

async function insist(url: string, call: Call, options: ClientOptions): Promise<HttpResponse> {
  const { http, clock, signal } = options;
  const isAgain = isSafe(call);
  for (let attempt = 1; ; attempt++) {
    const ask = call.save === undefined ? http : askOnwards(http);
    const response = await ask(url, httpOptions(call, options)).catch((error: unknown) => {
      const pause = isPassing(error) ? pauseBefore(attempt, isAgain, 'no answer', clock.now()) : undefined;
      if (pause === undefined || signal.aborted) throw isPassing(error) ? unanswered(options, error, isAgain) : error;
      return pause;
    });
    if (typeof response === 'number') {
      await clock.sleep(response, signal);
      continue;
    }
    const said = { status: response.status, retryAfter: response.headers.get('retry-after') };
    const pause = pauseBefore(attempt, isAgain, said, clock.now());
    if (pause === undefined) return response;
    await clock.sleep(pause, signal);
  }
}

function httpOptions(call: Call, options: ClientOptions): HttpOptions {
  const { method = 'GET', headers, form, json, redirect, most, save } = call;
  const { timeout, ca, signal } = options;
  const body = form === undefined ? json && JSON.stringify(json) : `${new URLSearchParams({ ...form })}`;
  const type = form === undefined ? 'application/json' : 'application/x-www-form-urlencoded';
  return {
    method,
    headers: {
      accept: 'application/json',
      ...(body === undefined ? {} : { 'content-type': type }),
      ...options.headers,
      ...headers,
    },
    ...(body === undefined ? {} : { body: `${body}` }),
    ...(redirect === undefined ? {} : { redirect }),
    ...(most === undefined ? {} : { most }),
    ...(save === undefined ? {} : { save }),
    ...(timeout === undefined ? {} : { timeout }),
    ...(ca === undefined ? {} : { ca }),
    signal,
  };
}

/** It does nothing twice. */
const isSafe = ({ method = 'GET', isSafe: told }: Call): boolean => told ?? ['GET', 'HEAD'].includes(method);

const isPassing = (error: unknown): boolean => error instanceof OpsError && error.outcome === 'unavailable';

function readJson(
  text: string,
  { headers, address, isSafe: isAgain }: { headers: Headers; address: string; isSafe: boolean },
  asked: Asked,
): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw notJson(asked, { address, type: headers.get('content-type'), text, isSafe: isAgain });
  }
}
