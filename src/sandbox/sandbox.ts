import type { Faults } from './api/faults.ts';
import type { Acknowledgement } from './socket/delivery.ts';
import type { DisconnectReason } from './socket/socket.ts';
import type { Message, Person } from './state/model.ts';

export interface ChannelOptions {
  name: string;
  id?: string;
  /** @default false */
  private?: boolean;
  /** Whether the app was invited. @default true */
  bot?: boolean;
}

export interface SandboxOptions {
  /** 0 takes any free one. @default 0 */
  port?: number;
  /** @default mary and tom */
  people?: readonly { name: string; id?: string }[];
  /** Everybody is in all of them. @default general and ops */
  channels?: readonly (string | ChannelOptions)[];
  /** Milliseconds until an event without an ack is sent again. @default 3000 */
  ackTimeout?: number;
  /** Milliseconds between the pings of each connection; 0 sends none. @default 10000 */
  pingInterval?: number;
  /** Milliseconds between the `warning` and the `refresh_requested` of a connection. @default 10000 */
  warningPeriod?: number;
  /** Curly quotes, dashes and ellipses in what people type, as Macs and phones put in. @default false */
  smartPunctuation?: boolean;
}

/** One request to the Web API. */
export interface Call {
  method: string;
  /** Milliseconds since 1970. */
  at: number;
  /** Without the token. */
  args: Record<string, unknown>;
  ok: boolean;
  error?: string;
}

export interface Posted {
  channel: string;
  ts: string;
}

export interface Line {
  /** Name or id of a person. */
  as: string;
  /** An id, `#name`, or `@name` of the person for the direct messages with the app. */
  channel: string;
  text: string;
  thread?: string;
  /** The text as it is, without what the composer does to it and without blocks. @default false */
  raw?: boolean;
  /** @default the sandbox's `smartPunctuation` */
  smart?: boolean;
}

export interface Edit extends Omit<Line, 'thread'> {
  ts: string;
}

export interface Press {
  as: string;
  channel: string;
  ts: string;
  actionId: string;
  /** Needed where two blocks have a control of this name. */
  blockId?: string;
}

export interface Sandbox {
  /** `http://127.0.0.1:PORT/api/` */
  readonly apiUrl: string;
  readonly port: number;
  readonly appToken: string;
  readonly botToken: string;
  readonly team: { id: string; domain: string };
  readonly bot: { userId: string; botId: string; name: 'ops' };
  readonly people: readonly Person[];
  readonly channels: readonly { id: string; name: string }[];
  /** What a person types and sends. */
  say(line: Line): Promise<Posted>;
  /** A person edits a message of theirs. */
  edit(edit: Edit): Promise<Posted>;
  /** A person presses a button; the app's answer to the press, or `acked: false` when none came in time. */
  press(press: Press): Promise<Acknowledgement>;
  /** Sends every event about the message once more, with the same `event_id`. @default attempt 1 */
  redeliver(ts: string, attempt?: number): void;
  /** Newest last: replies are among them, and what only one person sees (`ephemeralTo`). */
  messages(channel: string): readonly Message[];
  /** The first value that is not undefined, looked for at each change; rejects after `timeout` ms. @default timeout 5000 */
  waitFor<T>(look: (sandbox: Sandbox) => T | undefined, timeout?: number): Promise<T>;
  /** How many Socket Mode connections are open. */
  connections(): number;
  /** Sends `disconnect` on every connection. `warning` is followed by `refresh_requested`, which ends the connection. */
  disconnect(reason: DisconnectReason): void;
  /** Cuts every connection without a word. */
  drop(): void;
  /** The app joins a channel. */
  invite(channel: string): void;
  /** The app leaves a channel. */
  kick(channel: string): void;
  /** The latest requests, oldest first. */
  readonly calls: readonly Call[];
  readonly faults: Faults;
  close(): Promise<void>;
}
