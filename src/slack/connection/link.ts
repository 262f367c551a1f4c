import type { SocketModeClient } from '@slack/socket-mode';
import { OpsError } from '../../context/errors.ts';
import type { Clock } from '../../context/host.ts';
import { wordsOf } from '../../run/failure.ts';
import { type Ending, type Hello, readFrames, type Talk, unacknowledged } from './frames.ts';

/** An envelope of Socket Mode, and the word that it was taken in. */
export interface Envelope {
  type: string;
  body: Record<string, unknown>;
  /** `answer` goes to whoever pressed or submitted, where the envelope takes one. */
  ack(answer?: object): Promise<void>;
}

export type OnEnvelope = (envelope: Envelope) => Promise<void>;

export interface LinkOptions extends Talk {
  /** A client for one connection, which does not connect again by itself. */
  create(): SocketModeClient;
  onEnvelope: OnEnvelope;
  clock: Clock;
  warn(message: string): void;
}

/** One connection. */
export interface Link {
  client: SocketModeClient;
  /** Resolves when another connection is needed: Slack said that it ends this one, or it has ended. */
  over: Promise<Ending>;
  hello: Hello;
}

/** How long Slack may take to say hello. */
const helloTimeout = 20_000;

/** Slack takes no more connections of this app. */
export const crowded = 'Slack takes no more connections of this app: it has ten already';

export async function openLink({ create, onEnvelope, clock, warn, ...talk }: LinkOptions): Promise<Link> {
  const client = create();
  const { promise: over, resolve } = Promise.withResolvers<Ending>();
  const hello: Hello = { lifetime: undefined, connections: 1 };
  readFrames(client, { onHello: (said) => Object.assign(hello, said), onFarewell: resolve, warn, ...talk });
  client.on('disconnected', () => resolve('broke'));
  client.on('slack_event', (raw: Envelope) => {
    const ack = (answer?: object): Promise<void> =>
      raw.ack(answer).catch((error: unknown) => warn(unacknowledged(error)));
    const take = async (): Promise<void> => onEnvelope({ type: raw.type, body: raw.body, ack });
    take().catch((error: unknown) => warn(wordsOf(error)));
  });
  const patience = new AbortController();
  const late = clock.sleep(helloTimeout, patience.signal).then(() => Promise.reject(new Error('no hello from Slack')));
  const early = over.then((how) => Promise.reject(tooEarly(how)));
  try {
    // Where the connection ends before the hello, the client rejects with nothing.
    const started = client.start().catch((error: unknown) => (error === undefined ? early : Promise.reject(error)));
    await Promise.race([started, late, early]);
    return { client, over, hello };
  } catch (error) {
    void endLink({ client });
    throw error;
  } finally {
    patience.abort();
    for (const promise of [late, early]) promise.catch(() => {});
  }
}

/** Slack leaves the last connection half open for seconds, and a closed one says nothing: nobody waits for either. */
export async function endLink({ client }: Pick<Link, 'client'>): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, 1000);
  client.disconnect().then(resolve, resolve);
  await promise;
  clearTimeout(timer);
}

export function socketModeIsOff(): OpsError {
  return new OpsError('config', 'Socket Mode is turned off for this app', {
    hint: 'turn it on under "Socket Mode" at https://api.slack.com/apps, then start ops listen again',
  });
}

function tooEarly(how: Ending): Error {
  if (how === 'disabled') return socketModeIsOff();
  if (how === 'broke' || how === 'replaced') return new Error('Slack ended the connection before it began');
  return new OpsError('unavailable', crowded, { hint: 'end another listener that uses slack.appToken' });
}
