import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { decodedPath } from '../decoded-path.ts';
import { isPerson, showPeople } from '../for-people.ts';
import { idleConnections } from '../idle.ts';
import { forPeople } from './for-people.ts';
import { type Answer, type Asked, answer } from './routes.ts';
import type { Person } from './shapes.ts';
import { Site, type SiteOptions } from './site.ts';
import { Views } from './views.ts';

export interface JiraOptions extends SiteOptions {
  /** @default any that is free */
  port?: number;
  /** Hears of each exchange that was answered. */
  onExchange?: (exchange: Exchange) => void;
}

export interface Exchange extends Pick<Asked, 'method' | 'path' | 'query' | 'body'> {
  answer: Answer;
}

export interface FakeJira extends AsyncDisposable {
  /** Without a slash at its end. */
  url: string;
  site: Site;
  /** Answers this instead, as long as it is something. */
  fault?: ((request: IncomingMessage, response: ServerResponse) => boolean) | undefined;
  /** Method and path of what was asked, with their queries. */
  asked: string[];
  /** The queries that were asked, in JQL. */
  queries: string[];
}

/** Whose token `ops` has in a Jira of the sandbox. */
export const usualOwner: Person = { id: 'ops', name: 'Ops', email: 'ops@sandbox.example', token: 'jira-token' };

/** A Jira on this machine that keeps what it is told: as Jira Cloud, or as Jira Server. It has nothing but its owner at first. */
export async function startJira({ port = 0, onExchange, ...options }: JiraOptions = {}): Promise<FakeJira> {
  const site = new Site(options);
  site.people.push({ ...usualOwner });
  const server = createServer(idleConnections);
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const jira: FakeJira = {
    ...{ url, site, asked: [], queries: [] },
    [Symbol.asyncDispose]: () => close(server),
  };
  const views = new Views(site, `${url}/`);
  server.on('request', (request, response) => {
    jira.asked.push(`${request.method} ${request.url}`);
    if (jira.fault?.(request, response) === true) return;
    void readBody(request).then((body) => {
      const { pathname, searchParams } = new URL(request.url ?? '/', url);
      if (isPerson(request)) return showPeople(response, 'Jira', forPeople(decodedPath(pathname), site));
      if (typeof body['jql'] === 'string') jira.queries.push(body['jql']);
      const wanted = { method: request.method ?? 'GET', path: decodedPath(pathname), query: searchParams, body };
      const { authorization } = request.headers;
      const told = answer({ ...wanted, authorization, site, views });
      onExchange?.({ ...wanted, answer: told });
      send(response, told);
    });
  });
  return jira;
}

async function readBody(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  try {
    return JSON.parse(Buffer.concat(chunks).toString() || '{}');
  } catch {
    return {};
  }
}

function send(response: ServerResponse, { status, headers = {}, body }: Answer): void {
  const type = typeof body === 'string' ? 'text/html;charset=UTF-8' : 'application/json;charset=UTF-8';
  const content = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body);
  response.writeHead(status, { ...(body === undefined ? {} : { 'content-type': type }), ...headers }).end(content);
}

async function close(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}
