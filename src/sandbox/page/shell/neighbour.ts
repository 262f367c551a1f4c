import type { PageConversation } from '../protocol.ts';

/** The next conversation in a direction, around the end; of the unread ones alone if so wanted. */
export function neighbour(
  rooms: readonly PageConversation[],
  room: string | undefined,
  step: 1 | -1,
  unread: boolean,
): string | undefined {
  const at = rooms.findIndex(({ id }) => id === room);
  const from = at < 0 && step < 0 ? 0 : at;
  for (let turn = 1; turn <= rooms.length; turn += 1) {
    const next = rooms[(from + step * turn + rooms.length * 2) % rooms.length];
    if (next && (!unread || next.unread > 0)) return next.id;
  }
  return undefined;
}
