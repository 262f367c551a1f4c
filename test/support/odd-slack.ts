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
  /** Sends a frame through the newest connection, as it is. */
  send(frame: object | string): void;
  close(): Promise<void>;
}

/** A Slack that says whatever a test wants it to say. It lets everybody in; `hello: false` leaves them without a word. */
export async function startOddSlack({ hello = true } = {}): Promise<OddSlack> {
  const connections: WebSocket[] = [];
  const heard: Record<string, unknown>[] = [];
  const server = createServer((request, response) => {
    request.resume();
    const { port } = server.address() as AddressInfo;
    const answer = {
      ok: true,
      url: `ws://127.0.0.1:${port}/link`,
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
    if (hello) socket.send('{"type":"hello","num_connections":1}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = async (): Promise<void> => {
    for (const socket of connections) socket.terminate();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  onTestFinished(close);
  return {
    apiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`,
    connections,
    heard,
    send: (frame) => connections.at(-1)?.send(typeof frame === 'string' ? frame : JSON.stringify(frame)),
    close,
  };
}
