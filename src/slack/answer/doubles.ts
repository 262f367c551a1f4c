import type { Clock } from '../../context/host.ts';
import type { Journal, RunRecord } from '../../context/journal.ts';
import { wordsOf } from '../../run/failure.ts';
import type { Delivery } from '../delivery/deliver.ts';
import { longestTravel } from '../delivery/twins.ts';
import { placeOf } from './announce.ts';
import type { Manners } from './manners.ts';

export interface DoublesParts {
  journal: Pick<Journal, 'runs'>;
  delivery: Pick<Delivery, 'single'>;
  manners: Pick<Manners, 'rooms'>;
  clock: Clock;
  team: string;
  warn(message: string): void;
  signal: AbortSignal;
}

/** Milliseconds before a listener's death in which it may have left a message twice. */
const lately = 10 * 60_000;
const mostRuns = 5000;
/** Each takes a call: where each line has a thread of its own, those of the last ones are looked at. */
const mostThreads = 60;

/** A listener that was killed had no time to remove what arrived twice after all: the next one does, once all is there. */
export async function removeDoubles(parts: DoublesParts): Promise<void> {
  const { journal, delivery, clock, team, warn, signal } = parts;
  const since = new Date(clock.now().getTime() - lately);
  const listeners = await journal.runs({ command: 'listen', states: ['interrupted'], limit: 20 });
  if (!listeners.some(({ finishedAt }) => finishedAt !== undefined && finishedAt >= since)) return;
  await clock.sleep(longestTravel, signal);
  for (const one of await placesOf(await journal.runs({ since, team, limit: mostRuns }), parts)) {
    if (signal.aborted) return;
    await delivery.single(one.channel, one.thread, one.asked).catch((error: unknown) => warn(wordsOf(error)));
  }
}

interface Swept {
  channel: string;
  thread: string | undefined;
  /** What the oldest of them was asked with: no answer is older. */
  asked: string;
}

/** Where those runs were answered, newest first, each place once. */
async function placesOf(runs: readonly RunRecord[], { manners, warn }: DoublesParts): Promise<Swept[]> {
  const places = new Map<string, Swept>();
  let threads = 0;
  for (const run of runs) {
    if (run.origin.type !== 'room' || run.origin.message === undefined) continue;
    const found = await placeOf(run, manners.rooms).catch((error: unknown) => void warn(wordsOf(error)));
    if (found === undefined) continue;
    const { channel, thread } = found.place;
    const { message } = run.origin;
    const key = `${channel} ${thread ?? ''}`;
    const known = places.get(key);
    if (known !== undefined) known.asked = message;
    else if (thread === undefined || threads++ < mostThreads) places.set(key, { channel, thread, asked: message });
  }
  return [...places.values()];
}
