import type { SocketModeClient } from '@slack/socket-mode';
import { wordsOf } from '../../run/failure.ts';

/** Why another connection is needed: this one broke, Slack replaces it, or Slack takes no more of this app or at all. */
export type Ending = 'broke' | 'replaced' | 'crowded' | 'disabled';

export interface Hello {
  /** How long Slack keeps such a connection, in milliseconds; undefined where it does not say. */
  lifetime: number | undefined;
  /** Connections that the app has, this one too. */
  connections: number;
}

/** What is acknowledged as soon as it comes, and handed to nobody: a busy room has a thousand such for every line. */
export interface Talk {
  /** @default nothing is */
  isTalk?: ((body: Record<string, unknown>) => boolean) | undefined;
  /** Such a one was acknowledged. */
  talked?: (() => void) | undefined;
}

export interface Reader extends Talk {
  onHello(hello: Hello): void;
  onFarewell(ending: Ending): void;
  warn(message: string): void;
}

const endings: Readonly<Record<string, Ending>> = { link_disabled: 'disabled', too_many_websockets: 'crowded' };

/**
 * Stands between the connection and the client's own reader. That one would close the connection as soon as Slack
 * says that it will end, with events still on their way; and its faults, which an event of a kind that it does not
 * know is enough for, would end the process.
 */
export function readFrames(client: SocketModeClient, { onHello, onFarewell, warn, isTalk, talked }: Reader): void {
  const readers = client.listeners('ws_message');
  client.removeAllListeners('ws_message');
  client.on('ws_message', (frame: unknown, isBinary: boolean) => {
    const said = typeof frame === 'string' ? parsed(frame) : undefined;
    if (said?.type === 'disconnect') return onFarewell(endings[String(said.reason)] ?? 'replaced');
    if (said?.type === 'events_api' && isTalk?.(Object(said.payload)) === true) {
      talked?.();
      return acknowledge(client, said, warn);
    }
    if (said?.type === 'hello') onHello(helloOf(said));
    const readable = said !== undefined && isEventless(said) ? withEvent(said) : frame;
    const reading = Promise.all(readers.map(async (read) => read(readable, isBinary)));
    reading.catch((error: unknown) => warn(`a message from Slack could not be read: ${wordsOf(error)}`));
  });
}

interface Frame {
  type?: unknown;
  envelope_id?: unknown;
  payload?: { event?: { type?: unknown } | null } | null;
  reason?: unknown;
  debug_info?: unknown;
  num_connections?: unknown;
}

function parsed(frame: string): Frame | undefined {
  try {
    return Object(JSON.parse(frame));
  } catch {
    return undefined;
  }
}

/** The client would read the frame anew, and tell of it twice, before it gave anything to acknowledge it by. */
function acknowledge(client: SocketModeClient, { envelope_id }: Frame, warn: Reader['warn']): void {
  const sent: Promise<void> = client['send'](envelope_id);
  sent.catch((error: unknown) => warn(unacknowledged(error)));
}

export const unacknowledged = (error: unknown): string => `an event was not acknowledged: ${wordsOf(error)}`;

function helloOf({ debug_info, num_connections }: Frame): Hello {
  const seconds = Number(Object(debug_info)['approximate_connection_time']);
  const connections = Number(num_connections);
  return {
    lifetime: seconds > 0 ? seconds * 1000 : undefined,
    connections: connections > 0 ? connections : 1,
  };
}

/** The client expects an event in every envelope of events, and some, such as `app_rate_limited`, have none. */
function isEventless({ type, payload }: Frame): boolean {
  return type === 'events_api' && typeof payload?.event?.type !== 'string';
}

function withEvent(envelope: Frame): string {
  return JSON.stringify({ ...envelope, payload: { ...envelope.payload, event: { type: 'no_event' } } });
}
