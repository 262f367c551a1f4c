import { formatDuration } from '../context/duration.ts';
import type { Clock } from '../context/host.ts';
import type { Listener } from './listener.ts';

/** Milliseconds that a line which is stopped has to end, and its room to be told. */
const telling = 9500;
/** Of these the room needs some. */
const posting = 1500;

/** What `--grace` is where nobody says. */
export const usualGrace = telling;

/** Milliseconds that the process of a line has to heed a stop, within a grace. */
export function heedingTime(grace: number): number {
  return Math.max(0, Math.min(grace, telling) - posting);
}

export interface Drain {
  /** Milliseconds, all in all. */
  grace: number;
  listener: Pick<Listener, 'idle' | 'busy'>;
  clock: Clock;
  /** Ends the lines that still run. */
  stop(): void;
  note(words: string): void;
}

/** Lets the lines that run end by themselves; stops those that do not, as late as leaves time to say so. */
export async function drain({ grace, listener, clock, stop, note }: Drain): Promise<void> {
  const idle = listener.idle();
  const patience = grace - telling;
  if (patience > 0 && listener.busy() > 0) {
    note(`No new lines are taken; ${linesOf(listener.busy())} ${formatDuration(patience)} to end`);
    await within(patience, idle, clock);
  }
  stop();
  await within(Math.min(grace, telling), idle, clock);
}

const linesOf = (count: number): string => (count === 1 ? 'one that runs has' : `${count} that run have`);

export async function within(ms: number, work: Promise<void>, clock: Clock): Promise<void> {
  const waiting = new AbortController();
  await Promise.race([work, clock.sleep(ms, waiting.signal).catch(() => {})]);
  waiting.abort();
}
