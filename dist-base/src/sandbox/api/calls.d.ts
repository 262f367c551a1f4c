import type { Call } from '../sandbox.ts';
export interface CallLog {
    readonly calls: readonly Call[];
    /** `bytes`: of the request. */
    add(call: Call, bytes: number): void;
}
/** The latest calls, oldest first; older ones are forgotten. */
export declare function createCallLog(): CallLog;
