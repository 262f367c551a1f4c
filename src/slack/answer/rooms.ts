import type { RoomConfig } from '../../context/config.ts';
import { OpsError } from '../../context/errors.ts';
import { SlackCallError } from '../connection/call-error.ts';
import type { Call } from '../connection/client.ts';
import type { RoomNames } from '../connection/room-names.ts';
import { roomReference } from './room-reference.ts';

/** What the configuration says of rooms. */
export interface Rooms {
  settingsOf(channel: string): Promise<RoomConfig>;
  /** Rooms with settings of their own of which something holds, as they are told in Slack. */
  where(holds: (settings: RoomConfig) => boolean): string[];
}

interface RoomSettingsParts {
  rooms: Readonly<Record<string, RoomConfig>>;
  call: Call;
  roomNames: Pick<RoomNames, 'of'>;
  warn(message: string): void;
}

interface Page {
  channels?: { id?: string; name?: string }[];
  response_metadata?: { next_cursor?: string };
}

const usual: RoomConfig = { reply: 'channel', quiet: false };
const scopes = 'give the app the scopes channels:read and groups:read, or write the id of the room';

/**
 * Names are looked up once: a room keeps its settings when it is renamed. While a name belongs to no room yet, each
 * room that is new is asked for its name before anything runs there, so that no limit is passed by.
 */
export async function openRooms({ rooms, call, roomNames, warn }: RoomSettingsParts): Promise<Rooms> {
  const wanted = Object.keys(rooms).filter((key) => key.startsWith('#'));
  const names = new Map<string, string>();
  const ids = new Map<string, string>();
  let isComplete = true;
  if (wanted.length > 0) {
    const found = await lookUp(wanted, call);
    for (const [id, name] of found) {
      names.set(id, name);
      ids.set(name, id);
    }
    const known = new Set(found.values());
    isComplete = wanted.every((key) => known.has(key));
    for (const name of wanted.filter((key) => !known.has(key))) {
      warn(`rooms.${name}: the app sees no room of that name; what is set for it holds as soon as there is one`);
    }
  }
  const nameOf = async (channel: string): Promise<string> => {
    const name = names.get(channel) ?? (await askName(channel, roomNames));
    ids.set(name, channel);
    return name;
  };
  return {
    settingsOf: async (channel) => {
      const own = rooms[channel];
      if (own !== undefined || channel.startsWith('D')) return own ?? usual;
      const name = isComplete ? names.get(channel) : await nameOf(channel);
      return rooms[name ?? ''] ?? usual;
    },
    where: (holds) => {
      const told = Object.keys(rooms).filter((key) => holds(rooms[key] ?? usual));
      return [...new Set(told.flatMap((key) => said(key, ids)))];
    },
  };
}

/** A direct message is for those in it. */
function said(key: string, ids: ReadonlyMap<string, string>): string | [] {
  if (key.startsWith('D')) return [];
  const id = key.startsWith('#') ? ids.get(key) : key;
  return id === undefined ? key : roomReference(id);
}

async function lookUp(wanted: readonly string[], call: Call): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const args = { types: 'public_channel,private_channel', exclude_archived: true, limit: 1000 };
  let cursor: string | undefined;
  do {
    const from = cursor === undefined ? {} : { cursor };
    const page = (await call('conversations.list', { ...args, ...from }).catch((error: unknown) => {
      throw unreadable(`the names of rooms under "rooms" (${wanted.join(', ')})`, error);
    })) as Page;
    for (const { id, name } of page.channels ?? []) {
      if (id !== undefined && wanted.includes(`#${name}`)) found.set(id, `#${name}`);
    }
    cursor = page.response_metadata?.next_cursor || undefined;
  } while (cursor !== undefined && found.size < wanted.length);
  return found;
}

async function askName(channel: string, roomNames: Pick<RoomNames, 'of'>): Promise<string> {
  try {
    return (await roomNames.of(channel)) ?? '#';
  } catch (error) {
    throw unreadable('the name of this room, which may have settings of its own,', error);
  }
}

function unreadable(what: string, error: unknown): OpsError {
  const { message, refusal } =
    error instanceof SlackCallError ? error : new SlackCallError(String(error), { cause: error });
  const outcome = refusal === undefined ? 'unavailable' : 'config';
  const hint = refusal === 'missing_scope' ? { hint: scopes } : {};
  return new OpsError(outcome, `${what} could not be looked up: ${message}`, hint);
}
