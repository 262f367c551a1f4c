import { type Outcome } from '../context/errors.ts';
import type { Event } from '../context/events.ts';
import type { RunEnd, RunState } from '../context/journal.ts';
export declare function stateOf(outcome: Outcome): RunState;
export interface Failure {
    event: Extract<Event, {
        type: 'error';
    }>;
    end: Omit<RunEnd, 'at'>;
}
/** The one place where what was thrown becomes an outcome. */
export declare function failureOf(thrown: unknown, run: string | undefined, debug?: boolean): Failure;
export declare function wordsOf(error: unknown): string;
