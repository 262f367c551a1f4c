import type { Database } from './database.ts';
/** Brings a new or older journal to the schema that this program knows, whoever else is about to do the same. */
export declare function upgrade(database: Database, path: string, busyTimeout: number): Promise<void>;
