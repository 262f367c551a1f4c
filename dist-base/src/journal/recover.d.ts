import type { ProcessId } from '../context/host.ts';
import type { Interrupted } from '../context/journal.ts';
import type { Database } from './database.ts';
export declare function recoverRuns(database: Database, alive: (process: ProcessId) => boolean | undefined, at: Date): Interrupted[];
/** A process looks often and seldom has to write. */
export declare function vouchFor(database: Database, process: ProcessId): void;
