import type { Span } from '../context/blocks.ts';
/** The first `length` UTF-16 units at most, never half a character. */
export declare const firstOf: (text: string, length: number) => string;
/** The last `length` UTF-16 units at most, never half a character. */
export declare function lastOf(text: string, length: number): string;
/** The first spans that hold `length` units, and what is left over. */
export declare function splitSpans(spans: readonly Span[], length: number): [Span[], Span[]];
