import type { SandboxOptions } from '../sandbox.ts';
import type { Workspace } from './workspace.ts';
/** The workspace as it was when it was saved. */
export declare function loadState(path: string, workspace: Workspace, options: SandboxOptions): Promise<void>;
