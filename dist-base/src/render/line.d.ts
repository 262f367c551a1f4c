import type { Span, Style } from '../context/blocks.ts';
export type Stream = 'stdout' | 'stderr';
/** What every surface draws: clean spans, one after the other. */
export interface Line {
    spans: readonly Span[];
    /** Whether columns must stay under each other, or the surface may set the text as it likes. */
    form: 'prose' | 'fixed';
    stream: Stream;
}
export declare const spansWidth: (spans: readonly Span[]) => number;
export declare const spansText: (spans: readonly Span[]) => string;
/** Spaces up to the next of the stops that stand 8 cells apart. */
export declare const tabSpaces: (column: number) => string;
/** The spans as surfaces may show them: clean, tabs expanded, links only where they may be followed, and honest. */
export declare function cleanSpans(spans: readonly Span[]): Span[];
export declare function createSpan(text: string, style: Style | undefined, link: string | undefined): Span;
export declare function trimEnd(spans: readonly Span[]): Span[];
/** Adds a style below the styles that the spans have. */
export declare const withStyle: (spans: readonly Span[], style: Style) => Span[];
