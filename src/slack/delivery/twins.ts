import type { Clock } from '../../context/host.ts';
import type { Call } from '../connection/client.ts';
import type { Place } from './deliver.ts';
import { findDoubles, findTwins, type Sought } from './find.ts';

export interface TwinsParts {
  clock: Clock;
  /** Looks for messages, in its turn, until Slack has answered. */
  find(find: (call: Call) => Promise<string[]>): Promise<string[]>;
  remove(channel: string, ts: string): Promise<unknown>;
  bot(): string | Promise<string>;
}

/** Milliseconds after which no message is under way any more that Slack has not answered. */
export const longestTravel = 30_000;

interface Sent {
  place: Place;
  ts: string;
}

export interface Twins {
  /**
   * A message that was sent again, since no answer came and it was not there, may arrive twice after all: the one that is
   * not known goes once both must be there. Those of a room are looked for together.
   */
  watch(place: Place, ts: string): void;
  /** See `Delivery`. */
  single(channel: string, thread: string | undefined, since: string): Promise<void>;
}

export function createTwins(parts: TwinsParts): Twins {
  const rooms = new Map<string, Sent[]>();
  const sweep = async (key: string): Promise<void> => {
    for (let sent = rooms.get(key) ?? []; sent.length > 0; sent = rooms.get(key) ?? []) {
      rooms.set(key, []);
      await parts.clock.sleep(longestTravel);
      await removeTwins(sent, parts).catch(() => {});
    }
    rooms.delete(key);
  };
  return {
    watch: (place, ts) => {
      const key = `${place.channel} ${place.thread ?? ''}`;
      const waiting = rooms.get(key);
      rooms.set(key, [...(waiting ?? []), { place, ts }]);
      if (waiting === undefined) void sweep(key);
    },
    single: async (channel, thread, since) => {
      const us = await parts.bot();
      const sought = { channel, thread, asked: since };
      const doubles = await parts.find((call) => findDoubles(call, sought, us));
      for (const ts of doubles) await parts.remove(channel, ts);
    },
  };
}

async function removeTwins(sent: readonly Sent[], { find, remove, bot }: TwinsParts): Promise<void> {
  const [first] = sent;
  if (first === undefined) return;
  const { channel, thread } = first.place;
  const asked = sent.map(({ place }) => place.asked).sort()[0];
  const sought: Sought = {
    channel,
    thread,
    asked: sent.every(({ place }) => place.asked !== undefined) ? asked : undefined,
  };
  const known = new Map(sent.map(({ place, ts }) => [place.run, ts]));
  const us = await bot();
  for (const twin of await find((call) => findTwins(call, sought, us, known))) await remove(channel, twin);
}
