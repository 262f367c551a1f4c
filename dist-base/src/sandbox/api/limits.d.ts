import type { Workspace } from '../state/workspace.ts';
import { type Args } from './args.ts';
/** Calls a minute: https://docs.slack.dev/apis/web-api/rate-limits. A method that is not here has no limit. */
export declare const slackLimits: Readonly<Record<string, number>>;
export interface Limits {
    /** Counts a call. Seconds to wait where it is one too many, and then it does not count. */
    take(token: string | undefined, method: string, args: Args): number | undefined;
    /** Sets others, and counts anew. */
    set(wanted: LimitOptions): void;
}
export type LimitOptions = boolean | Readonly<Record<string, number>> | undefined;
/** Rate limits as Slack's: for each method and each token a minute at a time, and for each room a message a second. */
export declare function createLimits(workspace: Workspace, options: LimitOptions): Limits;
