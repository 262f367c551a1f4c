import type { Event } from '../context/events.ts';

/** What the listener tells a child. */
export type ToChild =
  | { type: 'run'; run: string; argv: readonly string[] }
  /** So many characters of events were taken in; as many more may be sent. */
  | { type: 'credit'; size: number }
  | { type: 'stop'; reason: string };

/** What a child tells the listener. */
export type FromChild =
  | { type: 'ready' }
  | { type: 'events'; events: Event[]; size: number }
  /** `again`: the child is as good as new and waits for another run; else it ends. */
  | { type: 'done'; exitCode: number; again: boolean };

/** Characters under way between child and listener before the child waits: it bounds the memory of both. */
export const creditLimit = 512 * 1024;

export function sizeOf(event: Event): number {
  return event.type === 'line' ? event.text.length : 256;
}
