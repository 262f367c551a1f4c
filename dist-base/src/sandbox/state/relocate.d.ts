import type { Workspace } from './workspace.ts';
/** Files of messages that were kept are at the address of this start, which may be another than the one before. */
export declare function relocateFiles({ conversations, origin }: Workspace): void;
