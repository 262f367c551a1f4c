import type { ProcessId } from '../context/host.ts';
import type { NewRun, RunEnd, RunFilter, RunRecord, RunStart } from '../context/journal.ts';
import type { Database } from './database.ts';
export declare const unfinished = "state IN ('accepted', 'waiting', 'running')";
export declare function acceptRun(database: Database, run: NewRun, newId?: () => string): RunRecord | undefined;
export declare function startRun(database: Database, id: string, start: RunStart): void;
export declare function waitRun(database: Database, id: string): void;
/** The first end stays: a run that was cancelled does not succeed afterwards. */
export declare function finishRun(database: Database, id: string, end: RunEnd): void;
/** Whoever is to tell of the run is another one from here on, unless that changed meanwhile. */
export declare function takeOver(database: Database, id: string, from: ProcessId, by: ProcessId): boolean;
export declare function findRun(database: Database, id: string): RunRecord | undefined;
export declare function listRuns(database: Database, filter: RunFilter): RunRecord[];
export declare function addGroup(database: Database, run: string, group: ProcessId): void;
export declare function mustExist(database: Database, id: string): void;
export declare function mustBeUnfinished(database: Database, id: string): void;
