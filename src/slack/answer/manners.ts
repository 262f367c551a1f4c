import type { Config, RoomConfig } from '../../context/config.ts';
import { OpsError } from '../../context/errors.ts';
import type { Clock } from '../../context/host.ts';
import type { Journal, RunRecord } from '../../context/journal.ts';
import type { Turns } from '../../run/turns.ts';
import type { Ask } from '../ask/ask.ts';
import type { Call } from '../connection/client.ts';
import type { RoomNames } from '../connection/room-names.ts';
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
  roomNames: Pick<RoomNames, 'of'>;
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
  journal: Pick<Journal, 'runs'>;
  commands(): Promise<readonly string[]>;
}

/** What is set for the room that a line was typed in, or why the line is not for it. */
export async function admit(
  ask: Pick<Ask, 'channel' | 'way'>,
  argv: readonly string[],
  { manners: { rooms }, journal, commands }: AdmitParts,
): Promise<RoomConfig | OpsError> {
  try {
    const settings = await rooms.settingsOf(ask.channel);
    if (settings.commands === undefined) return settings;
    const names = await commands();
    const elsewhere = (name: string): string[] =>
      rooms.where((other) => refusedHere([name], [name], other, () => []) === undefined);
    for (const line of await linesIn(ask, argv, journal)) {
      const refusal = refusedHere(line, names, settings, elsewhere);
      if (refusal !== undefined) return refusal;
    }
    return settings;
  } catch (error) {
    if (error instanceof OpsError) return error;
    throw error;
  }
}

/** The lines that a room must take: a button of one that it took is no other line, and who repeats one asks for it. */
async function linesIn(
  { way }: Pick<Ask, 'way'>,
  argv: readonly string[],
  journal: Pick<Journal, 'runs'>,
): Promise<readonly (readonly string[])[]> {
  const [verb, ...words] = argv;
  const typed = way === 'button' ? [] : [argv];
  if (verb !== 'rerun') return way === 'button' && (verb === 'stop' || verb === 'log') ? [] : [argv];
  // Named as `findRun` reads them; the second that begins so may be the line that asks.
  const ids = words.map((word) => word.toLowerCase()).filter((word) => /^[a-z0-9]+$/.test(word));
  const repeated = await Promise.all(ids.map((prefix) => journal.runs({ prefix, limit: 2 })));
  return [...typed, ...repeated.flat().map((run) => run.argv)];
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
  isUrgent: boolean,
): Waiting {
  return { run: id, person: actor.id, room: `${team}:${channel}`, isUrgent, user, channel, thread, argv };
}
