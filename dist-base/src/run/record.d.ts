import type { Output } from '../context/context.ts';
import { OpsError } from '../context/errors.ts';
import type { Clock, System } from '../context/host.ts';
import type { Interrupted, Journal, RunEnd } from '../context/journal.ts';
import { type RunRequest, type RunWorld } from './request.ts';
/** The run's own view of the journal. */
export interface RunLog {
    /** Undefined where nothing is recorded. */
    run: string | undefined;
    journal: Journal | undefined;
    /** Why nothing is recorded, where the journal is at fault. */
    fault: unknown;
    start(): Promise<void>;
    finish(end: RunEnd): Promise<void>;
    reportInterrupted(output: Output): Promise<void>;
    close(): Promise<void>;
}
/**
 * Accepts the run in the journal, before anything else happens. Outside a project a read leaves no record; a change
 * always does, or does not run.
 */
export declare function openRecord(request: RunRequest, world: RunWorld): Promise<RunLog>;
/** Ends what a killed process left running, so that the lock it held is really free. */
export declare function recover(journal: Journal, { alive, killGroup, killRun }: Pick<System, 'alive' | 'killGroup' | 'killRun'>, clock: Clock): Promise<Interrupted[]>;
export declare function describeInterrupted({ id, argv, actor, acceptedAt }: Interrupted['run']): string;
export declare function notRecorded(error: unknown, what?: string): OpsError;
