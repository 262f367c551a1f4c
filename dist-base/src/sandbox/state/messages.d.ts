import type { Conversation, Message } from './model.ts';
import type { Workspace } from './workspace.ts';
/** Where a message with this `ts` stands, or would stand. Timestamps are of one length, so text order is time order. */
export declare function position({ messages }: Conversation, ts: string): number;
export declare function messageAt(conversation: Conversation, ts: string): Message | undefined;
/** A new message, the latest of its room. */
export declare function storeMessage({ changes }: Workspace, conversation: Conversation, message: Message): void;
export declare function replaceMessage({ changes }: Workspace, conversation: Conversation, message: Message): void;
export declare function dropMessage({ changes }: Workspace, conversation: Conversation, ts: string): void;
export declare const isReply: ({ ts, thread_ts: thread }: Message) => boolean;
/** What everybody in the room can read, at the room's root. */
export declare const isAtRoot: (message: Message) => boolean;
/** The replies of a thread, oldest first; with a person, also what only they see. */
export declare function repliesTo(conversation: Conversation, thread: string, user?: string): Message[];
/** One more reply, on the thread's first message. */
export declare function addReply(workspace: Workspace, conversation: Conversation, thread: string, reply: Message): void;
/** The thread's first message, with its replies counted anew. */
export declare function countReplies(workspace: Workspace, conversation: Conversation, thread: string): void;
