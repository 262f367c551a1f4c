import type { Conversation, Message, Speaker, StoredFile } from './model.ts';
import { type Content, type Placement } from './posting.ts';
import type { Workspace } from './workspace.ts';
export interface Sharing {
    content: Content;
    files: readonly StoredFile[];
    placement: Placement;
    /** Where the files are, as the one who shares them sees it. */
    origin: string;
}
/** Posts a message that shows these files, and tells the app of each. Without files it is a message like any other. */
export declare function postWithFiles(workspace: Workspace, room: Conversation, speaker: Speaker, shared: Sharing): Message;
