import type { Interacted, Message, Sandbox } from '../sandbox/server.ts';
/** Something in a message that can be pressed. */
export interface Button {
    /** What is written on it. */
    text: string;
    actionId: string;
    /**
     * Presses it, and resolves with whether the app took the press in time (`acked`), and if not with what the person read
     * (`failure`).
     *
     * @param as name or id of a person. @default who typed the line
     */
    press(as?: string): Promise<Interacted>;
}
/** The buttons of a message, in the order in which they stand. */
export declare function buttonsOf(message: Message, at: {
    channel: string;
    person: string;
}, slack: Sandbox): Button[];
