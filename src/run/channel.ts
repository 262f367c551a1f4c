import type { Event, Sink } from '../context/events.ts';
import { creditLimit, type FromChild, sizeOf } from './protocol.ts';

export interface EventChannel {
  sink: Sink;
  credit(size: number): void;
  /** Resolves when all events are sent. */
  flush(): Promise<void>;
}

/** Sends events in batches, and lets the run wait while the other side is behind. */
export function createEventChannel(send: (message: FromChild) => Promise<void>): EventChannel {
  let batch: Event[] = [];
  let size = 0;
  let pending = 0;
  let scheduled: Promise<void> | undefined;
  let waiting: (() => void)[] = [];
  const flush = async (): Promise<void> => {
    scheduled = undefined;
    if (batch.length === 0) return;
    const message = { type: 'events', events: batch, size } as const;
    batch = [];
    size = 0;
    await send(message);
  };
  const schedule = (): Promise<void> => {
    scheduled ??= new Promise<void>((resolve) => setImmediate(resolve)).then(flush);
    return scheduled;
  };
  return {
    sink: (whole) => {
      const event = lean(whole);
      batch = joined(batch, event);
      size += sizeOf(event);
      pending += sizeOf(event);
      const sent = schedule();
      if (pending <= creditLimit) return undefined;
      return sent.then(
        () => new Promise<void>((resolve) => void (pending <= creditLimit ? resolve() : waiting.push(resolve))),
      );
    },
    credit: (taken) => {
      pending -= taken;
      if (pending > creditLimit) return;
      for (const proceed of waiting) proceed();
      waiting = [];
    },
    flush: () => schedule(),
  };
}

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

/** Lines that follow each other travel as one event. */
function joined(batch: Event[], event: Event): Event[] {
  const last = batch.at(-1);
  if (last?.type !== 'line' || event.type !== 'line' || last.stream !== event.stream) return [...batch, event];
  return batch.with(-1, { ...last, text: `${last.text}\n${event.text}` });
}
