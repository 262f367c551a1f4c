import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { decodedPath } from '../decoded-path.ts';
import { isPerson, showPeople } from '../for-people.ts';
import { idleConnections } from '../idle.ts';
import { type Answer, type Asked, fault } from './asked.ts';
import { forPeople } from './for-people.ts';
import { Forge } from './forge.ts';
import { answer } from './routes.ts';
import { Views } from './views.ts';

export const tokens = { ops: 'github-token', reader: 'github-reader-token' } as const;

export interface FakeGitHub extends AsyncDisposable {
  /** Without a slash at its end. */
  url: string;
  forge: Forge;
  /** Answers this instead, as long as it is something. */
  fault?: ((request: IncomingMessage, response: ServerResponse) => boolean) | undefined;
  /** Method and path of what was asked, with their queries. */
  asked: string[];
  /** How often it said that nothing has changed. */
  unchanged: number;
  /** The same of the storage, which is another host, with what authorized it. */
  stored: string[];
  /** Where an exchange was not as GitHub describes it. */
  broken: string[];
}

/** What was asked, and what it answered. */
export interface Exchange {
  method: string;
  path: string;
  query: Readonly<Record<string, string>>;
  headers: Readonly<Record<string, string>>;
  body: unknown;
  status: number;
  answer: unknown;
}

/** Says what is wrong with an exchange; undefined where it does not know such a call. */
export type Judge = (exchange: Exchange) => string[] | undefined;

/** A GitHub on this machine that keeps what it is told, and a storage beside it that logs and artifacts are read from. */
export async function startGithub({ judge }: { judge?: Judge | undefined } = {}): Promise<FakeGitHub> {
  const forge = new Forge();
  const storage = await serve((request, response) => sendStored(request, response, fake));
  const api = await serve((request, response) => {
    fake.asked.push(`${request.method} ${request.url}`);
    if (fake.fault?.(request, response) === true) return;
    void readBody(request).then((body) => {
      const url = new URL(request.url ?? '/', api.url);
      const path = decodedPath(url.pathname);
      if (isPerson(request)) return showPeople(response, 'GitHub', forPeople(path, forge));
      const told = authorized(
        request,
        { method: request.method ?? '', path, query: url.searchParams, body },
        fake,
        storage.url,
      );
      const exchange = {
        method: request.method ?? '',
        path: url.pathname,
        query: Object.fromEntries(url.searchParams),
      };
      const headers = { 'content-type': 'application/json' };
      const said = judge?.({ ...exchange, headers, body, status: told.status, answer: told.body ?? null });
      fake.broken.push(...(said ?? []));
      send(request, response, told, fake);
    });
  });
  const fake: FakeGitHub = {
    ...{ url: api.url, forge, asked: [], unchanged: 0, stored: [], broken: [] },
    [Symbol.asyncDispose]: async () => {
      await Promise.all([close(api.server), close(storage.server)]);
    },
  };
  return fake;
}

type Wanted = Pick<Asked, 'method' | 'path' | 'query' | 'body'>;

function authorized({ headers }: IncomingMessage, wanted: Wanted, { url, forge }: FakeGitHub, storage: string): Answer {
  const token = /^(?:Bearer|token) (.+)$/i.exec(headers.authorization ?? '')?.[1];
  const [login] = Object.entries(tokens).find(([, one]) => one === token) ?? [];
  if (login === undefined) return fault(401, 'Bad credentials');
  const isReader = login === 'reader';
  return answer({ ...wanted, login, isReader }, { forge, views: new Views(url), root: url, storage });
}

function send(request: IncomingMessage, response: ServerResponse, { status, body, headers }: Answer, fake: FakeGitHub) {
  const isText = typeof body === 'string';
  const content = body === undefined ? '' : isText ? body : JSON.stringify(body);
  const etag = `"${createHash('sha1').update(content).digest('hex')}"`;
  if (request.method === 'GET' && status === 200 && request.headers['if-none-match'] === etag) {
    fake.unchanged += 1;
    response.writeHead(304, { etag }).end();
    return;
  }
  const type = isText ? 'application/vnd.github.raw+json; charset=utf-8' : 'application/json; charset=utf-8';
  const tag = status === 200 && request.method === 'GET' ? { etag } : {};
  response.writeHead(status, { 'content-type': type, ...tag, ...headers }).end(content);
}

/** As a storage does: whoever knows the address may read, and a token is too much. */
function sendStored(request: IncomingMessage, response: ServerResponse, { forge, stored }: FakeGitHub): void {
  const { authorization, range } = request.headers;
  stored.push([request.url, range, authorization].filter(Boolean).join(' '));
  if (authorization !== undefined) return void response.writeHead(400).end('one authorization too many');
  const [, kind, id] = /^\/(logs|artifacts)\/(\d+)/.exec(request.url ?? '') ?? [];
  const runs = [...forge.repositories.values()].flatMap((repository) => repository.runs);
  const zip = runs.flatMap(({ artifacts }) => artifacts).find((one) => `${one.id}` === id)?.content;
  if (kind === 'artifacts' && zip !== undefined) {
    return void response.writeHead(200, { 'content-type': 'application/zip' }).end(zip);
  }
  const log = runs.flatMap(({ jobs }) => jobs).find((job) => `${job.id}` === id)?.log;
  if (log === undefined) return void response.writeHead(404).end();
  const from = Number(/^bytes=(\d+)-$/.exec(range ?? '')?.[1] ?? 0);
  if (from > 0 && from >= log.length) return void response.writeHead(416).end();
  response.writeHead(range === undefined ? 200 : 206, { 'content-type': 'text/plain' }).end(log.subarray(from));
}

async function serve(listener: RequestListener): Promise<{ server: Server; url: string }> {
  const server = createServer(idleConnections, listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

async function readBody(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  return text === '' ? {} : JSON.parse(text);
}

async function close(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}
