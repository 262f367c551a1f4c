import type { RunRecord } from '../context/journal.ts';
import type { Delivery, Place } from './deliver.ts';
export interface HandOverParts {
    delivery: Pick<Delivery, 'upload' | 'post'>;
    /** Where the output of runs is kept until their rooms have it. */
    outputs: string;
    warn(message: string): void;
}
/** Brings a run's whole output to its room. What cannot be brought is kept, and the room is told where. */
export declare function handOver(row: RunRecord, place: Place & {
    thread: string;
}, { delivery, outputs, warn }: HandOverParts): Promise<void>;
/** Where the output of a run is, for a person who looks for it. */
export declare function keptIn(outputs: string, run: string): string;
