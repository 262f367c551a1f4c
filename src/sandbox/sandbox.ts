import type { Faults } from './faults.ts';
import type { Interactions } from './interactions.ts';
import type { Message, Person } from './state/model.ts';

export type DisconnectReason = 'warning' | 'refresh_requested' | 'link_disabled' | 'too_many_websockets';

export interface ChannelOptions {
  name: string;
  id?: string;
  /** @default false */
  private?: boolean;
  /** Whether the app was invited. @default true */
  bot?: boolean;
  /** What it is about now. @default '' */
  topic?: string;
  /** What it is for. @default '' */
  purpose?: string;
}

export interface PersonOptions {
  name: string;
  id?: string;
  /** @default the name, as a name is written */
  realName?: string;
  /** @default name@sandbox.example */
  email?: string;
  title?: string;
}

export interface UserGroupOptions {
  /** What follows an @. */
  handle: string;
  /** @default the handle */
  name?: string;
  /** Names or ids of people. */
  users: readonly string[];
}

export interface CommandOptions {
  /** With its slash. */
  command: string;
  /** @default '' */
  description?: string;
  /** What may follow it, as `[environment] [ref]`. @default '' */
  usageHint?: string;
  /** Whether the app gets `@mary` and `#ops` as `<@U…|mary>` and `<#C…|ops>`, with entities. @default false */
  shouldEscape?: boolean;
}

export interface ShortcutOptions {
  callbackId: string;
  /** As people see it. @default the callbackId */
  name?: string;
  /** Of the whole workspace, or in the menu of each message. @default 'global' */
  type?: 'global' | 'message';
}

/** What an app's manifest says. */
export interface AppOptions {
  /** The app's slash commands. @default /ops */
  commands?: readonly CommandOptions[];
  /** @default none */
  shortcuts?: readonly ShortcutOptions[];
  /** What the app may do. Without `chat:write.public` it posts only where it is a member. @default everything else */
  scopes?: readonly string[];
}

export interface SandboxOptions extends AppOptions {
  /** 0 takes any free one. @default 0 */
  port?: number;
  /** @default mary and tom */
  people?: readonly PersonOptions[];
  /** @default none */
  usergroups?: readonly UserGroupOptions[];
  /** Everybody is in all of them. @default general and ops */
  channels?: readonly (string | ChannelOptions)[];
  /**
   * Milliseconds until an event without an ack is sent again; then so many times 20 later, a minute as a rule, and so many
   * times 100. @default 3000
   */
  ackTimeout?: number;
  /**
   * Milliseconds that the app has to answer a press, a command, a shortcut or a form, and to open a modal for it.
   * @default ackTimeout, and 3000 for a modal
   */
  interactionTimeout?: number;
  /** Milliseconds between the pings of each connection; 0 sends none. @default 10000 */
  pingInterval?: number;
  /** Milliseconds between the `warning` and the `refresh_requested` of a connection. @default 10000 */
  warningPeriod?: number;
  /** Curly quotes, dashes and ellipses in what people type, as Macs and phones put in. @default false */
  smartPunctuation?: boolean;
  /** Where it listens: a name of this machine for itself, nothing else. @default 127.0.0.1 */
  host?: string;
  /** Makes faults at a `rate` and ids repeat: the same calls of a method meet the same faults. With a `state` they go on where they were. Tokens never repeat. @default by chance */
  seed?: string | number;
  /** Milliseconds since 1970 where the clock stands until it is moved, before the year 2200, so that timestamps repeat too. @default it runs with this machine's */
  time?: number;
  /** Rate limits: Slack's own, or calls a minute by method, for these alone. @default false */
  limits?: boolean | Readonly<Record<string, number>>;
  /** Milliseconds that a Socket Mode connection lasts, the `warning` within; 0 is for ever. @default 18060000 */
  connectionLifetime?: number;
  /** Whether TCP stays open after a connection's close handshake, for 30 seconds at most, as Slack leaves it. @default false */
  leaveTcpOpen?: boolean;
  /**
   * A file for what the app does: each request to `/api`, `/upload`, `/files-pri`, `/actions` and `/commands`, its answer, and
   * each Socket Mode frame, one JSON object a line; tokens cut to their prefix, bytes of files only counted. What the page and
   * `/control` ask for is not in it. It is added to, and not the file of `state`.
   */
  record?: string;
  /** A file that keeps the workspace from one start to the next. @default in memory alone */
  state?: string;
  /** What its owner should know while it runs, as when the disk is full. @default process.emitWarning */
  warn?(message: string): void;
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

/** What hangs on time follows it: timestamps, triggers, response addresses, retries, rate limits, the lives of connections. */
export interface SandboxClock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Moves it forward by so many milliseconds, before the year 2200. What falls due meanwhile happens before this returns. */
  advance(ms: number): void;
}

export interface Sandbox extends Interactions {
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
  /** Sends every event about the message once more, with the same `event_id`. @default attempt 1 */
  redeliver(ts: string, attempt?: number): void;
  /** Whether the app has acknowledged every event about the message; false where there was none. */
  isDelivered(ts: string): boolean;
  /** What was uploaded, by the id that a message's `files` have. */
  file(id: string): { name: string; title: string; content: Buffer };
  /** Newest last: replies are among them, and what only one person sees (`ephemeralTo`). */
  messages(channel: string): readonly Message[];
  /** The first value that is not undefined, looked for at each change; rejects after `timeout` ms. @default timeout 30000 */
  waitFor<T>(look: (sandbox: Sandbox) => T | undefined, timeout?: number): Promise<T>;
  /** How many Socket Mode connections are open. */
  connections(): number;
  /** Sends `disconnect` on every connection. `warning` is followed by `refresh_requested`, which ends the connection. */
  disconnect(reason: DisconnectReason): void;
  /** Cuts every connection without a word. */
  drop(): void;
  /** The app joins a channel, as everybody there sees; nothing where it is in it. */
  invite(channel: string): void;
  /** The app is taken out of a channel, as everybody there sees; nothing where it is not in it. */
  kick(channel: string): void;
  /** Sets what the app declares and may do, as if it was installed anew. What is left out stays. */
  setApp(app: AppOptions): void;
  /** Sets the rate limits, as the option `limits` does, and counts anew. What people and this program do is never limited. */
  setLimits(limits: boolean | Readonly<Record<string, number>>): void;
  /** More people, who are in every public channel. The app hears `team_join`. */
  addPeople(people: readonly PersonOptions[]): readonly Person[];
  /** More channels with everybody in them. The app hears `channel_created` of public ones. */
  addChannels(channels: readonly (string | ChannelOptions)[]): readonly { id: string; name: string }[];
  /** The latest requests, oldest first. */
  readonly calls: readonly Call[];
  readonly faults: Faults;
  readonly clock: SandboxClock;
  /** Saves the state, where there is a file for it, and ends. */
  close(): Promise<void>;
}
