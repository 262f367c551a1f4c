import type { Conversation, Speaker } from './model.ts';
import { type Workspace } from './workspace.ts';
export declare const isDirect: ({ kind }: Conversation) => boolean;
export declare const isMember: (conversation: Conversation, speaker: Speaker) => boolean;
export declare function channelNamed(workspace: Workspace, name: string): Conversation | undefined;
/** The conversation with this id, if the speaker may know of it. */
export declare function conversationFor(workspace: Workspace, speaker: Speaker, id: string): Conversation;
/** Where to post: an id, `#name`, `name`, or a person's id for the direct messages with them. */
export declare function destinationFor(workspace: Workspace, speaker: Speaker, where: string): Conversation;
export declare function mustBeMember(conversation: Conversation, speaker: Speaker): Conversation;
export interface Opened {
    conversation: Conversation;
    existed: boolean;
}
/** The direct messages of the speaker with one person, or with several. */
export declare function openConversation(workspace: Workspace, speaker: Speaker, others: readonly string[]): Opened;
