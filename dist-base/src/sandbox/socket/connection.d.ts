import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import type { Clock } from '../state/clock.ts';
import { type DisconnectReason } from './frames.ts';
/** What passes through a connection, for who writes it down. */
export interface FrameLog {
    frame(connection: number, direction: 'in' | 'out', frame: string): void;
}
export interface LinkOptions {
    clock: Clock;
    pingInterval: number;
    warningPeriod: number;
    /** Milliseconds; 0 is for ever. */
    lifetime: number;
    frames: FrameLog;
    onAck(id: string, payload: unknown): void;
    onGone(): void;
}
/** One WebSocket of the app. */
export interface Link {
    isOpen(): boolean;
    send(frame: string): void;
    cut(): void;
    dismiss(reason: DisconnectReason): void;
    /** The close handshake is done, though TCP may stay. */
    gone(): void;
}
/** Slack answers the close of a connection and leaves TCP open; the client's own end is answered. */
export declare function leaveOpen(socket: Duplex, onClosed: () => void): void;
export declare function createLink(socket: WebSocket, number: number, options: LinkOptions): Link;
