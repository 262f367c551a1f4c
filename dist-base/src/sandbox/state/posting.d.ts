import { type SlackEvent } from './events.ts';
import type { Conversation, Message, Speaker } from './model.ts';
import { type Workspace } from './workspace.ts';
/** What a message says. */
export type Content = Pick<Message, 'text'> & Partial<Pick<Message, 'blocks' | 'attachments' | 'files' | 'metadata' | 'subtype' | 'username' | 'icons'>>;
export interface Placement {
    thread?: string;
    /** Shows the reply at the room's root too. */
    broadcast?: boolean;
    ephemeralTo?: string;
}
/** What a person's client sends for what they typed. */
export declare function typedContent(workspace: Workspace, text: string, options: {
    smart?: boolean;
    escaped?: boolean;
}): Content;
/** Tells the app, if it is in the room. */
export declare function tell(workspace: Workspace, conversation: Conversation, event: SlackEvent): void;
/** Stores a message and tells the app. */
export declare function post(workspace: Workspace, conversation: Conversation, speaker: Speaker, content: Content, placement?: Placement): Message;
/** Replaces what a message says. Text alone drops the blocks; only edits without blocks are marked as edited. */
export declare function change(workspace: Workspace, conversation: Conversation, before: Message, content: Content, edited: boolean): Message;
/** Takes a message away; the first of a thread leaves a gravestone, so that its replies stay. */
export declare function remove(workspace: Workspace, conversation: Conversation, before: Message): void;
