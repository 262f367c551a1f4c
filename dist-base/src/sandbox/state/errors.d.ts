import type { Json } from './model.ts';
/** An answer of `ok: false`, under Slack's own name for it. */
export declare class SlackError extends Error {
    name: string;
    readonly error: string;
    readonly extra: Json;
    constructor(error: string, extra?: Json);
}
/** `invalid_arguments` and the like, with the sentences that Slack adds. */
export declare function complaint(error: string, messages: readonly string[]): SlackError;
export type SandboxProblem = 'port_blocked' | 'port_in_use' | 'host_refused' | 'not_found' | 'invalid' | 'timeout' | 'closed' | 'record_failed' | 'state_in_use' | 'state_broken' | 'state_failed';
/** Something that the program holding the sandbox asked for and cannot have. */
export declare class SandboxError extends Error {
    name: string;
    readonly code: SandboxProblem;
    constructor(code: SandboxProblem, message: string, options?: ErrorOptions);
}
