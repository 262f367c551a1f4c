import type { StoredFile } from './model.ts';
import type { Workspace } from './workspace.ts';
/** A file that was announced, or that came; it is forgotten where nothing uses it. */
export declare function storeUpload(workspace: Workspace, file: StoredFile): void;
/** The same for those that were there before this process. */
export declare function resumeUploads(workspace: Workspace): void;
