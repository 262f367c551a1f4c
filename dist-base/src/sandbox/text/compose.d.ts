import type { Names, RichTextPart } from './rich-text.ts';
/** Who and what can be mentioned. */
export interface Directory {
    user(nameOrId: string): string | undefined;
    channel(nameOrId: string): string | undefined;
    group?(handle: string): string | undefined;
    name: Names;
}
export interface ComposeOptions {
    /** Curly quotes and dashes, as phones and Macs put in, and hard spaces around links, as Slack does. @default false */
    smart?: boolean;
    /** The text comes from a program and has its entities already: `&lt;` is one character. @default false */
    escaped?: boolean;
}
export interface Composed {
    text: string;
    parts: RichTextPart[];
}
/** What Slack's composer sends for typed text: `text` and `rich_text` that say the same. */
export declare function compose(typed: string, directory: Directory, options?: ComposeOptions): Composed;
