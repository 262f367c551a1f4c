import type { Column, Inline, Span, Style } from '../context/blocks.ts';
/** The table's lines: headings in bold, columns two spaces apart, nothing after the last word. */
export declare function layoutTable(columns: readonly Column[], rows: readonly (readonly Inline[])[]): Span[][];
/** Names and values below each other; a value's further lines stay under its first. */
export declare function layoutPairs(pairs: readonly {
    name: Span[];
    value: Span[][];
}[], names?: Style): Span[][];
