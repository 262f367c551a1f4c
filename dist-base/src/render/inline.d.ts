import type { Inline, Span } from '../context/blocks.ts';
/** The text's lines, clean; at least one. */
export declare function inlineLines(inline: Inline): Span[][];
/** The text in one line, where there is room for no more: line breaks become spaces. */
export declare const inlineLine: (inline: Inline) => Span[];
export declare const splitLines: (text: string) => string[];
