/** A call to Slack that failed, told apart by what may be done about it. */
export declare class SlackCallError extends Error {
    readonly name = "SlackCallError";
    /** Slack understood and said no: `channel_not_found`. */
    readonly refusal: string | undefined;
    /** Seconds to wait, where Slack asked for that. */
    readonly retryAfter: number | undefined;
    constructor(message: string, details: {
        refusal?: string;
        retryAfter?: number;
        cause: unknown;
    });
    static of(method: string, error: unknown): SlackCallError;
}
export declare function isUneditable(error: unknown): boolean;
