import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Api } from '../api/api.ts';
import { readArguments, readBody } from '../api/body.ts';
import type { FaultLine } from '../api/faults.ts';
import { type Reply, refusal, send } from '../api/reply.ts';
import { respond } from '../api/response-url.ts';
import { largestRequest } from '../api/sizes.ts';
import type { SocketMode } from '../socket/socket.ts';
import { SlackError } from '../state/errors.ts';
import type { Workspace } from '../state/workspace.ts';
import { download, upload } from './files-http.ts';

export interface Doors {
  workspace: Workspace;
  api: Api;
  socket: SocketMode;
  faults: FaultLine;
}

interface Asked {
  request: IncomingMessage;
  url: URL;
  /** The address that the client used. */
  origin: string;
}

const loopback = /^(?:127\.\d+\.\d+\.\d+|localhost|\[::1\])(?::\d+)?$/iu;

const bearerOf = ({ headers }: IncomingMessage): string | undefined =>
  /^Bearer\s+(\S+)$/iu.exec(headers.authorization ?? '')?.[1];

const contentType = ({ headers }: IncomingMessage): string => headers['content-type'] ?? '';

/** The address that the client used; undefined when it is not one of this machine (a page elsewhere that points here). */
function originOf({ headers }: IncomingMessage): string | undefined {
  const host = headers.host ?? '';
  return loopback.test(host) ? `http://${host}` : undefined;
}

async function callApi({ api }: Doors, { request, url, origin }: Asked, method: string): Promise<Reply> {
  const body = await readBody(request, largestRequest);
  if (!body) return refusal('request_too_large', 413);
  const read = () => readArguments(url.searchParams, body, contentType(request));
  return api({ method, read, bearer: bearerOf(request), origin });
}

async function answerPress({ workspace }: Doors, request: IncomingMessage, key: string): Promise<Reply> {
  const body = await readBody(request, largestRequest);
  if (!body) return refusal('request_too_large', 413);
  try {
    respond(workspace, key, readArguments(new URLSearchParams(), body, contentType(request)).args);
    return { status: 200, body: 'ok' };
  } catch (error) {
    if (error instanceof SlackError) return refusal(error.error, 404);
    throw error;
  }
}

async function route(doors: Doors, asked: Asked): Promise<Reply> {
  const { request, url } = asked;
  const [, first = '', ...rest] = url.pathname.split('/');
  const posted = request.method === 'POST';
  if (first === 'api' && rest.length === 1) return callApi(doors, asked, rest[0] ?? '');
  if (first === 'upload' && posted) return upload(doors.workspace, doors.faults, request, rest.at(-1) ?? '');
  if (first === 'actions' && posted) return answerPress(doors, request, rest.at(-1) ?? '');
  if (first === 'files-pri') return download(doors.workspace, bearerOf(request), url.pathname);
  return { status: 404, body: 'not found' };
}

async function serve(doors: Doors, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const origin = originOf(request);
  if (origin === undefined) return send(response, { status: 403, body: 'this address is not of this machine' });
  const url = URL.parse(origin + (request.url ?? '/'));
  if (!url) return send(response, { status: 400, body: 'no such address' });
  try {
    send(response, await route(doors, { request, url, origin }));
  } catch (error) {
    if (request.readableAborted || response.headersSent) response.destroy();
    else send(response, { status: 500, body: { ok: false, error: 'internal_error', detail: String(error) } });
  }
}

function upgrade({ socket: socketMode }: Doors, request: IncomingMessage, socket: Duplex, head: Buffer): void {
  socket.on('error', () => socket.destroy());
  const origin = originOf(request);
  const url = origin === undefined ? undefined : URL.parse(origin + (request.url ?? '/'));
  if (url?.pathname === '/link/') socketMode.upgrade(request, socket, head, url.searchParams);
  else socket.end('HTTP/1.1 404 Not Found\r\nconnection: close\r\ncontent-length: 0\r\n\r\n');
}

/** The Web API, Socket Mode and files behind one port. */
export function createHttpServer(doors: Doors): Server {
  const server = createServer((request, response) => void serve(doors, request, response));
  // A client that reuses a connection at the moment when it is closed for idleness would see a failed call.
  server.keepAliveTimeout = 120_000;
  server.on('upgrade', (request, socket, head) => upgrade(doors, request, socket, head));
  return server;
}
