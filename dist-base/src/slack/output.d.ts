import type { RunRecord } from '../context/journal.ts';
/** Where the output of runs is kept until their rooms have it. */
export declare function outputFolder(journalPath: string): string;
export interface OutputFile {
    name: string;
    content: Blob;
}
/** A run's whole output, if it was too much for a message. It is read from the disk as it is sent. */
export declare function openOutput(folder: string, { id, argv }: RunRecord): Promise<OutputFile | undefined>;
export declare function removeOutput(folder: string, run: string): Promise<void>;
