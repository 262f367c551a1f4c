import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { Clock } from '../../context/host.ts';
import type { Runner } from '../../run/runner.ts';
import { SlackCallError } from '../connection/call-error.ts';
import type { Call, SlackConnection } from '../connection/client.ts';
import type { OnEnvelope } from '../connection/link.ts';
import type { Delivery } from '../delivery/deliver.ts';
import type { Meter } from './metrics.ts';
import type { Vitals } from './vitals.ts';

export interface ObserveParts {
  clock: Clock;
  vitals: Vitals;
  meter: Meter;
  /** The command that words name. */
  resolve(words: readonly string[]): Promise<string | undefined>;
  /** Runs that the runner carries out at the same time. */
  most: number;
}

/** When messages came that may be lines; of those that were talk, the oldest are forgotten. */
type Arrivals = Map<string, number>;
const mostArrivals = 1000;

export function observeConnection(
  connection: SlackConnection,
  arrivals: Arrivals,
  parts: ObserveParts,
): SlackConnection {
  const { clock, vitals, meter } = parts;
  return {
    ...connection,
    call: observeCall(connection.call, parts),
    start: async (onEnvelope) => {
      const connected = await connection.start(observeEnvelopes(onEnvelope, arrivals, parts), {
        connections: (open) => {
          if (open > vitals.connections) vitals.roundTrip = { at: clock.now(), by: 'hello' };
          vitals.connections = open;
        },
        reconnects: meter.reconnected,
      });
      vitals.state = 'listening';
      return connected;
    },
  };
}

/** Every pong of every connection. */
export function observePongs({ clock, vitals }: Pick<ObserveParts, 'clock' | 'vitals'>): () => void {
  const heard = (): void => {
    vitals.roundTrip = { at: clock.now(), by: 'pong' };
  };
  subscribe('undici:websocket:pong', heard);
  return () => void unsubscribe('undici:websocket:pong', heard);
}

function observeCall(call: Call, { clock, vitals, meter }: ObserveParts): Call {
  return async (method, args) => {
    const heard = (error?: string): void => {
      meter.called(method, error);
      if (error !== 'no_answer') vitals.roundTrip = { at: clock.now(), by: method };
    };
    try {
      const answer = await call(method, args);
      heard();
      return answer;
    } catch (error) {
      heard(errorLabel(error));
      throw error;
    }
  };
}

function errorLabel(error: unknown): string {
  if (!(error instanceof SlackCallError)) return 'no_answer';
  return error.retryAfter === undefined ? (error.refusal ?? 'no_answer') : 'ratelimited';
}

function observeEnvelopes(onEnvelope: OnEnvelope, arrivals: Arrivals, { clock, meter }: ObserveParts): OnEnvelope {
  const now = (): number => clock.now().getTime();
  return (envelope) => {
    const began = now();
    const { channel, ts } = Object(envelope.body['event']);
    const key = `${channel}:${ts}`;
    if (!arrivals.has(key)) arrivals.set(key, began);
    const [oldest] = arrivals.keys();
    if (arrivals.size > mostArrivals && oldest !== undefined) arrivals.delete(oldest);
    const ack = async (): Promise<void> => {
      await envelope.ack();
      meter.acked(Math.max(0, now() - began));
    };
    return onEnvelope({ ...envelope, ack });
  };
}

export function observeDelivery(delivery: Delivery, arrivals: Arrivals, { clock, meter }: ObserveParts): Delivery {
  return {
    ...delivery,
    post: async (place, content, over) => {
      const ts = await delivery.post(place, content, over);
      const key = `${place.channel}:${place.asked}`;
      const came = arrivals.get(key);
      if (came !== undefined) meter.firstWords(Math.max(0, clock.now().getTime() - came));
      arrivals.delete(key);
      return ts;
    },
  };
}

export function observeRunner(runner: Runner, { vitals, meter, resolve, most }: ObserveParts): Runner {
  let all = 0;
  const change = (by: number): void => {
    all += by;
    vitals.running = Math.min(all, most);
    vitals.waiting = all - vitals.running;
  };
  return {
    ...runner,
    run: async (task, onEvents, signal) => {
      let outcome = 'interrupted';
      change(1);
      try {
        return await runner.run(
          task,
          (events) => {
            for (const event of events) if (event.type === 'finished') outcome = event.outcome;
            return onEvents(events);
          },
          signal,
        );
      } finally {
        change(-1);
        // Options may stand before the name; what is no name is nobody's business.
        const first = task.argv.findIndex((word) => !word.startsWith('-'));
        const command = first < 0 ? undefined : await resolve(task.argv.slice(first)).catch(() => undefined);
        meter.ran(command ?? (task.argv.length === 0 ? 'help' : 'unknown'), outcome);
      }
    },
  };
}
