import type { Journal } from '../context/journal.ts';
import type { Database } from './database.ts';
export interface SqliteJournalOptions {
    /** How long to wait for another process's write, in milliseconds. @default 5000 */
    busyTimeout?: number;
}
/** The journal of one machine and its many processes. Makes the file, and its folder, where they are missing. */
export declare function openSqliteJournal(path: string, options?: SqliteJournalOptions): Promise<Journal>;
export declare function openDatabase(path: string, busyTimeout: number): Promise<Database>;
