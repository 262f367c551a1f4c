import type { StateCategory, Ticket } from '../../src/index.ts';

/** What was known of a ticket when it was looked at last. */
export interface Known {
  state: string;
  category: StateCategory;
  isBlocked: boolean;
  /** Milliseconds, by the clock of the system. */
  updated: number;
}

/** What was known, by key; and when the newest of it was changed, by the clock of the system. */
export interface Memory {
  seen: number;
  tickets: Readonly<Record<string, Known>>;
}

/** What happened to a ticket since it was looked at last. */
export interface TicketNews {
  key: string;
  url: string;
  title: string;
  /** `joined`: it was there before, and is now among those that are watched. */
  kinds: readonly ('new' | 'joined' | 'moved' | 'done' | 'blocked' | 'unblocked')[];
  from: string | undefined;
  to: string;
  /** Who moved it. */
  by: string | undefined;
  assignee: string | undefined;
}

/**
 * What was changed before that much is looked at again: clocks differ, and an index may be told late. What is known
 * already is not told again.
 */
export const overlap = 3_600_000;

export const emptyMemory: Memory = { seen: 0, tickets: {} };

/** What is known once these tickets were seen; of two that are known, the newer one. */
export function remember({ seen, tickets }: Memory, found: readonly Ticket[]): Memory {
  const known = new Map(Object.entries(tickets));
  let newest = seen;
  for (const ticket of found) {
    newest = Math.max(newest, ticket.updated.getTime());
    if (!isNews(ticket, known.get(ticket.key))) continue;
    const { state, isBlocked, updated } = ticket;
    known.set(ticket.key, { state: state.name, category: state.category, isBlocked, updated: updated.getTime() });
  }
  const kept = [...known].filter(([, { category, updated }]) => category !== 'done' || updated >= newest - overlap);
  return { seen: newest, tickets: Object.fromEntries(kept) };
}

/** An index that is behind tells what was. */
const isNews = (ticket: Ticket, known: Known | undefined): boolean =>
  known === undefined || ticket.updated.getTime() > known.updated;

/** What these tickets have that was not known, the oldest first. They come with their changes. */
export function newsOf(memory: Memory, found: readonly Ticket[]): TicketNews[] {
  return found
    .toSorted((one, other) => one.updated.getTime() - other.updated.getTime())
    .flatMap((ticket) => {
      const known = Object.hasOwn(memory.tickets, ticket.key) ? memory.tickets[ticket.key] : undefined;
      return isNews(ticket, known) ? ticketNews(ticket, known ?? before(ticket, memory)) : [];
    });
}

type Before = Pick<Known, 'state' | 'category' | 'isBlocked'> | 'new' | 'joined' | undefined;

/** What an unknown ticket was: it was done and is open again, it is new, or it came from elsewhere. */
function before(ticket: Ticket, { seen }: Memory): Before {
  const since = seen - overlap;
  if (ticket.created.getTime() > since) return 'new';
  const changes = (ticket.changes ?? []).filter(({ at }) => at.getTime() > since);
  const moved = changes.find(({ field }) => field === 'status');
  const isDone = ticket.state.category === 'done';
  if (moved !== undefined) {
    return { state: moved.from, category: isDone ? 'started' : ticket.state.category, isBlocked: ticket.isBlocked };
  }
  const hasCome = changes.some(({ field }) => ['assignee', 'sprint', 'key', 'project'].includes(field.toLowerCase()));
  return hasCome && !isDone ? 'joined' : undefined;
}

function ticketNews(ticket: Ticket, was: Before): TicketNews[] {
  if (was === undefined) return [];
  const { key, url, title, state, isBlocked, assignee } = ticket;
  const of = { key, url, title, to: state.name, assignee: assignee?.name };
  const stuck = isBlocked ? ['blocked' as const] : [];
  if (was === 'new' || was === 'joined') return [{ ...of, kinds: [was, ...stuck], from: undefined, by: undefined }];
  const hasMoved = was.state !== state.name;
  const moved = state.category === 'done' && was.category !== 'done' ? 'done' : 'moved';
  const kinds = [
    ...(hasMoved ? ([moved] as const) : []),
    ...(was.isBlocked === isBlocked ? [] : [isBlocked ? ('blocked' as const) : ('unblocked' as const)]),
  ];
  if (kinds.length === 0) return [];
  const by = ticket.changes?.findLast(({ field, to }) => field === 'status' && to === state.name)?.by?.name;
  return [{ ...of, kinds, from: hasMoved ? was.state : undefined, by: hasMoved ? by : undefined }];
}

/** A fact's data as a memory; undefined where it is none. */
export function readMemory(data: Readonly<Record<string, unknown>>): Memory | undefined {
  const { seen, tickets } = data as Partial<Memory>;
  return typeof seen === 'number' && typeof tickets === 'object' && tickets !== null ? { seen, tickets } : undefined;
}
