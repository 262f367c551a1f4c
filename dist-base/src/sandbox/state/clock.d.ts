/** Timestamps are exact up to here, and dates can be written. */
export declare const latestTime: number;
export interface Clock {
    /** Milliseconds since 1970. */
    now(): number;
    /** The next message timestamp: strictly increasing, six decimals. */
    ts(): string;
    /** Timestamps to come are later than this one. */
    passed(ts: string): void;
    /** Runs the task once, when so many milliseconds have passed on this clock; the answer cancels it. Keeps no process alive. */
    timer(ms: number, task: () => void): () => void;
    /** Moves the clock forward. What falls due meanwhile runs first, each at its own time. */
    advance(ms: number): void;
    /** Forgets every timer. */
    close(): void;
}
export interface ClockOptions {
    /** The clock that this one follows. @default Date.now */
    now?: () => number;
    /** Stands at these milliseconds since 1970 until it is moved, in place of following a clock. */
    standing?: number;
}
export declare function createClock({ now: real, standing }?: ClockOptions): Clock;
export declare const seconds: (clock: Clock) => number;
