import type { Fact, FactFilter } from '../context/journal.ts';
import type { Database } from './database.ts';
export declare function recordFact(database: Database, { run, kind, subject, data, at, actor }: Fact): void;
export declare function listFacts(database: Database, { kind, subject, limit }: FactFilter): Fact[];
