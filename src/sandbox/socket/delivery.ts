import type { Clock } from '../state/clock.ts';
import type { SlackEvent } from '../state/events.ts';
import { uuid } from '../state/ids.ts';
import type { Json } from '../state/model.ts';
import type { Bot, Team } from '../state/workspace.ts';
import { type EnvelopeDetails, envelope, eventPayload } from './envelope.ts';

export interface Connection {
  /** False while it is being closed. */
  isOpen(): boolean;
  send(frame: string): void;
}

/** What the app said to something that a person is waiting for. */
export interface Acknowledgement {
  /** False: nothing came in time, and the person saw an error. */
  acked: boolean;
  payload?: unknown;
}

export interface Delivery {
  add(connection: Connection): void;
  remove(connection: Connection): void;
  event(event: SlackEvent): void;
  interactive(payload: Json): Promise<Acknowledgement>;
  acknowledge(envelopeId: string, payload: unknown): void;
  /** Sends again every event about this `ts`; says how many there were. */
  redeliver(ts: string, attempt: number): number;
  close(): void;
}

interface Item extends Omit<EnvelopeDetails, 'id'> {
  ids: string[];
  timer?: NodeJS.Timeout;
  settle?(acknowledgement: Acknowledgement): void;
}

interface Sent {
  ts: unknown;
  payload: string;
}

const mostAttempts = 3;
const mostWaiting = 10_000;
const mostRemembered = 500;

class Courier implements Delivery {
  readonly #connections: Connection[] = [];
  readonly #open = new Map<string, Item>();
  readonly #sent: Sent[] = [];
  readonly #wrap: (event: SlackEvent) => string;
  readonly #ackTimeout: number;
  readonly #waiting = new Set<Item>();
  #turn = 0;

  constructor(wrap: (event: SlackEvent) => string, ackTimeout: number) {
    this.#wrap = wrap;
    this.#ackTimeout = ackTimeout;
  }

  add(connection: Connection): void {
    this.#connections.push(connection);
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    for (const item of waiting) this.#send(item);
  }

  remove(connection: Connection): void {
    const at = this.#connections.indexOf(connection);
    if (at >= 0) this.#connections.splice(at, 1);
  }

  event(event: SlackEvent): void {
    const payload = this.#wrap(event);
    this.#sent.push({ ts: event['ts'] ?? event['event_ts'], payload });
    if (this.#sent.length > mostRemembered) this.#sent.shift();
    this.#send({ type: 'events_api', payload, attempt: 0, accepts: false, ids: [] });
  }

  interactive(payload: Json): Promise<Acknowledgement> {
    if (!this.#connections.some((connection) => connection.isOpen())) return Promise.resolve({ acked: false });
    const { promise, resolve } = Promise.withResolvers<Acknowledgement>();
    const item: Item = { type: 'interactive', payload: JSON.stringify(payload), attempt: 0, accepts: false, ids: [] };
    this.#send({ ...item, settle: resolve });
    return promise;
  }

  acknowledge(envelopeId: string, payload: unknown): void {
    const item = this.#open.get(envelopeId);
    if (!item) return;
    this.#forget(item);
    item.settle?.({ acked: true, ...(payload === undefined ? {} : { payload }) });
  }

  redeliver(ts: string, attempt: number): number {
    const again = this.#sent.filter((sent) => sent.ts === ts);
    for (const { payload } of again) this.#send({ type: 'events_api', payload, attempt, accepts: false, ids: [] });
    return again.length;
  }

  close(): void {
    for (const item of new Set(this.#open.values())) {
      this.#forget(item);
      item.settle?.({ acked: false });
    }
    this.#waiting.clear();
  }

  /** To one of the connections, in turn. With none, the event waits and comes as a retry. */
  #send(item: Item): void {
    const open = this.#connections.filter((connection) => connection.isOpen());
    const connection = open[this.#turn++ % Math.max(1, open.length)];
    if (!connection) {
      item.attempt = Math.max(1, item.attempt);
      if (this.#waiting.size < mostWaiting) this.#waiting.add(item);
      return;
    }
    const id = uuid();
    item.ids.push(id);
    this.#open.set(id, item);
    item.timer = setTimeout(() => this.#late(item), this.#ackTimeout);
    connection.send(envelope({ ...item, id }));
  }

  #late(item: Item): void {
    if (item.type !== 'events_api' || item.attempt >= mostAttempts) {
      this.#forget(item);
      item.settle?.({ acked: false });
      return;
    }
    item.attempt += 1;
    this.#send(item);
  }

  #forget(item: Item): void {
    clearTimeout(item.timer);
    for (const id of item.ids) this.#open.delete(id);
    this.#waiting.delete(item);
  }
}

/** Brings events to the app: one of its connections, an ack within the time, or once more. */
export function createDelivery(team: Team, bot: Bot, clock: Clock, ackTimeout: number): Delivery {
  return new Courier((event) => eventPayload(event, team, bot, clock), ackTimeout);
}
