import type { Clock } from '../context/host.ts';
import type { Pace } from './pace.ts';
/** Calls that share a limit: they wait for each other. */
export interface Lane {
    /**
     * Makes the call in its turn, and once more in its turn where Slack refuses it for coming too soon, for as long as
     * that takes. Calls whose `over` is aborted go before those that have one which is not: nothing comes after them.
     */
    take<Result>(call: () => Promise<Result>, over?: AbortSignal): Promise<Result>;
    /** Milliseconds until all that wait and one more, which is not the last, could be out; 0 where it could go now. */
    wait(): number;
}
/** `spare` turns are kept for calls that nothing comes after. */
export declare function createLane(pace: Pace, clock: Clock, spare?: number): Lane;
/** A lane for each of something, such as each room. Those that were not asked for lately are forgotten. */
export declare function createLanes(create: () => Lane): (key: string) => Lane;
