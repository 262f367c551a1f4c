import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Changes } from '../state/changes.ts';
import type { Clock } from '../state/clock.ts';
import { type FrameLog } from './connection.ts';
import type { Delivery } from './delivery.ts';
import { type DisconnectReason } from './frames.ts';
import { type Tickets } from './tickets.ts';
export type { DisconnectReason } from './frames.ts';
export type { Tickets } from './tickets.ts';
export interface SocketMode extends Tickets {
    /** Takes a WebSocket's handshake, if it brings a ticket. */
    upgrade(request: IncomingMessage, socket: Duplex, head: Buffer, query: URLSearchParams): void;
    connections(): number;
    disconnect(reason: DisconnectReason): void;
    /** Turned off, it sends everybody away and lets nobody in. */
    turn(on: boolean): void;
    drop(): void;
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
/** What Slack says of a connection's life where none is set. */
export declare const usualLifetime = 18060000;
/** Socket Mode: tickets, connections, acks, pings. */
export declare function createSocketMode(options: SocketOptions): SocketMode;
