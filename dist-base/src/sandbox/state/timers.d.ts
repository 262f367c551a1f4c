export interface Timers {
    add(ms: number, task: () => void): () => void;
    /** Runs what is due by then in the order of its time, after `step` has brought the clock there. */
    runUntil(until: number, step: (due: number) => void): void;
    /** Waits anew for what is left, as the clock has moved. */
    arm(): void;
    close(): void;
}
/** Timers of a clock that may jump. One that does not `run` fires only what it is moved past. */
export declare function createTimers(now: () => number, runs: boolean): Timers;
