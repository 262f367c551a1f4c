import type { Clock } from '../state/clock.ts';
import type { SlackEvent } from '../state/events.ts';
import type { Ids } from '../state/ids.ts';
import type { Json } from '../state/model.ts';
import type { Bot, Team } from '../state/workspace.ts';
import type { DeliveryTrouble } from './delivery-faults.ts';
import { type EnvelopeDetails } from './envelope.ts';
export interface Connection {
    /** False while it is being closed. */
    isOpen(): boolean;
    send(frame: string): void;
    /** Ends it without a word. */
    cut(): void;
}
/** What the app said to something that a person is waiting for. */
export interface Acknowledgement {
    /** False: nothing came in time, and the person saw an error. */
    acked: boolean;
    payload?: unknown;
}
/** What an envelope is, and whether its ack may carry an answer. */
export interface EnvelopeKind {
    /** @default 'interactive' */
    type?: 'interactive' | 'slash_commands';
    /** @default false */
    accepts?: boolean;
}
export interface Delivery {
    add(connection: Connection): void;
    remove(connection: Connection): void;
    event(event: SlackEvent): void;
    /** Tells the app that it gets too many events. */
    rateLimited(): void;
    /** Something that a person did and waits for. */
    interactive(payload: Json, kind?: EnvelopeKind): Promise<Acknowledgement>;
    acknowledge(envelopeId: string, payload: unknown): void;
    /** Sends again every event about this `ts`; says how many there were. */
    redeliver(ts: string, attempt: number): number;
    /** Whether the app has acknowledged every event about this `ts`. */
    isDelivered(ts: string): boolean;
    close(): void;
}
export interface DeliveryOptions {
    team: Team;
    bot: Bot;
    clock: Clock;
    ids: Ids;
    ackTimeout: number;
    trouble: DeliveryTrouble;
}
export interface Item extends Omit<EnvelopeDetails, 'id'> {
    envelopes: string[];
    replayed?: boolean;
    forget?(): void;
    settle?(acknowledgement: Acknowledgement): void;
}
/** Brings events to the app: one of its connections, an ack within the time, or once more. */
export declare const createDelivery: (options: DeliveryOptions) => Delivery;
