import type { Json, Message } from '../state/model.ts';
export interface PageUser {
    id: string;
    /** What follows an @. */
    name: string;
    realName: string;
    isBot: boolean;
}
export interface PageConversation {
    id: string;
    kind: 'channel' | 'group' | 'im' | 'mpim';
    /** Without #; of an im, the id of the other person. */
    name: string;
    members: readonly string[];
    /** Who made it. */
    creator: string;
    /** The person may read it and write in it. */
    isMember: boolean;
    /** The newest message that the person has seen; '0' when none. */
    lastRead: string;
    /** The newest message that counts: at the room's root, or a reply that mentions the person; '0' when none. `read` it to have read all. */
    latest: string;
    /** Unread messages, at most a thousand, and how many of them mention the person or are direct. A reply counts where it mentions them. */
    unread: number;
    mentions: number;
}
export interface PageCommand {
    /** With its slash. */
    command: string;
    description: string;
    usageHint: string;
}
/** What an app offers in the menus of messages, or anywhere. */
export interface PageShortcut {
    callbackId: string;
    name: string;
    type: 'message' | 'global';
}
/** People whom one mentions together: `<!subteam^S…>`. */
export interface PageGroup {
    id: string;
    /** What follows an @. */
    handle: string;
    name: string;
}
/** A modal or an App Home, as `views.open` answers with. */
export interface PageView {
    id: string;
    type: 'modal' | 'home';
    title?: Json;
    submit?: Json;
    close?: Json;
    blocks: readonly Json[];
    callback_id: string;
    hash: string;
}
export interface PageState {
    team: {
        id: string;
        name: string;
        domain: string;
    };
    me: PageUser;
    /** Whom one can post as, the person shown first. */
    people: readonly PageUser[];
    /** Everybody, the app among them. */
    users: readonly PageUser[];
    app: {
        id: string;
        name: string;
        userId: string;
        connections: number;
    };
    conversations: readonly PageConversation[];
    usergroups: readonly PageGroup[];
    commands: readonly PageCommand[];
    shortcuts: readonly PageShortcut[];
    /** Open modals, the one on top last. */
    views: readonly PageView[];
    home: PageView | null;
    /** What an assistant says that it does, by `channel/thread`. */
    statuses: Readonly<Record<string, string>>;
}
/** What the server tells the page as it happens; `hello` is first, and after every reconnection. */
export type Frame = {
    type: 'hello';
    state: PageState;
}
/** New, or changed: the same `ts` takes the place of the one before. */
 | {
    type: 'message';
    channel: string;
    message: Message;
} | {
    type: 'message_removed';
    channel: string;
    ts: string;
} | {
    type: 'conversation';
    conversation: PageConversation;
}
/** One that the person may no longer know of. */
 | {
    type: 'conversation_removed';
    channel: string;
} | {
    type: 'views';
    views: readonly PageView[];
} | {
    type: 'home';
    home: PageView | null;
} | {
    type: 'status';
    channel: string;
    thread: string;
    status: string;
} | {
    type: 'connections';
    connections: number;
} | {
    type: 'notice';
    text: string;
};
export interface HistoryQuery {
    as: string;
    channel: string;
    /** Messages before this one, the newest without it. */
    before?: string;
    /** Or those around this one, for a link to a message. */
    around?: string;
    /** Or those after this one. */
    after?: string;
    /** @default 50, at most 200 */
    limit?: number;
}
/** Messages at the room's root, and what the person alone sees there, oldest first. */
export interface History {
    messages: Message[];
    /** There are older ones, newer ones. */
    older: boolean;
    newer: boolean;
}
export interface ThreadQuery {
    as: string;
    channel: string;
    thread: string;
}
/** The root first. */
export interface Thread {
    messages: Message[];
}
/** Groups in their usual order; each emoji with its names, the first the usual one. */
export type EmojiTable = readonly {
    group: string;
    emoji: readonly (readonly [character: string, ...names: string[]])[];
}[];
/** Where a control stands: in a message, or in a view. */
export type Place = {
    channel: string;
    ts: string;
} | {
    view: string;
};
/** The values of a surface's controls, as Slack's payloads have them: block → action → value. */
export type Values = Readonly<Record<string, Readonly<Record<string, Json>>>>;
export interface Requests {
    say: {
        as: string;
        channel: string;
        text: string;
        thread?: string;
        broadcast?: boolean;
        files?: readonly string[];
    };
    edit: {
        as: string;
        channel: string;
        ts: string;
        text: string;
    };
    delete: {
        as: string;
        channel: string;
        ts: string;
    };
    react: {
        as: string;
        channel: string;
        ts: string;
        name: string;
        on: boolean;
    };
    /** `action` has what the control adds: value, selected_option, selected_date … `values` is the state of all controls. */
    press: {
        as: string;
        place: Place;
        blockId: string;
        actionId: string;
        action: Json;
        values: Values;
    };
    submit: {
        as: string;
        view: string;
        values: Values;
    };
    /** Closes the modal on top; `all` the whole stack. */
    close: {
        as: string;
        view: string;
        all?: boolean;
    };
    /** Slack runs no command in a thread: with one, it says so. */
    command: {
        as: string;
        channel: string;
        command: string;
        text: string;
        thread?: string;
    };
    /** One of the app's shortcuts; of type `message` with its message. */
    shortcut: {
        as: string;
        callbackId: string;
        message?: {
            channel: string;
            ts: string;
        };
    };
    /** The options of an external select. */
    options: {
        as: string;
        place: Place;
        blockId: string;
        actionId: string;
        value: string;
    };
    /** The person looks at the App Home or at the messages with the app. */
    home: {
        as: string;
        tab: 'home' | 'messages';
    };
    /** Direct messages with one person or several: `users` without oneself. */
    open: {
        as: string;
        users: readonly string[];
    };
    join: {
        as: string;
        channel: string;
    };
    read: {
        as: string;
        channel: string;
        ts: string;
    };
    /** Puts away what only this person sees. */
    dismiss: {
        as: string;
        channel: string;
        ts: string;
    };
    /** The person stops a message that is being streamed. */
    stop: {
        as: string;
        channel: string;
        ts: string;
    };
}
/** What a person waited for: `failure` says why the app did nothing, as they read it. */
export interface Answered {
    failure?: string;
}
export interface Answers {
    say: {
        ts: string;
    };
    edit: {
        ts: string;
    };
    delete: object;
    react: object;
    press: Answered;
    submit: Answered & {
        errors?: Readonly<Record<string, string>>;
    };
    close: object;
    command: Answered;
    shortcut: Answered;
    options: Answered & {
        options: readonly Json[];
    };
    home: object;
    open: {
        channel: string;
    };
    join: object;
    read: object;
    dismiss: object;
    stop: object;
}
/** The body of a 4xx. */
export interface Refusal {
    error: string;
}
