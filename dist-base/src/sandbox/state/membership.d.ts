import type { Conversation } from './model.ts';
import type { Workspace } from './workspace.ts';
/** Whether the user was not there before. */
export declare function join(workspace: Workspace, conversation: Conversation, user: string): boolean;
/** Whether the user was there. */
export declare function leave(workspace: Workspace, conversation: Conversation, user: string): boolean;
