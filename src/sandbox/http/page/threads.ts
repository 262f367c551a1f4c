import type { Conversation, Message } from '../../state/model.ts';

/** How many threads are listed at most. */
const most = 50;

export interface PlacedThread {
  room: Conversation;
  root: Message;
}

const takesPart = ({ user, text, reply_users: users = [] }: Message, person: string): boolean =>
  user === person || users.includes(person) || text.includes(`<@${person}`);

const latestOf = ({ root }: PlacedThread): string => root.latest_reply ?? root.ts;

/** The threads that a person began, answered in, or was called into by the first message; the one with the newest reply first. */
export function threadsOf(rooms: Iterable<Conversation>, person: string): PlacedThread[] {
  return [...rooms]
    .filter(({ members }) => members.has(person))
    .flatMap((room) =>
      room.messages
        .filter((message) => (message.reply_count ?? 0) > 0 && takesPart(message, person))
        .map((root) => ({ room, root })),
    )
    .sort((one, other) => (latestOf(one) < latestOf(other) ? 1 : -1))
    .slice(0, most);
}
