/** Every way a run can end, with the exit code that says so. `failed` may carry another code: a script's own. */
export declare const exitCodes: {
    readonly ok: 0;
    readonly failed: 1;
    readonly usage: 64;
    readonly unavailable: 69;
    readonly bug: 70;
    readonly retry: 75;
    readonly denied: 77;
    readonly config: 78;
    readonly timeout: 124;
    readonly cancelled: 130;
};
export type Outcome = keyof typeof exitCodes;
export interface OpsErrorOptions {
    /** The next line to type, or what else mends it. */
    hint?: string;
    cause?: unknown;
    /** Facts for `--json` and the journal. */
    details?: Record<string, unknown>;
    /** A program's own exit code, passed through. @default the outcome's code */
    exitCode?: number;
}
/**
 * The one error that commands throw. Thrown anywhere, caught once in `main`, which prints the message and the hint
 * and leaves with the outcome's exit code.
 *
 * @example
 * throw new OpsError('unavailable', 'Jenkins at https://ci.example.com does not answer', { hint: 'ops doctor' });
 */
export declare class OpsError extends Error {
    readonly name = "OpsError";
    readonly outcome: Outcome;
    readonly hint: string | undefined;
    readonly details: Record<string, unknown> | undefined;
    readonly exitCode: number;
    constructor(outcome: Exclude<Outcome, 'ok'>, message: string, options?: OpsErrorOptions);
}
