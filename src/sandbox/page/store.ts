import type { Message } from '../state/model.ts';
import type { Frame, History, PageConversation, PageState, Requests } from './protocol.ts';
import { type Recent, withoutRecent, withRecent } from './shell/recent.ts';
import {
  type Edge,
  isAtRoot,
  type Room,
  withHistory,
  withMessage,
  withoutMessage,
  withReply,
} from './shell/room-messages.ts';

/** How the page hears from the server. */
export type Link = 'connecting' | 'open' | 'lost';

/** A message that the person sent and that the server does not show yet. */
export interface Pending {
  key: string;
  at: number;
  request: Requests['say'];
  state: 'sending' | 'failed';
  /** Why it failed, as a person reads it. */
  why?: string;
}

export interface Thread {
  messages: readonly Message[];
  stale: boolean;
}

/** All that the page knows of the workspace. */
export interface Known {
  link: Link;
  page: PageState | undefined;
  rooms: Readonly<Record<string, Room>>;
  /** By `channel/thread`. */
  threads: Readonly<Record<string, Thread>>;
  pending: readonly Pending[];
  recent: Recent;
  /** The last message that was read of each room when the page came to it, and of each thread since, by `channel/thread`. */
  seen: Readonly<Record<string, string>>;
}

export type Action =
  | { type: 'link'; link: Link }
  | { type: 'frame'; frame: Frame }
  | { type: 'history'; as: string; channel: string; edge: Edge; history: History }
  | { type: 'thread'; as: string; channel: string; thread: string; messages: readonly Message[] }
  | { type: 'sending'; pending: Pending }
  | { type: 'sent'; key: string }
  | { type: 'failed'; key: string; why: string }
  /** The person looks at the end of a thread. */
  | { type: 'seen'; channel: string; thread: string; ts: string };

export const nothing: Known = {
  link: 'connecting',
  page: undefined,
  rooms: {},
  threads: {},
  pending: [],
  recent: {},
  seen: {},
};

export const threadKey = (channel: string, thread: string): string => `${channel}/${thread}`;

const mapValues = <From, To>(record: Readonly<Record<string, From>>, change: (value: From) => To): Record<string, To> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));

function withPage(known: Known, change: (page: PageState) => Partial<PageState>): Known {
  return known.page ? { ...known, page: { ...known.page, ...change(known.page) } } : known;
}

/** After a reconnection all that was loaded may be out of date; for another person nothing of it holds. */
function greeted(known: Known, page: PageState): Known {
  const same = known.page?.me.id === page.me.id;
  const rooms = same ? mapValues(known.rooms, (room) => ({ ...room, stale: true })) : {};
  const threads = same ? mapValues(known.threads, (thread) => ({ ...thread, stale: true })) : {};
  const read = Object.fromEntries(page.conversations.map(({ id, lastRead }) => [id, lastRead]));
  return { ...known, link: 'open', page, rooms, threads, recent: {}, seen: same ? { ...read, ...known.seen } : read };
}

function withConversation(page: PageState, conversation: PageConversation): Partial<PageState> {
  const { conversations } = page;
  const at = conversations.findIndex(({ id }) => id === conversation.id);
  return { conversations: at < 0 ? [...conversations, conversation] : conversations.with(at, conversation) };
}

const isOf = ({ request }: Pending, as: string, channel: string, thread: string | undefined): boolean =>
  request.as === as && request.channel === channel && request.thread === thread;

/** The real message is here: the oldest one still on its way to the same place was it. */
function arrived(known: Known, channel: string, message: Message): readonly Pending[] {
  const { pending, page, rooms, threads } = known;
  if (pending.length === 0 || message.user !== page?.me.id || message.ephemeralTo !== undefined) return pending;
  const thread = message.thread_ts === message.ts ? undefined : message.thread_ts;
  const inThread = thread === undefined ? undefined : threads[threadKey(channel, thread)];
  const loaded = [rooms[channel]?.messages, inThread?.messages];
  if (loaded.some((messages) => messages?.some(({ ts }) => ts === message.ts))) return pending;
  const at = pending.findIndex((item) => item.state === 'sending' && isOf(item, message.user, channel, thread));
  return at < 0 ? pending : pending.toSpliced(at, 1);
}

