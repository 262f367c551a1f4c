import type { Span } from '../context/blocks.ts';
export interface AnsiParser {
    /** The line as a terminal would show it in the end. Styles and links last until the program ends them. */
    parse(line: string): Span[];
}
export declare function createAnsiParser(): AnsiParser;
/** The words that are shown of a line. */
export declare const shownOf: (line: string) => string;
