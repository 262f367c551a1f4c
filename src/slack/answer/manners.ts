import type { Config, RoomConfig } from '../../context/config.ts';
import { OpsError } from '../../context/errors.ts';
import type { Clock } from '../../context/host.ts';
import type { RunRecord } from '../../context/journal.ts';
import type { Turns } from '../../run/turns.ts';
import type { Ask } from '../ask/ask.ts';
import type { Call } from '../connection/client.ts';
import type { Delivery } from '../delivery/deliver.ts';
import { createReactions, type Reactions } from '../delivery/reactions.ts';
import { refusedHere } from './allowed.ts';
import { createHabits, type Habits } from './habits.ts';
import { createInLine, type InLine, type Waiting } from './in-line.ts';
import { openRooms, type Rooms } from './rooms.ts';

/** How the listener behaves in a room. */
export interface Manners {
  rooms: Rooms;
  reactions: Reactions;
  inLine: InLine;
  habits: Habits;
}

interface MannersParts {
  config: Pick<Config, 'rooms'>;
  turns: Turns;
  delivery: Delivery;
  call: Call;
  clock: Clock;
  warn(message: string): void;
}

export async function openManners({ config, turns, delivery, ...parts }: MannersParts): Promise<Manners> {
  return {
    rooms: await openRooms({ rooms: config.rooms, ...parts }),
    reactions: createReactions(parts),
    inLine: createInLine(turns, delivery),
    habits: createHabits(),
  };
}

interface AdmitParts {
  manners: Pick<Manners, 'rooms'>;
  commands(): Promise<readonly string[]>;
}

/** What is set for the room that a line was typed in, or why the line is not for it. */
export async function admit(
  { channel }: Ask,
  argv: readonly string[],
  { manners: { rooms }, commands }: AdmitParts,
): Promise<RoomConfig | OpsError> {
  try {
    const settings = await rooms.settingsOf(channel);
    if (settings.commands === undefined) return settings;
    const elsewhere = (name: string): string[] =>
      rooms.where((other) => refusedHere([name], [name], other, () => []) === undefined);
    return refusedHere(argv, await commands(), settings, elsewhere) ?? settings;
  } catch (error) {
    if (error instanceof OpsError) return error;
    throw error;
  }
}

/** The thread that a line is answered in; undefined for the room's root. */
export function threadOf(
  { thread, ts }: Pick<Ask, 'thread' | 'ts'>,
  { reply }: Pick<RoomConfig, 'reply'>,
): string | undefined {
  return thread ?? (reply === 'thread' ? ts : undefined);
}

export function waitingOf(
  { team, channel, thread, user }: Pick<Ask, 'team' | 'channel' | 'thread' | 'user'>,
  { id, actor, argv }: RunRecord,
): Waiting {
  return { run: id, person: actor.id, room: `${team}:${channel}`, user, channel, thread, argv };
}
