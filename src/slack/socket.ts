import type { SocketModeClient } from '@slack/socket-mode';
import type { OpsError } from '../context/errors.ts';
import type { Clock } from '../context/host.ts';
import { wordsOf } from '../run/failure.ts';
import { SlackCallError } from './call-error.ts';
import type { Connection } from './client.ts';
import { signInError } from './sign-in-error.ts';

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

interface Link {
  client: SocketModeClient;
  /** Resolves when another connection is needed: Slack said that it ends this one, or it has ended. */
  over: Promise<'ended' | 'replaced'>;
}

/** How long Slack may take to say hello. */
const helloTimeout = 20_000;
const longestPause = 30_000;
/** How long a connection is kept beside the one that takes its place. */
const overlap = 5000;
/** Milliseconds from one connection's beginning to the next one's. */
const shortest = 500;

/**
 * Keeps one connection open. Slack ends each after some hours, and says so: the next one is opened at once, while the
 * old one still brings what is under way. After a fault it is tried again for as long as it takes.
 */
export async function keepConnected(options: SocketOptions): Promise<Connection> {
  const closing = new AbortController();
  const lost = Promise.withResolvers<OpsError>();
  const refused = (thrown: unknown): OpsError =>
    signInError(SlackCallError.of('apps.connections.open', thrown), 'slack.appToken', options.address);
  let link = await connect(options).catch((error: unknown) => Promise.reject(refused(error)));
  const follow = async (): Promise<void> => {
    while (!closing.signal.aborted) {
      const began = options.clock.now().getTime();
      const how = await link.over;
      if (closing.signal.aborted) return;
      if (how === 'ended') options.warn('the connection to Slack broke off: connecting again');
      // Should each new connection end at once, Slack is not to be asked a thousand times a second.
      await options.clock.sleep(Math.max(0, began + shortest - options.clock.now().getTime()), closing.signal);
      const old = link;
      link = await reconnect(options, closing.signal);
      if (how === 'replaced') void retire(old, options.clock, closing.signal);
      if (closing.signal.aborted) await end(link);
    }
  };
  follow().catch((error: unknown) => {
    if (!closing.signal.aborted) lost.resolve(refused(error));
  });
  return {
    lost: lost.promise,
    close: async () => {
      closing.abort();
      link.client.removeAllListeners('slack_event');
      await end(link);
    },
  };
}

async function reconnect(options: SocketOptions, closing: AbortSignal): Promise<Link> {
  for (let pause = 500, failures = 0; ; pause = Math.min(pause * 2, longestPause), failures++) {
    try {
      const link = await connect(options);
      if (failures > 0) options.warn('connected to Slack again');
      return link;
    } catch (thrown) {
      const error = SlackCallError.of('apps.connections.open', thrown);
      if (error.refusal !== undefined) throw thrown;
      if (failures === 0) options.warn(`Slack cannot be reached, and is tried again: ${error.message}`);
      await options.clock.sleep(Math.max(pause, (error.retryAfter ?? 0) * 1000), closing);
    }
  }
}

async function connect({ create, onEnvelope, clock, warn }: SocketOptions): Promise<Link> {
  const client = create();
  const { promise: over, resolve } = Promise.withResolvers<'ended' | 'replaced'>();
  readFrames(client, () => resolve('replaced'), warn);
  client.on('disconnected', () => resolve('ended'));
  client.on('slack_event', (raw: Envelope) => {
    const ack = (): Promise<void> =>
      raw.ack().catch((error: unknown) => warn(`an event was not acknowledged: ${wordsOf(error)}`));
    onEnvelope({ type: raw.type, body: raw.body, ack }).catch((error: unknown) => warn(wordsOf(error)));
  });
  const patience = new AbortController();
  const late = clock.sleep(helloTimeout, patience.signal).then(() => Promise.reject(new Error('no hello from Slack')));
  const early = over.then(() => Promise.reject(new Error('Slack ended the connection before it began')));
  try {
    // Where the connection ends before the hello, the client rejects with nothing.
    const hello = client.start().catch((error: unknown) => (error === undefined ? early : Promise.reject(error)));
    await Promise.race([hello, late, early]);
    return { client, over };
  } catch (error) {
    void end({ client, over });
    throw error;
  } finally {
    patience.abort();
    for (const promise of [late, early]) promise.catch(() => {});
  }
}

/**
 * Stands between the connection and the client's own reader. That one would close the connection as soon as Slack
 * says that it will end, with events still on their way; and its faults, which an event of a kind that it does not
 * know is enough for, would end the process.
 */
function readFrames(client: SocketModeClient, onFarewell: () => void, warn: SocketOptions['warn']): void {
  const readers = client.listeners('ws_message');
  client.removeAllListeners('ws_message');
  client.on('ws_message', (frame: unknown, isBinary: boolean) => {
    if (isFarewell(frame)) return onFarewell();
    const reading = Promise.all(readers.map(async (read) => read(readableFrame(frame), isBinary)));
    reading.catch((error: unknown) => warn(`a message from Slack could not be read: ${wordsOf(error)}`));
  });
}

/** What Slack has sent still comes. */
async function retire(link: Link, clock: Clock, closing: AbortSignal): Promise<void> {
  await clock.sleep(overlap, closing).catch(() => link.client.removeAllListeners('slack_event'));
  await end(link);
}

/** Slack leaves the last connection half open for seconds, and a closed one says nothing: nobody waits for either. */
async function end({ client }: Link): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, 1000);
  client.disconnect().then(resolve, resolve);
  await promise;
  clearTimeout(timer);
}

/** The client expects an event in every envelope of events, and some, such as `app_rate_limited`, have none. */
function readableFrame(frame: unknown): unknown {
  if (typeof frame !== 'string' || !frame.includes('events_api')) return frame;
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

function isFarewell(frame: unknown): boolean {
  return typeof frame === 'string' && frame.length < 1000 && /"type":\s*"disconnect"/.test(frame);
}
