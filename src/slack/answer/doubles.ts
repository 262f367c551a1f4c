import type { Clock } from '../../context/host.ts';
import type { Journal } from '../../context/journal.ts';
import { wordsOf } from '../../run/failure.ts';
import type { Delivery } from '../delivery/deliver.ts';
import { longestTravel } from '../delivery/twins.ts';

export interface DoublesParts {
  journal: Pick<Journal, 'runs'>;
  delivery: Pick<Delivery, 'single'>;
  clock: Clock;
  team: string;
  warn(message: string): void;
  signal: AbortSignal;
}

/** Milliseconds before a listener's death in which it may have left a message twice. */
const lately = 10 * 60_000;
const mostRuns = 5000;

/** A listener that was killed had no time to remove what arrived twice after all: the next one does, once all is there. */
export async function removeDoubles(parts: DoublesParts): Promise<void> {
  const { journal, delivery, clock, team, warn, signal } = parts;
  const since = new Date(clock.now().getTime() - lately);
  const listeners = await journal.runs({ command: 'listen', states: ['interrupted'], limit: 20 });
  if (!listeners.some(({ finishedAt }) => finishedAt !== undefined && finishedAt >= since)) return;
  await clock.sleep(longestTravel, signal);
  const asked = new Map<string, string>();
  // Newest first: the last one is the oldest.
  for (const { origin } of await journal.runs({ since, team, limit: mostRuns })) {
    if (origin.type === 'room' && origin.message !== undefined) asked.set(origin.channel, origin.message);
  }
  for (const [channel, message] of asked) {
    await delivery.single(channel, message).catch((error: unknown) => warn(wordsOf(error)));
  }
}
