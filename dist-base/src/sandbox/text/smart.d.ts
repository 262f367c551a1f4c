import type { RichTextPart } from './rich-text.ts';
/** What a Mac or a phone makes of typed text: curly quotes, dashes, an ellipsis. Code stays as it is. */
export declare function smartPunctuation(typed: string): string;
/** The spaces next to a link do not break, as Slack has it. */
export declare function hardSpaces(parts: readonly RichTextPart[]): RichTextPart[];
