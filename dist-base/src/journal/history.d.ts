import type { RunFilter } from '../context/journal.ts';
import type { Values } from './database.ts';
/** The newest runs that the filter lets through; runs of the same moment in the reverse of the order they came in. */
export declare function historyQuery(filter: RunFilter): {
    sql: string;
    values: Values;
};
/** SQLite takes a negative limit for none, and no limit that is not a whole number. */
export declare function bounded(limit: number): number;
