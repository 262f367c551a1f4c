import type { Clock, ProcessId, System } from '../context/host.ts';
import type { Interrupted, Journal, RunRecord } from '../context/journal.ts';
import type { Delivery } from './deliver.ts';
export interface AnsweredParts {
    journal: Journal;
    delivery: Delivery;
    clock: Clock;
    /** Where the output of runs is kept until their rooms have it. */
    outputs: string;
    processes: Pick<System, 'identify' | 'alive' | 'killGroup' | 'killRun'>;
    team: string;
    /** Whether this process tells of that run already. */
    isBusy(run: string): boolean;
    warn(message: string): void;
    signal: AbortSignal;
}
/** The fact that says so. */
export declare const answeredKind = "answered";
/** Remembers that a run's room knows its end. */
export declare function markAnswered(journal: Journal, { id, actor }: RunRecord, clock: Clock): Promise<void>;
/** A line that was typed in a room is told there. Of others, whoever watches the listener hears. */
export declare function warnOfOthers(interrupted: readonly Interrupted[], warn: (message: string) => void): void;
/** Tells rooms, for as long as the signal lets it, what became of lines whose listener is gone. Nothing is run again. */
export declare function keepTelling(parts: AnsweredParts): Promise<void>;
/** Tells what is to be told now. Gives back how many runs are still under way that nobody else will tell of. */
export declare function tellUnanswered(parts: AnsweredParts): Promise<number>;
export declare function isSameProcess(one: ProcessId, other: ProcessId): boolean;
