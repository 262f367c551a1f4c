import type { Call } from './client.ts';
export interface Posted {
    ts: string;
    /** It tells how the run ended. */
    isFinal: boolean;
    blocks: readonly unknown[];
}
/** Looks for the message about a run, where it would stand. */
export declare function findMessage(call: Call, { channel, thread, asked, run }: {
    channel: string;
    thread: string | undefined;
    asked: string;
    run: string;
}): Promise<Posted | undefined>;
