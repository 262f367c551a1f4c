import type { History, Thread } from '../../page/protocol.ts';
import type { Conversation } from '../../state/model.ts';
export interface Window {
    before?: string;
    around?: string;
    after?: string;
    limit: number;
}
/** A page of a room. Its cost is that of the page, however long the room is. */
export declare function historyOf(conversation: Conversation, user: string, { before, around, after, limit }: Window): History;
/** A thread as one person sees it: its root, the replies, and what only they see there. */
export declare function threadOf(conversation: Conversation, user: string, thread: string): Thread;
