import type { Conversation, Json, Speaker, User } from './model.ts';
import type { Workspace } from './workspace.ts';
/** A conversation as the Web API shows it to the speaker. */
export declare function describeConversation(workspace: Workspace, conversation: Conversation, speaker: Speaker): Json;
/** A user as the Web API shows it; the address only to who may read it. */
export declare function describeUser(workspace: Workspace, user: User, withEmail?: boolean): Json;
