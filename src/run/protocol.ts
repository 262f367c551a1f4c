import type { Outcome } from '../context/errors.ts';
import type { Event } from '../context/events.ts';

/** Why a file could not be fetched. */
export interface FetchFault {
  outcome: Exclude<Outcome, 'ok'>;
  message: string;
  hint?: string;
}

/** What the listener tells a child. */
export type ToChild =
  | { type: 'run'; run: string; argv: readonly string[] }
  /** So many characters of events were taken in; as many more may be sent. */
  | { type: 'credit'; size: number }
  | { type: 'stop'; reason: string }
  /** It has its turn again. */
  | { type: 'resumed' }
  /** The answer to `fetch`. */
  | { type: 'fetched'; file: string; path: string }
  | { type: 'unfetched'; file: string; fault: FetchFault };

/** What a child tells the listener. */
export type FromChild =
  | { type: 'ready' }
  /** It has the run: whatever becomes of it from now on, nobody else carries it out. */
  | { type: 'begun' }
  /** It waits for a person, and needs no turn; then it has waited, and wants one again. */
  | { type: 'pause' }
  | { type: 'resume' }
  /** Wants a file that is attached to the message, unless it is larger. */
  | { type: 'fetch'; file: string; largest: number }
  | { type: 'events'; events: Event[]; size: number }
  /** `again`: the child is as good as new and waits for another run; else it ends. `isOld`: it soon will. */
  | { type: 'done'; exitCode: number; again: boolean; isOld?: boolean };

/** Characters under way between child and listener before the child waits: it bounds the memory of both. */
export const creditLimit = 512 * 1024;
/** Characters that were taken in before the child is told: a word for each batch would wake it for nothing. */
export const creditStep = creditLimit / 8;

export function sizeOf(event: Event): number {
  return event.type === 'line' ? event.text.length : 256;
}
