import type { Sink } from '../context/events.ts';
/** The files of a spool, in the order in which they are read. */
export declare const spoolFiles: readonly ['head', 'gap', 'older', 'newer'];
export interface Spool {
    sink: Sink;
    /** From now on even short output is kept. */
    keep(): Promise<void>;
    /** Resolves when all is written that will be. */
    end(): Promise<void>;
    /** Why the files hold no more than the output's beginning, where it is so. */
    fault(): unknown;
}
export interface SpoolLimits {
    /** Characters of output that need no file. @default 2000 */
    quiet?: number;
    /** Bytes of a file. Head and tail together hold three. @default 5 MB */
    part?: number;
}
/** Keeps a run's output in a folder, word for word as a terminal would have printed it: of much, its head and its tail. */
export declare function createSpool(folder: string, { quiet, part }?: SpoolLimits): Spool;
