import type { Outcome } from '../context/errors.ts';
import { type Line } from './line.ts';
import { type RichTextElement } from './rich-text.ts';
import type { WindowLines } from './window.ts';
export interface MessageView {
    line: string;
    actor: string;
    state: 'waiting' | 'running' | Outcome;
    exitCode?: number;
    ms?: number;
    run?: string;
    window: WindowLines & {
        live: readonly Line[];
    };
}
export type MessageBlock = {
    type: 'rich_text';
    elements: RichTextElement[];
} | {
    type: 'context';
    elements: {
        type: 'plain_text';
        text: string;
        emoji: false;
    }[];
};
export interface RoomMessage {
    /** For notifications and for readers without blocks. */
    text: string;
    blocks: MessageBlock[];
}
/** A run as one Slack message: what was typed and by whom, its output, how it ended. */
export declare function renderMessage(view: MessageView): RoomMessage;
/** The words of a message's body, exactly as a terminal without colour would have printed them. */
export declare const messageWords: (blocks: readonly unknown[]) => string;
