import type { Conversation } from './model.ts';
import type { Workspace } from './workspace.ts';
/** How far a person has read in a conversation. */
export interface Unread {
    /** The newest message that they have seen; '0' when none. */
    lastRead: string;
    /** The newest message that counts at all; '0' when none. */
    latest: string;
    /** Messages after it, up to a thousand, and how many of them mention the person or are direct. */
    unread: number;
    mentions: number;
}
/** What a person has not read in a conversation, counted from its end. */
export declare function unreadOf(workspace: Workspace, user: string, conversation: Conversation): Unread;
/** A person has read up to a message, or, where that is an older one, wants all after it to be unread again. */
export declare function markRead(workspace: Workspace, user: string, channel: string, ts: string): void;
