import type { Event, Sink } from '../context/events.ts';
import { createBatch } from './batch.ts';
import { creditLimit, type FromChild } from './protocol.ts';

export interface EventChannel {
  sink: Sink;
  credit(size: number): void;
  /** Resolves when all events are sent. */
  flush(): Promise<void>;
}

/** Characters of lines that are much, and milliseconds until more of them is sent then: no room is shown more often. */
const [much, pause] = [2 ** 14, 100];

/**
 * Sends events in batches, and lets the run wait while the other side is behind. Lines never wait: of those that nobody
 * takes in, the middle is left out.
 */
export function createEventChannel(send: (message: FromChild) => Promise<void>): EventChannel {
  const batch = createBatch();
  let underWay = 0;
  let scheduled: Promise<void> | undefined;
  let sending = Promise.resolve();
  let rest: NodeJS.Timeout | undefined;
  let waiting: (() => void)[] = [];
  const flush = async (): Promise<void> => {
    scheduled = undefined;
    if (batch.isEmpty()) return sending;
    const size = batch.size();
    if (batch.lines() > much) rest ??= setTimeout(goOn, pause).unref();
    underWay += size;
    // What is sent later arrives later: it stands for all before.
    sending = send({ type: 'events', events: batch.take(), size });
    return sending;
  };
  const schedule = (): Promise<void> => {
    if (scheduled !== undefined) return scheduled;
    const mine: Promise<void> = loopGoesRound().then(() => (scheduled === mine ? flush() : undefined));
    scheduled = mine;
    return mine;
  };
  const untilTakenIn = (): Promise<void> =>
    new Promise((resolve) => void (underWay <= creditLimit ? resolve() : waiting.push(resolve)));
  const goOn = (): void => {
    rest = undefined;
    if (!batch.isEmpty() && underWay <= creditLimit) void schedule();
  };
  return {
    sink: (whole) => {
      const event = lean(whole);
      batch.add(event);
      if (event.type === 'line' || event.type === 'progress') {
        if (rest === undefined && underWay <= creditLimit) void schedule();
        return undefined;
      }
      // The end is waited for: what is still done after it need not be.
      const sent = event.type === 'finished' ? flush() : schedule();
      return underWay + batch.size() <= creditLimit ? undefined : sent.then(untilTakenIn);
    },
    credit: (taken) => {
      underWay -= taken;
      if (underWay > creditLimit) return;
      for (const proceed of waiting) proceed();
      waiting = [];
      if (rest === undefined) goOn();
    },
    flush,
  };
}

const loopGoesRound = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Without what no room shows, or gets as a file, which may be large, or of a kind that cannot be sent. */
function lean(event: Event): Event {
  if (event.type === 'line' && event.pictures !== undefined) {
    const { pictures: _, ...line } = event;
    return line;
  }
  if (event.type === 'result') return { ...event, data: undefined };
  if (event.type !== 'error') return event;
  const { details: _, ...rest } = event;
  return rest;
}
