/** Anything that a program sent and that was not looked into yet. */
export type Json = Record<string, unknown>;
export interface User {
    id: string;
    name: string;
    realName: string;
    email?: string;
    title?: string;
    isBot: boolean;
}
/** People that one `@handle` calls. */
export interface UserGroup {
    id: string;
    handle: string;
    name: string;
    users: readonly string[];
    created: number;
}
/** A message that still grows, or that a person stopped. */
export interface Stream {
    conversation: string;
    ts: string;
    thread: string;
    /** Milliseconds since 1970 when Slack ends it. */
    until: number;
    /** How it was begun: a stream takes `markdown_text`, or chunks, and not both. */
    mode?: 'text' | 'chunks';
    display: 'timeline' | 'plan' | 'dense';
    stoppedBy?: string;
}
/** What an assistant says that it does in a thread. */
export interface ThreadStatus {
    status: string;
    /** Milliseconds since 1970. */
    until: number;
}
export interface Person {
    id: string;
    name: string;
    /** A user token: posts, edits and reacts as this person. */
    token: string;
}
export interface Reaction {
    name: string;
    users: readonly string[];
    count: number;
}
export interface Message {
    type: 'message';
    ts: string;
    user: string;
    text: string;
    team: string;
    subtype?: string;
    blocks?: readonly Json[];
    attachments?: readonly Json[];
    files?: readonly Json[];
    reactions?: readonly Reaction[];
    thread_ts?: string;
    parent_user_id?: string;
    reply_count?: number;
    reply_users?: readonly string[];
    reply_users_count?: number;
    latest_reply?: string;
    is_locked?: boolean;
    subscribed?: boolean;
    edited?: {
        user: string;
        ts: string;
    };
    bot_id?: string;
    app_id?: string;
    bot_profile?: Json;
    /** What an app calls itself in this message, and its picture there. */
    username?: string;
    icons?: Json;
    client_msg_id?: string;
    metadata?: Json;
    root?: Json;
    hidden?: boolean;
    upload?: boolean;
    streaming_state?: 'in_progress' | 'completed' | 'errored';
    /** Only this person sees it. */
    ephemeralTo?: string;
}
export type ConversationKind = 'channel' | 'group' | 'im' | 'mpim';
export interface Conversation {
    id: string;
    name: string;
    kind: ConversationKind;
    created: number;
    creator: string;
    members: Set<string>;
    /** Sorted by `ts`, replies and ephemeral ones among them. A message is replaced, never changed. */
    messages: Message[];
}
export interface StoredFile {
    id: string;
    key: string;
    name: string;
    title: string;
    length: number;
    user: string;
    created: number;
    altText?: string;
    snippetType?: string;
    data?: Buffer;
    completed: boolean;
    shares: {
        conversation: string;
        ts: string;
        thread?: string;
    }[];
}
/** Who a token speaks for. */
export type Caller = {
    kind: 'app';
} | {
    kind: 'bot';
    userId: string;
} | {
    kind: 'person';
    userId: string;
};
export type Speaker = Exclude<Caller, {
    kind: 'app';
}>;
