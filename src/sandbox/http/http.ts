import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Api } from '../api/api.ts';
import { readArguments, readBody } from '../api/body.ts';
import type { FaultLine } from '../api/faults.ts';
import { type Reply, refusal, send } from '../api/reply.ts';
import { respond } from '../api/response-url.ts';
import { idleConnections } from '../idle.ts';
import type { SocketMode } from '../socket/socket.ts';
import { SlackError } from '../state/errors.ts';
import type { Keeper } from '../state/save.ts';
import { largestRequest } from '../state/sizes.ts';
import type { Workspace } from '../state/workspace.ts';
import type { Control } from './control.ts';
import { download, upload } from './files-http.ts';
import type { PageServer } from './page/server.ts';
import type { Exchange, Recorder } from './record.ts';

export interface Doors {
  workspace: Workspace;
  api: Api;
  socket: SocketMode;
  faults: FaultLine;
  page: PageServer;
  steering: Control;
  recorder: Recorder;
  keeper: Keeper;
}

interface Asked {
  request: IncomingMessage;
  url: URL;
  /** The address that the client used. */
  origin: string;
  exchange: Exchange;
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

const tooLarge: Reply = { ...refusal('request_too_large', 413), headers: { connection: 'close' } };

async function callApi({ api }: Doors, { request, url, origin, exchange }: Asked, method: string): Promise<Reply> {
  const body = await readBody(request, largestRequest);
  if (!body) return tooLarge;
  exchange.body(body);
  const read = () => readArguments(url.searchParams, body, contentType(request));
  return api({ method, read, bearer: bearerOf(request), origin, size: body.length });
}

async function answerPress({ workspace }: Doors, { request, exchange }: Asked, key: string): Promise<Reply> {
  const body = await readBody(request, largestRequest);
  if (!body) return tooLarge;
  exchange.body(body);
  try {
    respond(workspace, key, readArguments(new URLSearchParams(), body, contentType(request)).args);
    return { status: 200, body: 'ok' };
  } catch (error) {
    if (error instanceof SlackError)
      return refusal(error.error, /^(?:used|expired)_url$/u.test(error.error) ? 404 : 400);
    throw error;
  }
}

/** For who has a token of this workspace, or for the page, whose images bring none. */
function sendFile({ workspace, page }: Doors, request: IncomingMessage, path: string): Reply {
  const bearer = bearerOf(request);
  const caller = bearer === undefined ? undefined : workspace.callers.get(bearer);
  const isKnown = caller === undefined ? page.cookie.isIn(request.headers) : caller.kind !== 'app';
  return isKnown ? download(workspace, path) : { status: 403, body: 'a token of this workspace is needed' };
}

async function route(doors: Doors, asked: Asked): Promise<Reply> {
  const { request, url } = asked;
  const [, first = '', ...rest] = url.pathname.split('/');
  const posted = request.method === 'POST';
  if (first === 'api' && rest.length === 1) return callApi(doors, asked, rest[0] ?? '');
  if (first === 'upload' && posted) return upload(doors.workspace, doors.faults, request, rest.at(-1) ?? '');
  if ((first === 'actions' || first === 'commands') && posted) return answerPress(doors, asked, rest.at(-1) ?? '');
  if (first === 'files-pri') return sendFile(doors, request, url.pathname);
  return { status: 404, body: 'not found' };
}

/** The Web API and its like, written down where there is a record. */
async function recorded(doors: Doors, asked: Omit<Asked, 'exchange'>): Promise<Reply> {
  const exchange = doors.recorder.request(asked.request, asked.url);
  const reply = await route(doors, { ...asked, exchange });
  exchange.answer(reply);
  return reply;
}

async function serve(doors: Doors, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const origin = originOf(request);
  if (origin === undefined) return send(response, { status: 403, body: 'this address is not of this machine' });
  const url = URL.parse(origin + (request.url ?? '/'));
  if (!url) return send(response, { status: 400, body: 'no such address' });
  try {
    if (doors.page.serves(url.pathname)) await doors.page.serve(response, { request, url, origin });
    else if (/^\/control(?:\/|$)/u.test(url.pathname)) send(response, await doors.steering.serve(request, url));
    else send(response, await recorded(doors, { request, url, origin }));
    if (request.method === 'POST') doors.keeper.changed();
  } catch (error) {
    if (request.readableAborted || response.headersSent) response.destroy();
    else send(response, { status: 500, body: { ok: false, error: 'internal_error', detail: String(error) } });
  }
}

function upgrade({ socket: socketMode, page }: Doors, request: IncomingMessage, socket: Duplex, head: Buffer): void {
  socket.on('error', () => socket.destroy());
  const origin = originOf(request);
  const url = origin === undefined ? undefined : URL.parse(origin + (request.url ?? '/'));
  if (url?.pathname === '/link/') socketMode.upgrade(request, socket, head, url.searchParams);
  else if (url && url.pathname === '/page/live') page.upgrade(request, socket, head, url, url.origin);
  else socket.end('HTTP/1.1 404 Not Found\r\nconnection: close\r\ncontent-length: 0\r\n\r\n');
}

/** The Web API, Socket Mode, files and the page behind one port. */
export function createHttpServer(doors: Doors): Server {
  const server = createServer(idleConnections, (request, response) => void serve(doors, request, response));
  server.on('upgrade', (request, socket, head) => {
    try {
      upgrade(doors, request, socket, head);
    } catch {
      socket.destroy();
    }
  });
  return server;
}
