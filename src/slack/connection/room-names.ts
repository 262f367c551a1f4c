import type { Call } from './client.ts';

/** What rooms are called. Slack is asked once for each, and again where it did not tell. */
export interface RoomNames {
  /** `#ops`; undefined of a conversation that people do not call by a name. */
  of(channel: string): Promise<string | undefined>;
  /** The same; undefined of a room of which only its members may know too. */
  publicOf(channel: string): Promise<string | undefined>;
  /** For showing only: its id where it has no name, or Slack does not tell. */
  shown(channel: string): Promise<string>;
}

interface Room {
  name: string | undefined;
  isPublic: boolean;
}

export function createRoomNames(call: Call): RoomNames {
  const rooms = new Map<string, Promise<Room>>();
  const ask = async (channel: string): Promise<Room> => {
    try {
      return read(await call('conversations.info', { channel }));
    } catch (error) {
      rooms.delete(channel);
      throw error;
    }
  };
  const find = (channel: string): Promise<Room> => {
    const room = rooms.get(channel) ?? ask(channel);
    rooms.set(channel, room);
    return room;
  };
  return {
    of: async (channel) => (await find(channel)).name,
    publicOf: async (channel) => {
      const { name, isPublic } = await find(channel);
      return isPublic ? name : undefined;
    },
    shown: async (channel) => (await find(channel).catch(() => undefined))?.name ?? channel,
  };
}

function read({ channel }: Record<string, unknown>): Room {
  const { name, is_mpim, is_private } = Object(channel);
  const isNamed = typeof name === 'string' && name !== '' && is_mpim !== true;
  return { name: isNamed ? `#${name}` : undefined, isPublic: is_private === false };
}
