import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { idleConnections } from '../../../src/sandbox/idle.ts';
import { TeamcityFarm } from './farm.ts';
import { type Answer, answer } from './routes.ts';

export interface FakeTeamcity extends AsyncDisposable {
  /** With the path that it stands at, without a slash at its end. */
  url: string;
  farm: TeamcityFarm;
  /** Answers this instead, as long as it is something. */
  fault?: ((request: IncomingMessage, response: ServerResponse) => boolean) | undefined;
  /** Method and path of what was asked, with their queries, decoded. */
  asked: string[];
  /** Where what was asked or answered is not as the contract has it. */
  problems: string[];
}

export const usualToken = 'teamcity-token';
/** Whose it is may look, and nothing else. */
export const readerToken = 'reader-token';
const context = '/tc';

/** A TeamCity on this machine that keeps what it is told: build configurations, a queue, agents, logs that grow. */
export async function startTeamcity(): Promise<FakeTeamcity> {
  const farm = new TeamcityFarm();
  const server = createServer(idleConnections);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}${context}`;
  const fake: FakeTeamcity = {
    ...{ url, farm, asked: [], problems: [] },
    [Symbol.asyncDispose]: () => close(server),
  };
  server.on('request', (request, response) => {
    fake.asked.push(decodeURIComponent(`${request.method} ${request.url}`.replaceAll('+', ' ')));
    if (fake.fault?.(request, response) === true) return;
    void readBody(request).then((body) => reply(request, response, { body, fake }));
  });
  return fake;
}

function reply(
  request: IncomingMessage,
  response: ServerResponse,
  { body, fake }: { body: string; fake: FakeTeamcity },
) {
  const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
  if (token !== usualToken && token !== readerToken) {
    response
      .writeHead(401, { 'content-type': 'text/plain' })
      .end('Authentication required\nTo login manually go to "/login.html" page');
    return;
  }
  const isContent = request.url?.includes('/artifacts/content/') === true;
  if (!isContent && !(request.headers.accept ?? '').includes('application/json')) {
    response
      .writeHead(200, { 'content-type': 'application/xml' })
      .end('<?xml version="1.0" encoding="UTF-8"?><builds/>');
    return;
  }
  const asked = new URL(request.url ?? '/', fake.url);
  const answered = answer({
    ...{ method: request.method ?? 'GET', path: asked.pathname.slice(context.length), query: asked.searchParams },
    ...{ body, farm: fake.farm, url: fake.url, isReader: token === readerToken },
  });
  fake.problems.push(...(answered.problems ?? []).map((problem) => `${request.method} ${asked.pathname}: ${problem}`));
  send(response, answered);
}

function send(response: ServerResponse, { status, body }: Answer): void {
  const type = Buffer.isBuffer(body) ? 'application/octet-stream' : 'application/json';
  response.writeHead(status, { 'content-type': type }).end(Buffer.isBuffer(body) ? body : JSON.stringify(body));
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

async function close(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}
