import { OpsError } from '../context/errors.ts';
/** Says what is wrong with the journal in words to act on; an error of another kind comes back as it is. */
export declare function journalError(path: string, error: unknown): unknown;
export declare function directoryError(path: string): OpsError;
export declare function newerError(path: string, version: number, known: number): OpsError;
export declare function foreignError(path: string): OpsError;
export declare function goneError(path: string): OpsError;
