import type { DeliveryFaults } from '../socket/delivery-faults.ts';
import type { Random } from '../state/random.ts';
export interface Fault {
    /** This HTTP status, with an empty body. */
    status?: number;
    /** `ok: false` with this name. */
    error?: string;
    /** 429, with so many seconds of Retry-After. */
    rateLimited?: number;
    /** No answer at all, until the client gives up. */
    hang?: boolean;
    /** The connection is cut instead of an answer. */
    drop?: boolean;
    /** The answer, or the fault, comes so many milliseconds of the sandbox's clock later. */
    delayMs?: number;
    /** Before the call has its effect, or after it: the message is stored and the answer is lost. @default 'before' */
    when?: 'before' | 'after';
    /** How many calls meet it. @default 1 */
    times?: number;
}
export interface StandingFault extends Omit<Fault, 'times'> {
    /** The share of calls that meet it, from 0 to 1. @default 1 */
    rate?: number;
}
export interface Faults {
    /** The next calls of the method (`*` for any, `upload` for the bytes of a file) meet this fault. Several wait in line. A method that is not known is refused. */
    next(method: string, fault: Fault): void;
    /** The calls of the method meet this fault until it is cleared or another takes its place. Those in line come first. */
    always(method: string, fault: StandingFault): void;
    /** What goes wrong with events on their way to the app, in place of what was set before; `{}` is nothing. */
    delivery(faults: DeliveryFaults): void;
    /** Socket Mode is turned off: `link_disabled` to every connection, and no new one until it is turned on. */
    linkDisabled(disabled: boolean): void;
    /** Sends `app_rate_limited`: an envelope of the Events API that has no event in it. */
    appRateLimited(): void;
    /** Forgets the faults of a method; without one, all faults of every kind. */
    clear(method?: string): void;
}
export interface FaultLine extends Pick<Faults, 'next' | 'always' | 'clear'> {
    take(method: string): Fault | undefined;
}
export declare function checkFault(method: string, fault: unknown): void;
export declare function checkStandingFault(method: string, fault: unknown): void;
/** Faults of the Web API. `randomFor` gives the draws for a method. */
export declare function createFaults(randomFor: (purpose: string) => Random): FaultLine;
