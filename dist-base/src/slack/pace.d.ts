import type { Clock } from '../context/host.ts';
/** So many calls at once, then so many a minute. */
export interface Rate {
    perMinute: number;
    burst: number;
}
export interface PaceOptions {
    clock: Clock;
    rate: Rate;
    /** The rate from the first refusal on. @default rate */
    refused?: Rate;
    /** Calls that may be under way at once: so many are refused before the first refusal is heard. */
    atOnce: number;
}
export interface Pace {
    /** Milliseconds until a call may go out and so many more could; 0 when it may. */
    wait(spare?: number): number;
    /** Too many are under way. After a refusal, a single one is: it shows whether Slack takes more. */
    isFull(): boolean;
    /** A call goes out. To be told what came of it: the seconds that Slack asked to wait, where it refused. */
    spend(): (retryAfter: number | undefined) => void;
}
/** A token bucket that learns from refusals. https://docs.slack.dev/apis/web-api/rate-limits */
export declare function createPace({ clock, rate, refused, atOnce }: PaceOptions): Pace;
/** The pace of a part within that of the whole. What is refused is held against the part. */
export declare function paceWithin(whole: Pace, part: Pace): Pace;
