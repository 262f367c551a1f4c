import type { SandboxOptions } from '../sandbox.ts';
import type { Workspace } from './workspace.ts';
export interface Keeper {
    /** Something may be different. */
    changed(): void;
    /** Saves what is left, and gives the file free. */
    close(): Promise<void>;
}
/** Brings the workspace to what the file says, and the file to what the workspace becomes. */
export declare function keepState(workspace: Workspace, options: SandboxOptions, warn: (message: string) => void): Promise<Keeper>;
