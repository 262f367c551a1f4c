import type { Acknowledgement } from './socket/delivery.ts';
import type { View } from './state/views.ts';
/**
 * What a person picks or types, plainly: the value or the text of an option, a name or an id of a person or a channel,
 * text, a number, `2026-11-21`, `14:30`, seconds since 1970, the id of a file; a list for what takes several; null for nothing.
 */
export type Plain = string | number | null | readonly string[];
/** Block → action → what is in it. */
export type PlainValues = Readonly<Record<string, Readonly<Record<string, Plain>>>>;
/** Where a control is. Without `channel` and `ts`: in the modal on top, or in the App Home when no modal is open. */
export interface ControlPlace {
    /** Name or id of a person. */
    as: string;
    channel?: string;
    ts?: string;
    actionId: string;
    /** Needed where two blocks have a control of this name. */
    blockId?: string;
}
export interface Press extends ControlPlace {
    /** What is picked or typed; nothing for a button. */
    value?: Plain;
    /** What is in the other controls there. */
    values?: PlainValues;
}
export interface Suggestion extends ControlPlace {
    /** What was typed so far. @default '' */
    text?: string;
}
export interface TypedCommand {
    as: string;
    channel: string;
    /** What follows the command. @default '' */
    text?: string;
    /** @default the sandbox's first */
    command?: string;
    /** A command sent in a thread does not work: the person reads so. */
    thread?: string;
}
export interface PickedShortcut {
    as: string;
    callbackId: string;
    /** The message whose menu it is in; none for a global one. */
    channel?: string;
    ts?: string;
}
/** What the app answered, and what the person saw of it. */
export interface Interacted extends Acknowledgement {
    /** Why nothing came of it, as the person reads it. */
    failure?: string;
}
export interface Submitted extends Interacted {
    /** What stands under the fields that are not right: block → sentence. The modal stays open. */
    errors?: Readonly<Record<string, string>>;
}
export interface Suggested extends Interacted {
    /** Options, or groups of them. */
    options: readonly Record<string, unknown>[];
}
/** What people do with what an app shows them. */
export interface Interactions {
    /** A person presses a button, or picks or types something in another control. */
    press(press: Press): Promise<Interacted>;
    /** What the app offers in an external select. */
    suggest(suggestion: Suggestion): Promise<Suggested>;
    /** A person sends a slash command. */
    command(command: TypedCommand): Promise<Interacted>;
    /** A person picks a shortcut, of a message or a global one. */
    shortcut(shortcut: PickedShortcut): Promise<Interacted>;
    /** A person fills in the modal on top and submits it; what is not given stays as it starts. */
    submit(submission: {
        as: string;
        values?: PlainValues;
    }): Promise<Submitted>;
    /** A person closes the modal on top, or all of them. */
    closeView(as: string, options?: {
        all?: boolean;
    }): void;
    /** A person opens the App Home, or the messages with the app. @default tab 'home' */
    openHome(as: string, tab?: 'home' | 'messages'): void;
    /** The modals that a person has open, the one on top last. */
    views(as: string): readonly View[];
    /** A person's App Home, once the app published it. */
    home(as: string): View | undefined;
}
