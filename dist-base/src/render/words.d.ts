import type { Span } from '../context/blocks.ts';
import { type Line } from './line.ts';
type Drawn = Pick<Line, 'spans' | 'form'>;
/**
 * The spans for a surface where links do not click: an address stands behind its text, `text (address)`; in a fixed
 * line behind the last word, so that columns stay where they are.
 */
export declare function withAddresses({ spans, form }: Drawn): Span[];
/** Exactly what a terminal without colour prints of the line. */
export declare const lineWords: (line: Drawn) => string;
export {};
