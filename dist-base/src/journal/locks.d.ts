import type { Lock } from '../context/journal.ts';
import type { Database } from './database.ts';
export declare function takeLock(database: Database, lock: Lock): {
    taken: true;
} | {
    taken: false;
    held: Lock;
};
export declare function freeLocks(database: Database, run: string): void;
export declare function listLocks(database: Database): Lock[];
