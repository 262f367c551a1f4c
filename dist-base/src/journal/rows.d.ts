import type { Outcome } from '../context/errors.ts';
import type { Actor, ProcessId } from '../context/host.ts';
import type { Fact, Lock, RunRecord, RunState } from '../context/journal.ts';
export interface ActorRow {
    actor_id: string;
    actor_name: string;
}
export interface RunRow extends ActorRow {
    id: string;
    command: string | null;
    argv: string;
    origin: string;
    environment: string | null;
    effect: 'read' | 'change' | null;
    state: RunState;
    outcome: Outcome | null;
    exit_code: number | null;
    message: string | null;
    accepted_at: number;
    started_at: number | null;
    finished_at: number | null;
    process_host: string;
    process_pid: number;
    process_started: string;
    owner_host: string;
    owner_pid: number;
    owner_started: string;
    doubted_at: number | null;
}
export interface LockRow extends ActorRow {
    key: string;
    run: string;
    reason: string;
    since: number;
}
export interface FactRow extends ActorRow {
    run: string;
    kind: string;
    subject: string;
    data: string;
    at: number;
}
export declare function runOf(row: RunRow): RunRecord;
export declare function lockOf(row: LockRow): Lock;
export declare function factOf(row: FactRow): Fact;
/** How a name is compared: SQLite itself knows upper and lower case only of ASCII. */
export declare function folded(name: string): string;
export declare function actorValues(actor: Actor): {
    actor_id: string;
    actor_name: string;
};
export declare function processValues(process: ProcessId): {
    process_host: string;
    process_pid: number;
    process_started: string;
};
export declare function ownerValues(process: ProcessId): {
    owner_host: string;
    owner_pid: number;
    owner_started: string;
};
export declare function processOf(row: Pick<RunRow, 'process_host' | 'process_pid' | 'process_started'>): ProcessId;
