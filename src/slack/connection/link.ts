import type { SocketModeClient } from '@slack/socket-mode';
import { OpsError } from '../../context/errors.ts';
import type { Clock } from '../../context/host.ts';
import { wordsOf } from '../../run/failure.ts';

/** An envelope of Socket Mode, and the word that it was taken in. */
export interface Envelope {
  type: string;
  body: Record<string, unknown>;
  /** `answer` goes to whoever pressed or submitted, where the envelope takes one. */
  ack(answer?: object): Promise<void>;
}

export type OnEnvelope = (envelope: Envelope) => Promise<void>;

export interface LinkOptions {
  /** A client for one connection, which does not connect again by itself. */
  create(): SocketModeClient;
  onEnvelope: OnEnvelope;
  clock: Clock;
  warn(message: string): void;
}

/** Why another connection is needed: this one broke, Slack replaces it, or Slack takes no more of this app or at all. */
export type Ending = 'broke' | 'replaced' | 'crowded' | 'disabled';

/** One connection. */
export interface Link {
  client: SocketModeClient;
  /** Resolves when another connection is needed: Slack said that it ends this one, or it has ended. */
  over: Promise<Ending>;
  hello: Hello;
}

export interface Hello {
  /** How long Slack keeps such a connection, in milliseconds; undefined where it does not say. */
  lifetime: number | undefined;
  /** Connections that the app has, this one too. */
  connections: number;
}

/** How long Slack may take to say hello. */
const helloTimeout = 20_000;

const endings: Readonly<Record<string, Ending>> = { link_disabled: 'disabled', too_many_websockets: 'crowded' };

/** Slack takes no more connections of this app. */
export const crowded = 'Slack takes no more connections of this app: it has ten already';

export async function openLink({ create, onEnvelope, clock, warn }: LinkOptions): Promise<Link> {
  const client = create();
  const { promise: over, resolve } = Promise.withResolvers<Ending>();
  const hello: Hello = { lifetime: undefined, connections: 1 };
  readFrames(client, { onHello: (said) => Object.assign(hello, said), onFarewell: resolve, warn });
  client.on('disconnected', () => resolve('broke'));
  client.on('slack_event', (raw: Envelope) => {
    const ack = (answer?: object): Promise<void> =>
      raw.ack(answer).catch((error: unknown) => warn(`an event was not acknowledged: ${wordsOf(error)}`));
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

interface Reader {
  onHello(hello: Hello): void;
  onFarewell(ending: Ending): void;
  warn(message: string): void;
}

/**
 * Stands between the connection and the client's own reader. That one would close the connection as soon as Slack
 * says that it will end, with events still on their way; and its faults, which an event of a kind that it does not
 * know is enough for, would end the process.
 */
function readFrames(client: SocketModeClient, { onHello, onFarewell, warn }: Reader): void {
  const readers = client.listeners('ws_message');
  client.removeAllListeners('ws_message');
  client.on('ws_message', (frame: unknown, isBinary: boolean) => {
    const word = wordOfSlack(frame);
    if (word?.type === 'disconnect') return onFarewell(endings[String(word['reason'])] ?? 'replaced');
    if (word?.type === 'hello') onHello(helloOf(word));
    const reading = Promise.all(readers.map(async (read) => read(readableFrame(frame), isBinary)));
    reading.catch((error: unknown) => warn(`a message from Slack could not be read: ${wordsOf(error)}`));
  });
}

type Word = Record<string, unknown> & { type: 'hello' | 'disconnect' };

/** What Slack says of the connection itself. */
function wordOfSlack(frame: unknown): Word | undefined {
  if (typeof frame !== 'string' || frame.length > 1000 || !/"type":\s*"(?:hello|disconnect)"/.test(frame)) return;
  const word = parsed(frame);
  return word?.type === 'hello' || word?.type === 'disconnect' ? (word as Word) : undefined;
}

function helloOf({ debug_info, num_connections }: Word): Hello {
  const seconds = Number(Object(debug_info)['approximate_connection_time']);
  const connections = Number(num_connections);
  return {
    lifetime: seconds > 0 ? seconds * 1000 : undefined,
    connections: connections > 0 ? connections : 1,
  };
}

/** An event whose type stands before what may be nested in it: no text in the frame can look so, for its quotes are escaped. */
const typedEvent = /"event":\s*\{(?:[^{}]*,)?\s*"type":\s*"/;

/** The client expects an event in every envelope of events, and some, such as `app_rate_limited`, have none. */
function readableFrame(frame: unknown): unknown {
  // To parse each frame twice is half of what talk costs.
  if (typeof frame !== 'string' || !frame.includes('events_api') || typedEvent.test(frame)) return frame;
  const envelope = parsed(frame);
  if (envelope?.type !== 'events_api' || typeof envelope.payload?.event?.type === 'string') return frame;
  return JSON.stringify({ ...envelope, payload: { ...envelope.payload, event: { type: 'no_event' } } });
}

function parsed(frame: string): { type?: unknown; payload?: { event?: { type?: unknown } | null } | null } | undefined {
  try {
    return Object(JSON.parse(frame));
  } catch {
    return undefined;
  }
}
