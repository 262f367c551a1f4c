import { type Chunk } from './chunks.ts';
import type { Conversation, Json, Message, Speaker, Stream } from './model.ts';
import type { Workspace } from './workspace.ts';
/** What a call adds to a stream. `mode` is undefined when it brings nothing. */
export interface Addition {
    mode?: Stream['mode'];
    chunks: readonly Chunk[];
}
export interface Beginning extends Addition {
    thread: string;
    display: Stream['display'];
}
/** The message still takes more. */
export declare const isStreaming: (workspace: Workspace, conversation: Conversation, ts: string) => boolean;
/** Begins a message that grows. It ends by itself five minutes later. */
export declare function beginStream(workspace: Workspace, conversation: Conversation, speaker: Speaker, wanted: Beginning): Message;
/** More of a message. As with Slack, the app hears of it when the stream ends, not of each piece. */
export declare function appendToStream(workspace: Workspace, conversation: Conversation, message: Message, addition: Addition): void;
/** The app ends the stream; it may do so after a person stopped it, but adds no words then. */
export declare function endStream(workspace: Workspace, conversation: Conversation, message: Message, addition: Addition, ending: {
    blocks: readonly Json[];
    metadata?: Json;
}): Message;
/** Sets the ends of streams that were there before this process. */
export declare function resumeStreams(workspace: Workspace): void;
/** A person stops what the app is saying in the thread of the message, and the app is asked to stop its work. */
export declare function stopStream(workspace: Workspace, conversation: Conversation, person: {
    readonly id: string;
}, ts: string): void;
