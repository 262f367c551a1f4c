import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { type WebSocket, WebSocketServer } from 'ws';

export interface OddSlack {
  apiUrl: string;
  /** Every connection that was made, oldest first. */
  connections: WebSocket[];
  /** What came back through any of them. */
  heard: Record<string, unknown>[];
  /** The methods of the Web API that were called, oldest first. */
  calls: string[];
  /** What it does; may be changed while it runs. */
  settings: OddSlackSettings;
  /** Sends a frame through the newest connection, as it is. */
  send(frame: object | string): void;
  close(): Promise<void>;
}

export interface OddSlackSettings {
  /** Without it, nobody who connects hears a word. */
  hello: boolean;
  /** It takes no more connections than these, as Slack takes ten. */
  most: number;
  /** Seconds that it promises a connection. */
  lifetime: number | undefined;
  /** What it calls itself. */
  host: string;
  /** Its answer to calls of a method, instead of yes. */
  refuse: Record<string, string>;
}

/** A Slack that says whatever a test wants it to say. It lets everybody in. */
export async function startOddSlack(options: Partial<OddSlackSettings> = {}): Promise<OddSlack> {
  const usual = { hello: true, most: Number.POSITIVE_INFINITY, lifetime: undefined, host: '127.0.0.1', refuse: {} };
  const settings: OddSlackSettings = { ...usual, ...options };
  const connections: WebSocket[] = [];
  const heard: Record<string, unknown>[] = [];
  const calls: string[] = [];
  const server = createServer((request, response) => {
    request.resume();
    const { port } = server.address() as AddressInfo;
    const method = request.url?.split('/').at(-1) ?? '';
    calls.push(method);
    const error = settings.refuse[method];
    const answer =
      error !== undefined
        ? { ok: false, error }
        : {
            ok: true,
            ts: `${Math.floor(Date.now() / 1000)}.${String(calls.length).padStart(6, '0')}`,
            url: `ws://${settings.host}:${port}/link`,
            user_id: 'UBOT',
            bot_id: 'B1',
            team_id: 'T1',
            team: 'Odd',
            user: 'ops',
          };
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  });
  const sockets = new WebSocketServer({ server });
  sockets.on('connection', (socket) => {
    connections.push(socket);
    socket.on('message', (data) => heard.push(JSON.parse(String(data))));
    if (connections.filter(({ readyState }) => readyState === 1).length > settings.most) {
      socket.send('{"type":"disconnect","reason":"too_many_websockets"}');
      return socket.close(1000);
    }
    const debug_info = { approximate_connection_time: settings.lifetime };
    if (settings.hello) socket.send(JSON.stringify({ type: 'hello', num_connections: 1, debug_info }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = async (): Promise<void> => {
    for (const socket of connections) socket.terminate();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  onTestFinished(close);
  return {
    apiUrl: `http://${settings.host}:${(server.address() as AddressInfo).port}/api/`,
    connections,
    heard,
    calls,
    settings,
    send: (frame) => connections.at(-1)?.send(typeof frame === 'string' ? frame : JSON.stringify(frame)),
    close,
  };
}
