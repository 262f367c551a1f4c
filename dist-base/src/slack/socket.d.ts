import type { SocketModeClient } from '@slack/socket-mode';
import type { Clock } from '../context/host.ts';
import type { Connection } from './client.ts';
/** An envelope of Socket Mode, and the word that it was taken in. */
export interface Envelope {
    type: string;
    body: Record<string, unknown>;
    ack(): Promise<void>;
}
export type OnEnvelope = (envelope: Envelope) => Promise<void>;
export interface SocketOptions {
    /** Where Slack's Web API is, for those who mend. */
    address: string;
    /** A client for one connection, which does not connect again by itself. */
    create(): SocketModeClient;
    onEnvelope: OnEnvelope;
    clock: Clock;
    warn(message: string): void;
}
/**
 * Keeps one connection open. Slack ends each after some hours, and says so: the next one is opened at once, while the
 * old one still brings what is under way. After a fault it is tried again for as long as it takes.
 */
export declare function keepConnected(options: SocketOptions): Promise<Connection>;
