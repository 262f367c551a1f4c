import type { Command, InputValues } from '../command/define.ts';
import type { LoadedConfig } from '../context/config.ts';
import type { Project } from '../context/context.ts';
import type { Sink } from '../context/events.ts';
import type { Host } from '../context/host.ts';
import type { Journal } from '../context/journal.ts';
import type { Policy } from '../policy/policy.ts';
export interface RunRequest {
    command: Command;
    input: InputValues;
    /** As typed, secrets masked. */
    argv: readonly string[];
    json: boolean;
    dryRun: boolean;
    yes: boolean;
    /** Milliseconds; 0 is no limit. */
    timeout: number | undefined;
    debug: boolean;
}
export interface RunWorld {
    host: Host;
    sink: Sink;
    /** Masks secrets in what is kept. */
    redact(text: string): string;
    loaded: LoadedConfig;
    policy: Policy;
    project: (journal: Journal | undefined) => Project;
}
/** The environment that the line names. */
export declare function environmentOf({ command, input }: Pick<RunRequest, 'command' | 'input'>): string | undefined;
