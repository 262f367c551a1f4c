import type { Json, StoredFile } from './model.ts';
import type { Workspace } from './workspace.ts';
/** A file as the Web API shows it. */
export declare function describeFile(workspace: Workspace, file: StoredFile, origin: string): Json;
