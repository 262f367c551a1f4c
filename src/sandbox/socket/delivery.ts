import type { Clock } from '../state/clock.ts';
import type { Acknowledgement, Connection, Delivery, EnvelopeKind } from '../state/delivery.ts';
import type { SlackEvent } from '../state/events.ts';
import type { Ids } from '../state/ids.ts';
import type { Json } from '../state/model.ts';
import type { Bot, Team } from '../state/workspace.ts';
import type { DeliveryTrouble } from './delivery-faults.ts';
import { type EnvelopeDetails, envelope, eventPayload, rateLimitedPayload } from './envelope.ts';
import { createPast, type Past } from './past.ts';
import { createQueue, type Queue } from './queue.ts';

export interface DeliveryOptions {
  team: Team;
  bot: Bot;
  clock: Clock;
  ids: Ids;
  ackTimeout: number;
  interactionTimeout: number;
  trouble: DeliveryTrouble;
}

export interface Item extends Omit<EnvelopeDetails, 'id'> {
  envelopes: string[];
  replayed?: boolean;
  forget?(): void;
  settle?(acknowledgement: Acknowledgement): void;
}

/**
 * When a retry comes after the time for an ack is up, in ack timeouts: at once, a minute later, five minutes later.
 * https://docs.slack.dev/apis/events-api#error-handling
 */
const retryAfter = [0, 20, 100] as const;
/** When the first envelope may come once more as it was, in ack timeouts. */
const replayAfter = 5;

const item = (payload: string, details: Partial<Item> = {}): Item => ({
  ...{ type: 'events_api', payload, attempt: 0, accepts: false, envelopes: [] },
  ...details,
});

class Courier implements Delivery {
  readonly #options: DeliveryOptions;
  /** Each with how many envelopes it was sent. */
  readonly #connections = new Map<Connection, number>();
  readonly #open = new Map<string, Item>();
  readonly #waiting: Queue = createQueue();
  readonly #past: Past = createPast();
  /** What the app said itself, and what came since: it hears of it apart from the answer to its call, and after it. */
  #held: (() => void)[] = [];
  #turn = 0;

  constructor(options: DeliveryOptions) {
    this.#options = options;
  }

  add(connection: Connection): void {
    this.#connections.set(connection, 0);
    for (const waiting of this.#waiting.empty()) this.#send(waiting);
  }

  remove(connection: Connection): void {
    this.#connections.delete(connection);
  }

  event(event: SlackEvent): void {
    const { team, bot, clock, ids, trouble } = this.#options;
    const { sent, copies, delayMs, replayed } = trouble.fateOf(event.type);
    if (!sent) return;
    const payload = eventPayload(event, { team, bot, clock, ids });
    const isOwn = event['bot_id'] === bot.botId || event['user_id'] === bot.userId;
    const send = (): void => {
      this.#send(item(payload, { replayed }));
      for (let more = 1; more < copies; more += 1) this.#send(item(payload));
    };
    const go = (): void => {
      this.#past.add(event['ts'] ?? event['event_ts'], payload);
      this.#inOrder(send, isOwn);
    };
    if (delayMs > 0) clock.timer(delayMs, go);
    else go();
  }

  rateLimited(): void {
    const { team, bot, clock } = this.#options;
    this.#send(item(rateLimitedPayload(team, bot, clock)));
  }

  interactive(payload: Json, { type = 'interactive', accepts = false }: EnvelopeKind = {}): Promise<Acknowledgement> {
    if (this.#openConnections().length === 0) return Promise.resolve({ acked: false });
    const { promise, resolve } = Promise.withResolvers<Acknowledgement>();
    this.#send(item(JSON.stringify(payload), { type, accepts, settle: resolve }));
    return promise;
  }

  acknowledge(envelopeId: string, payload: unknown): void {
    const found = this.#open.get(envelopeId);
    if (!found) return;
    this.#forget(found);
    this.#past.acknowledged(found.payload);
    found.settle?.({ acked: true, ...(payload === undefined ? {} : { payload }) });
  }

  redeliver(ts: string, attempt: number): number {
    const again = this.#past.about(ts);
    for (const payload of again) this.#inOrder(() => this.#send(item(payload, { attempt })));
    return again.length;
  }

  isDelivered(ts: string): boolean {
    return this.#past.isDelivered(ts);
  }

  close(): void {
    this.#held = [];
    for (const left of new Set(this.#open.values())) {
      this.#forget(left);
      left.settle?.({ acked: false });
    }
    this.#waiting.empty();
  }

  #inOrder(send: () => void, isOwn = false): void {
    const isFree = this.#held.length === 0;
    if (isFree && !isOwn) {
      send();
      return;
    }
    this.#held.push(send);
    if (!isFree) return;
    setImmediate(() => {
      for (const one of this.#held.splice(0)) one();
    });
  }

  #openConnections(): Connection[] {
    return [...this.#connections.keys()].filter((connection) => connection.isOpen());
  }

  /** To one of the connections, in turn. With none, the event waits and comes as a retry. */
  #send(wanted: Item): void {
    const { clock, ids, ackTimeout, interactionTimeout } = this.#options;
    const connections = this.#openConnections();
    const connection = connections[this.#turn++ % Math.max(1, connections.length)];
    if (!connection) {
      wanted.attempt = Math.max(1, wanted.attempt);
      this.#waiting.add(wanted);
      return;
    }
    const id = ids.uuid();
    wanted.envelopes.push(id);
    this.#open.set(id, wanted);
    const timeout = wanted.type === 'events_api' ? ackTimeout : interactionTimeout;
    wanted.forget = clock.timer(timeout, () => this.#late(wanted));
    const frame = envelope({ ...wanted, id });
    if (wanted.replayed && wanted.attempt === 0) clock.timer(ackTimeout * replayAfter, () => this.#replay(frame));
    this.#hand(connection, frame);
  }

  #hand(connection: Connection, frame: string): void {
    const sent = (this.#connections.get(connection) ?? 0) + 1;
    this.#connections.set(connection, sent);
    connection.send(frame);
    if (this.#options.trouble.cutsAfter(sent)) connection.cut();
  }

  /** The same envelope as if nothing had happened, which Slack has been seen to send. */
  #replay(frame: string): void {
    const [connection] = this.#openConnections();
    if (connection) this.#hand(connection, frame);
  }

  #late(wanted: Item): void {
    const pause = retryAfter[wanted.attempt];
    if (wanted.type !== 'events_api' || pause === undefined) {
      this.#forget(wanted);
      wanted.settle?.({ acked: false });
      return;
    }
    wanted.attempt += 1;
    const { clock, ackTimeout } = this.#options;
    if (pause === 0) this.#send(wanted);
    else wanted.forget = clock.timer(pause * ackTimeout, () => this.#send(wanted));
  }

  #forget(wanted: Item): void {
    wanted.forget?.();
    for (const id of wanted.envelopes) this.#open.delete(id);
    this.#waiting.remove(wanted);
  }
}

/** Brings events to the app: one of its connections, an ack within the time, or once more. */
export const createDelivery = (options: DeliveryOptions): Delivery => new Courier(options);
