import type { Conversation, Json, Message, Reaction } from './model.ts';
export type SlackEvent = Json & {
    type: string;
};
/** A message as programs get it: who alone may see it is not part of it. */
export declare function outward({ ephemeralTo: _, ...message }: Message): Json;
export declare function messageEvent(conversation: Conversation, message: Message): SlackEvent;
/** The same message once more, for being addressed. It has no `channel_type`. */
export declare function mentionEvent(conversation: Conversation, message: Message): SlackEvent;
export declare function changedEvent(conversation: Conversation, before: Message, after: Message, ts: string): SlackEvent;
export declare function deletedEvent(conversation: Conversation, before: Message, ts: string): SlackEvent;
export declare function reactionEvent(type: 'reaction_added' | 'reaction_removed', conversation: Conversation, message: Message, by: {
    user: string;
    reaction: Reaction['name'];
    ts: string;
}): SlackEvent;
export type MemberEvent = 'member_joined_channel' | 'member_left_channel';
export declare function memberEvent(type: MemberEvent, conversation: Conversation, user: string, team: string, ts: string): SlackEvent;
export declare function fileEvents(file: string, user: string, conversation: Conversation, ts: string): SlackEvent[];
