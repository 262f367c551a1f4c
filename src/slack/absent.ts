import { SlackCallError } from './connection/call-error.ts';
import type { Delivery } from './delivery/deliver.ts';

/** What Slack says of a room that the bot is not in, as far as it says so. */
const outside: ReadonlySet<string> = new Set(['not_in_channel', 'channel_not_found', 'is_archived']);

export interface RoomWatch {
  /** Says once that a room cannot be answered, and how to mend that. */
  delivery: Delivery;
  /** Says so when the bot is taken out of a room. */
  left(body: Record<string, unknown>): void;
}

export interface WatchRoomsParts {
  bot: string;
  /** What people call a room. */
  roomName(channel: string): Promise<string>;
  warn(message: string): void;
}

/** Rooms that the bot was never in, or is in no longer. */
export function watchRooms(delivery: Delivery, { bot, roomName, warn }: WatchRoomsParts): RoomWatch {
  const told = new Set<string>();
  const tell = (channel: string, wordsOf: (room: string) => string): void => {
    if (told.has(channel)) return;
    told.add(channel);
    void roomName(channel).then((room) => warn(wordsOf(room)));
  };
  const watched = async <Result>(channel: string, work: Promise<Result>): Promise<Result> => {
    try {
      const result = await work;
      told.delete(channel);
      return result;
    } catch (error) {
      const refusal = error instanceof SlackCallError ? (error.refusal ?? '') : '';
      if (outside.has(refusal)) tell(channel, (room) => outsideWords(room, bot, refusal));
      throw error;
    }
  };
  return {
    delivery: {
      ...delivery,
      post: (place, content, over) => watched(place.channel, delivery.post(place, content, over)),
      whisper: (channel, thread, user, content) => watched(channel, delivery.whisper(channel, thread, user, content)),
    },
    left: (body) => {
      const { type, channel } = Object(body['event']);
      if (type !== 'channel_left' && type !== 'group_left') return;
      tell(
        String(channel),
        (room) =>
          `@${bot} was taken out of the room ${room}: nobody there is heard or answered. To mend it, type there: /invite @${bot}`,
      );
    },
  };
}

function outsideWords(room: string, bot: string, refusal: string): string {
  if (refusal === 'is_archived') return `the room ${room} is archived: nobody there is answered`;
  return `@${bot} is not in the room ${room}, and cannot answer there. To mend it, type there: /invite @${bot}`;
}
