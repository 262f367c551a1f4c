import type { PageConversation, PageState, PageUser } from '../protocol.ts';
import type { Route } from '../route.ts';

/** Whom one can post as, in an order that does not depend on who looks. */
export function peopleOf({ people, users }: PageState): readonly PageUser[] {
  const ids = new Set(people.map(({ id }) => id));
  const known = users.filter(({ id }) => ids.has(id));
  return known.length === people.length ? known : people;
}

const isShown = ({ isMember }: PageConversation): boolean => isMember;

/** Where a person begins: a channel called ops, else the first one, else direct messages. */
export function firstRoom({ conversations }: PageState): string | undefined {
  const mine = conversations.filter(isShown);
  const channels = mine.filter(({ kind }) => kind === 'channel' || kind === 'group');
  return (channels.find(({ name }) => name === 'ops') ?? channels[0] ?? mine[0])?.id;
}

/** The same place for another person: the room if they know it, direct messages with the same one, or where they begin. */
export function sameRoute(route: Route, before: PageState, after: PageState): Route {
  const { room, thread } = route;
  const as = after.me.id;
  const known = after.conversations.some(({ id }) => id === room);
  if (room !== undefined && known) return { as, room, ...(thread === undefined ? {} : { thread }) };
  const { name } = before.conversations.find(({ id, kind }) => id === room && kind === 'im') ?? {};
  const alike = after.conversations.find((other) => other.kind === 'im' && other.name === name);
  const next = alike?.id ?? firstRoom(after);
  return next === undefined ? { as } : { as, room: next };
}
