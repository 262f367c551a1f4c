import type { SlackEvent } from './events.ts';
import type { Json } from './model.ts';

/** A Socket Mode connection of the app. */
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

/** What brings to the app what happens in the workspace. */
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
