import type { Conversation } from './model.ts';
import type { Workspace } from './workspace.ts';
/** An empty status ends the one before. */
export declare function setStatus(workspace: Workspace, conversation: Conversation, thread: string, status: string): void;
export declare function clearStatus({ statuses, changes }: Workspace, conversation: Conversation, thread: string): void;
/** Sets the ends of statuses that were there before this process. */
export declare function resumeStatuses(workspace: Workspace): void;
