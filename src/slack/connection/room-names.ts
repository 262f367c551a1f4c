import type { Call } from './client.ts';

interface Room {
  name?: unknown;
  is_mpim?: unknown;
  is_private?: unknown;
}

const ask = async (channel: string, call: Call): Promise<Room> =>
  Object((await call('conversations.info', { channel }))['channel']);

const nameOf = ({ name, is_mpim }: Room): string | undefined =>
  typeof name === 'string' && name !== '' && is_mpim !== true ? `#${name}` : undefined;

/** `#ops`; undefined of a conversation that people do not call by a name. */
export const askRoomName = async (channel: string, call: Call): Promise<string | undefined> =>
  nameOf(await ask(channel, call));

/** The same; undefined of a room of which only its members may know too. */
export async function askPublicName(channel: string, call: Call): Promise<string | undefined> {
  const room = await ask(channel, call);
  return room.is_private === false ? nameOf(room) : undefined;
}

/** What people call a room, for showing only: `#ops`. Its id where Slack does not tell, which is asked again. */
export function createRoomNames(call: Call): (channel: string) => Promise<string> {
  const names = new Map<string, Promise<string>>();
  const askNow = async (channel: string): Promise<string> => {
    try {
      return (await askRoomName(channel, call)) ?? channel;
    } catch {
      names.delete(channel);
      return channel;
    }
  };
  return (channel) => {
    const name = names.get(channel) ?? askNow(channel);
    names.set(channel, name);
    return name;
  };
}