function received(known: Known, channel: string, message: Message): Known {
  const room = known.rooms[channel];
  const rooms = room && isAtRoot(message) ? { ...known.rooms, [channel]: withMessage(room, message) } : known.rooms;
  const key = threadKey(channel, message.thread_ts ?? message.ts);
  const thread = known.threads[key];
  const messages = thread && withReply(thread.messages, message.thread_ts ?? message.ts, message);
  const threads = messages ? { ...known.threads, [key]: { ...thread, messages } } : known.threads;
  const recent = withRecent(known.recent, channel, message);
  return { ...known, rooms, threads, recent, pending: arrived(known, channel, message) };
}

function removed(known: Known, channel: string, ts: string): Known {
  const room = known.rooms[channel];
  const rooms = room
    ? { ...known.rooms, [channel]: { ...room, messages: withoutMessage(room.messages, ts) } }
    : known.rooms;
  const threads = Object.fromEntries(
    Object.entries(known.threads).map(([key, thread]) => [
      key,
      key.startsWith(`${channel}/`) ? { ...thread, messages: withoutMessage(thread.messages, ts) } : thread,
    ]),
  );
  return { ...known, rooms, threads, recent: withoutRecent(known.recent, channel, ts) };
}

function withStatus(page: PageState, key: string, status: string): Partial<PageState> {
  const { [key]: _, ...others } = page.statuses;
  return { statuses: status === '' ? others : { ...others, [key]: status } };
}

function framed(known: Known, frame: Frame): Known {
  switch (frame.type) {
    case 'hello':
      return greeted(known, frame.state);
    case 'message':
      return received(known, frame.channel, frame.message);
    case 'message_removed':
      return removed(known, frame.channel, frame.ts);
    case 'conversation':
      return withPage(known, (page) => withConversation(page, frame.conversation));
    case 'conversation_removed':
      return withPage(known, ({ conversations }) => ({
        conversations: conversations.filter(({ id }) => id !== frame.channel),
      }));
    case 'views':
      return withPage(known, () => ({ views: frame.views }));
    case 'home':
      return withPage(known, () => ({ home: frame.home }));
    case 'status':
      return withPage(known, (page) => withStatus(page, threadKey(frame.channel, frame.thread), frame.status));
    case 'connections':
      return withPage(known, ({ app }) => ({ app: { ...app, connections: frame.connections } }));
    case 'notice':
      return known;
  }
}

const withSeen = (known: Known, key: string, ts: string): Known =>
  (known.seen[key] ?? '') >= ts ? known : { ...known, seen: { ...known.seen, [key]: ts } };

export function reduce(known: Known, action: Action): Known {
  switch (action.type) {
    case 'link':
      return { ...known, link: action.link };
    case 'frame':
      return framed(known, action.frame);
    case 'history': {
      if (action.as !== known.page?.me.id) return known;
      const loaded = withHistory(known.rooms[action.channel], action.edge, action.history);
      const room = (known.recent[action.channel] ?? []).reduce(withMessage, loaded);
      return { ...known, rooms: { ...known.rooms, [action.channel]: room } };
    }
    case 'thread': {
      if (action.as !== known.page?.me.id) return known;
      const recent = known.recent[action.channel] ?? [];
      const withAll = recent.reduce((all, one) => withReply(all, action.thread, one), action.messages);
      const thread: Thread = { messages: withAll, stale: false };
      return { ...known, threads: { ...known.threads, [threadKey(action.channel, action.thread)]: thread } };
    }
    case 'sending':
      return { ...known, pending: [...known.pending.filter(({ key }) => key !== action.pending.key), action.pending] };
    case 'sent':
      return { ...known, pending: known.pending.filter(({ key }) => key !== action.key) };
    case 'failed':
      return {
        ...known,
        pending: known.pending.map((item) =>
          item.key === action.key ? { ...item, state: 'failed', why: action.why } : item,
        ),
      };
    case 'seen':
      return withSeen(known, threadKey(action.channel, action.thread), action.ts);
  }
}

export interface Store {
  get(): Known;
  dispatch(action: Action): void;
  follow(listener: () => void): () => void;
}

export function createStore(initial: Known = nothing): Store {
  let known = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => known,
    dispatch(action) {
      const next = reduce(known, action);
      if (next === known) return;
      known = next;
      for (const listener of [...listeners]) listener();
    },
    follow(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
