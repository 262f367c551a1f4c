import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { DisconnectReason } from '../sandbox.ts';
import type { Changes } from '../state/changes.ts';
import type { Clock } from '../state/clock.ts';
import type { Delivery } from '../state/delivery.ts';
import { largestFrame } from '../state/sizes.ts';
import { createTickets, type Tickets } from '../state/tickets.ts';
import { createLink, type FrameLog, type Link, leaveOpen } from './connection.ts';
import { disconnectFrame, helloFrame } from './frames.ts';

export interface SocketMode extends Tickets {
  /** Takes a WebSocket's handshake, if it brings a ticket. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer, query: URLSearchParams): void;
  connections(): number;
  disconnect(reason: DisconnectReason): void;
  /** Turned off, it sends everybody away and lets nobody in. */
  turn(on: boolean): void;
  drop(): void;
  /** Whether TCP stays after a close from now on. @default as the option says */
  leaveTcpOpen(left?: boolean): void;
  close(): void;
}

export interface SocketOptions {
  appId: string;
  pingInterval: number;
  warningPeriod: number;
  /** Milliseconds; 0 is for ever. */
  lifetime: number;
  leaveTcpOpen: boolean;
  clock: Clock;
  delivery: Delivery;
  changes: Changes;
  frames: FrameLog;
}

const mostConnections = 10;
/** What Slack says of a connection's life where none is set. */
export const usualLifetime = 18_060_000;

const forbidden = 'HTTP/1.1 403 Forbidden\r\nconnection: close\r\ncontent-length: 0\r\n\r\n';

function refuse(socket: WebSocket): void {
  socket.on('error', () => socket.terminate());
  socket.send(disconnectFrame('too_many_websockets'));
  socket.close(1000);
}

interface Links {
  count(): number;
  welcome(socket: WebSocket): Link;
  each(act: (link: Link) => void): void;
}

function createLinks(options: SocketOptions): Links {
  const { appId, clock, delivery, changes } = options;
  const lifetime = options.lifetime || usualLifetime;
  const links = new Set<Link>();
  let number = 0;
  const count = (): number => [...links].filter((link) => link.isOpen()).length;
  return {
    count,
    /** A new connection: hello, then what waited for it. */
    welcome(socket) {
      const onGone = (): void => {
        if (!links.delete(link)) return;
        delivery.remove(link);
        changes.tell({ type: 'connections', count: count() });
      };
      const onAck = (id: string, payload: unknown): void => {
        delivery.acknowledge(id, payload);
        changes.notify();
      };
      const link = createLink(socket, ++number, { ...options, onAck, onGone });
      links.add(link);
      link.send(helloFrame({ connections: count(), appId, lifetime, started: clock.now() }));
      delivery.add(link);
      changes.tell({ type: 'connections', count: count() });
      return link;
    },
    each: (act) => [...links].forEach(act),
  };
}

/** Socket Mode: tickets, connections, acks, pings. */
export function createSocketMode(options: SocketOptions): SocketMode {
  const server = new WebSocketServer({ noServer: true, maxPayload: largestFrame });
  const tickets = createTickets();
  const links = createLinks(options);
  let isLeft = options.leaveTcpOpen;
  const disconnect = (reason: DisconnectReason): void => links.each((link) => link.dismiss(reason));
  return {
    issue: tickets.issue,
    upgrade(request, socket, head, query) {
      if (!tickets.take(query.get('ticket') ?? '')) return void socket.end(forbidden);
      let link: Link | undefined;
      leaveOpen(
        socket,
        () => isLeft,
        () => link?.gone(),
      );
      server.handleUpgrade(request, socket, head, (accepted) => {
        if (links.count() >= mostConnections) refuse(accepted);
        else link = links.welcome(accepted);
      });
    },
    connections: links.count,
    disconnect,
    turn(on) {
      tickets.turn(on);
      if (!on) disconnect('link_disabled');
    },
    drop: () => links.each((link) => link.cut()),
    leaveTcpOpen(left = options.leaveTcpOpen) {
      isLeft = left;
    },
    close() {
      for (const socket of server.clients) socket.terminate();
      server.close();
    },
  };
}
