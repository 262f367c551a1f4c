import type { Message } from './model.ts';
/** What is different, for those who show it or keep it. */
export type Change = 
/** New, or said anew. One with `ephemeralTo` is for that person alone. */
{
    type: 'message';
    channel: string;
    message: Message;
} | {
    type: 'message_removed';
    channel: string;
    ts: string;
    ephemeralTo?: string;
}
/** A conversation that is new, or whose members changed. */
 | {
    type: 'conversation';
    channel: string;
}
/** The modals that the person has open, or their App Home. */
 | {
    type: 'views';
    user: string;
} | {
    type: 'home';
    user: string;
}
/** What an assistant says that it does in a thread; an empty one ends it. */
 | {
    type: 'status';
    channel: string;
    thread: string;
    status: string;
} | {
    type: 'read';
    user: string;
    channel: string;
    ts: string;
}
/** People, or what the app declares. */
 | {
    type: 'workspace';
}
/** The app connected or went away. */
 | {
    type: 'connections';
    count: number;
}
/** What a person sees for a moment, as when the app did not answer. */
 | {
    type: 'notice';
    user: string;
    text: string;
};
export interface Changes {
    /** Something is different: whoever waits looks again. */
    notify(): void;
    /** The same, and what it is, at once, to whoever follows. */
    tell(change: Change): void;
    /** Calls back at each change; the answer ends that. */
    follow(listener: (change: Change) => void): () => void;
    /** The first value that is not undefined. */
    wait<T>(look: () => T | undefined, timeout: number): Promise<T>;
    close(): void;
}
export declare function createChanges(): Changes;
