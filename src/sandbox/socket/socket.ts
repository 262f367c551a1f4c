import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { isRecord } from '../api/blocks/rules.ts';
import { largestFrame } from '../api/sizes.ts';
import type { Changes } from '../state/changes.ts';
import type { Connection, Delivery } from './delivery.ts';

export type DisconnectReason = 'warning' | 'refresh_requested' | 'link_disabled' | 'too_many_websockets';

export interface Tickets {
  issue(ticket: string): void;
}

export interface SocketMode extends Tickets {
  /** Takes a WebSocket's handshake, if it brings a ticket. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer, query: URLSearchParams): void;
  connections(): number;
  disconnect(reason: DisconnectReason): void;
  drop(): void;
  close(): void;
}

export interface SocketOptions {
  appId: string;
  pingInterval: number;
  warningPeriod: number;
  delivery: Delivery;
  changes: Changes;
}

const mostConnections = 10;
const host = 'applink-sandbox';
const lifetime = 18_060;
/** A connection that was told to go and stays is ended. */
const patience = 10_000;

const disconnectFrame = (reason: DisconnectReason): string =>
  JSON.stringify({ type: 'disconnect', reason, debug_info: { host } });

const helloFrame = (connections: number, appId: string): string =>
  JSON.stringify({
    type: 'hello',
    num_connections: connections,
    debug_info: { host, build_number: 10, approximate_connection_time: lifetime },
    connection_info: { app_id: appId },
  });

/** An ack is `{"envelope_id": …}`, with or without a payload. Anything else is ignored. */
function readAck(frame: string): { id: string; payload: unknown } | undefined {
  try {
    const value: unknown = JSON.parse(frame);
    return isRecord(value) && typeof value['envelope_id'] === 'string'
      ? { id: value['envelope_id'], payload: value['payload'] }
      : undefined;
  } catch {
    return undefined;
  }
}

function keepAlive(socket: WebSocket, interval: number): () => void {
  if (interval <= 0) return () => {};
  let answered = true;
  socket.on('pong', () => {
    answered = true;
  });
  const timer = setInterval(() => {
    if (!answered) return socket.terminate();
    answered = false;
    socket.ping(`Ping from ${host}`);
  }, interval);
  return () => clearInterval(timer);
}

const later = (task: () => void, delay: number): void => {
  setTimeout(task, delay).unref();
};

function dismiss(socket: WebSocket, reason: DisconnectReason, warningPeriod: number): void {
  if (socket.readyState !== socket.OPEN) return;
  socket.send(disconnectFrame(reason));
  if (reason === 'warning') later(() => dismiss(socket, 'refresh_requested', warningPeriod), warningPeriod);
  else later(() => socket.close(1000), patience);
}

function refuse(socket: WebSocket): void {
  socket.on('error', () => socket.terminate());
  socket.send(disconnectFrame('too_many_websockets'));
  socket.close(1000);
}

/** A new connection: hello, then what waited for it. */
function welcome(socket: WebSocket, sockets: Set<WebSocket>, options: SocketOptions): void {
  const { appId, delivery, changes } = options;
  sockets.add(socket);
  const stopPings = keepAlive(socket, options.pingInterval);
  const connection: Connection = {
    isOpen: () => socket.readyState === socket.OPEN,
    send: (frame) => socket.send(frame),
  };
  socket.on('error', () => socket.terminate());
  socket.on('message', (data, isBinary) => {
    const ack = isBinary ? undefined : readAck(String(data));
    if (ack) delivery.acknowledge(ack.id, ack.payload);
  });
  socket.on('close', () => {
    stopPings();
    sockets.delete(socket);
    delivery.remove(connection);
    changes.tell({ type: 'connections', count: sockets.size });
  });
  socket.send(helloFrame(sockets.size, appId));
  delivery.add(connection);
  changes.tell({ type: 'connections', count: sockets.size });
}

/** Socket Mode: tickets, connections, acks, pings. */
export function createSocketMode(options: SocketOptions): SocketMode {
  const server = new WebSocketServer({ noServer: true, maxPayload: largestFrame, clientTracking: false });
  const tickets = new Set<string>();
  const sockets = new Set<WebSocket>();
  const drop = (): void => {
    for (const socket of sockets) socket.terminate();
  };
  return {
    issue: (ticket) => void tickets.add(ticket),
    upgrade(request, socket, head, query) {
      if (!tickets.delete(query.get('ticket') ?? '')) {
        socket.end('HTTP/1.1 403 Forbidden\r\nconnection: close\r\ncontent-length: 0\r\n\r\n');
        return;
      }
      server.handleUpgrade(request, socket, head, (accepted) => {
        if (sockets.size >= mostConnections) refuse(accepted);
        else welcome(accepted, sockets, options);
      });
    },
    connections: () => sockets.size,
    disconnect(reason) {
      for (const socket of sockets) dismiss(socket, reason, options.warningPeriod);
    },
    drop,
    close() {
      drop();
      server.close();
    },
  };
}
