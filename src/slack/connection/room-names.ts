import type { Call } from './client.ts';

/** `#ops`; undefined of a conversation that people do not call by a name. */
export async function askRoomName(channel: string, call: Call): Promise<string | undefined> {
  const { name, is_mpim } = Object((await call('conversations.info', { channel }))['channel']);
  return typeof name === 'string' && name !== '' && is_mpim !== true ? `#${name}` : undefined;
}

/** What people call a room, for showing only: `#ops`. Its id where Slack does not tell, which is asked again. */
export function createRoomNames(call: Call): (channel: string) => Promise<string> {
  const names = new Map<string, Promise<string>>();
  const ask = async (channel: string): Promise<string> => {
    try {
      return (await askRoomName(channel, call)) ?? channel;
    } catch {
      names.delete(channel);
      return channel;
    }
  };
  return (channel) => {
    const name = names.get(channel) ?? ask(channel);
    names.set(channel, name);
    return name;
  };
}
