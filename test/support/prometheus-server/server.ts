import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { idleConnections } from '../../../src/sandbox/idle.ts';
import { evaluate, keyOf, type Labels, matching, type StoredSeries } from './evaluate.ts';
import { ParseError, parseQuery } from './parse.ts';

export interface FakePrometheus extends AsyncDisposable {
  /** Without a slash at its end. */
  url: string;
  series: StoredSeries[];
  /** Answers this instead, as long as it is something. */
  fault?: ((request: IncomingMessage, response: ServerResponse) => boolean) | undefined;
  /** Method and path of what was asked. */
  asked: string[];
}

/** What the API answers 400 to. */
class BadData extends Error {}

/** A Prometheus on this machine with the series that it is given. */
export async function startPrometheus(): Promise<FakePrometheus> {
  const server = createServer(idleConnections);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const prometheus: FakePrometheus = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    series: [],
    asked: [],
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  server.on('request', (request, response) => {
    const url = new URL(request.url ?? '/', prometheus.url);
    prometheus.asked.push(`${request.method} ${url.pathname}`);
    if (prometheus.fault?.(request, response) === true) return;
    void readBody(request).then((body) => {
      send(response, url.pathname, new URLSearchParams([...url.searchParams, ...body]), prometheus.series);
    });
  });
  return prometheus;
}

async function readBody(request: IncomingMessage): Promise<URLSearchParams> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return new URLSearchParams(Buffer.concat(chunks).toString());
}

function send(response: ServerResponse, path: string, asked: URLSearchParams, all: readonly StoredSeries[]): void {
  const json = (status: number, body: object): void => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };
  try {
    const data = answer(path, asked, all);
    if (data === undefined) {
      response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('404 page not found\n');
    } else json(200, { status: 'success', data });
  } catch (error) {
    if (!(error instanceof BadData || error instanceof ParseError)) throw error;
    json(400, { status: 'error', errorType: 'bad_data', error: error.message });
  }
}

function answer(path: string, asked: URLSearchParams, all: readonly StoredSeries[]): unknown {
  if (path === '/api/v1/query_range') return queryRange(asked, all);
  if (path === '/api/v1/series') return allSeries(asked, all);
  const label = /^\/api\/v1\/label\/([^/]+)\/values$/.exec(path)?.[1];
  if (label === undefined) return undefined;
  return [...new Set(all.flatMap(({ labels }) => labels[label] ?? []))].sort();
}

function queryRange(asked: URLSearchParams, all: readonly StoredSeries[]): object {
  const [start, end, step] = [timeOf(asked, 'start'), timeOf(asked, 'end'), Number(asked.get('step'))];
  if (end < start) throw new BadData('invalid parameter "end": end timestamp must not be before start time');
  if (Number.isNaN(step)) {
    throw new BadData(`invalid parameter "step": cannot parse "${asked.get('step')}" to a valid duration`);
  }
  if (!(step > 0)) {
    const why = 'zero or negative query resolution step widths are not accepted. Try a positive integer';
    throw new BadData(`invalid parameter "step": ${why}`);
  }
  if ((end - start) / step > 11_000) {
    throw new BadData(
      'exceeded maximum resolution of 11,000 points per timeseries. Try decreasing the query resolution (?step=XX)',
    );
  }
  const query = parseQuery(asked.get('query') ?? '');
  const found = new Map<string, { metric: Labels; values: [number, string][] }>();
  for (let at = start; at <= end; at += step) {
    const values = evaluate(query, at, all);
    for (const { labels, value } of typeof values === 'number' ? [{ labels: {}, value: values }] : values) {
      const one = found.get(keyOf(labels)) ?? { metric: labels, values: [] };
      one.values.push([at, numberWord(value)]);
      found.set(keyOf(labels), one);
    }
  }
  return { resultType: 'matrix', result: [...found.values()] };
}

function timeOf(asked: URLSearchParams, name: string): number {
  const written = asked.get(name) ?? '';
  if (!/^\d+(?:\.\d+)?$/.test(written))
    throw new BadData(`invalid parameter "${name}": cannot parse "${written}" to a valid timestamp`);
  return Number(written);
}

function allSeries(asked: URLSearchParams, all: readonly StoredSeries[]): Labels[] {
  const [match] = asked.getAll('match[]');
  if (match === undefined) throw new BadData('no match[] parameter provided');
  try {
    const query = parseQuery(match);
    return query.type === 'selector' ? matching(query, all).map(({ labels }) => labels) : [];
  } catch (error) {
    if (error instanceof ParseError) throw new BadData(`invalid parameter "match[]": ${error.message}`);
    throw error;
  }
}

const numberWord = (value: number): string =>
  Number.isFinite(value) || Number.isNaN(value) ? `${value}` : value > 0 ? '+Inf' : '-Inf';
