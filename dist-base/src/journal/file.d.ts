import { type Stats } from 'node:fs';
/** Makes the journal's folder and file where they are missing, readable by their owner alone. */
export declare function makeJournalFile(path: string): void;
export declare function sameFile(path: string, before: Stats): boolean;
