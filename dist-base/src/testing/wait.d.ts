import type { Journal, RunRecord } from '../context/journal.ts';
import { type Message, type Posted, type Sandbox } from '../sandbox/server.ts';
import type { Listener } from './listener.ts';
export interface Waiting {
    slack: Sandbox;
    journal: Journal;
    listener: Listener;
    /** The `ts` of refusals whose lines are known. */
    told: Set<string>;
    /** Milliseconds. */
    timeout: number;
}
export type Said = Posted & {
    text: string;
    person: string;
};
/** Resolves with the run that a line became, or with what its sender was told instead. */
export declare function taken(said: Said, waiting: Waiting): Promise<RunRecord | Message>;
/** Resolves with a run that has ended, once the room was told all of it. */
export declare function ended({ id }: RunRecord, said: Said, waiting: Waiting): Promise<RunRecord>;
