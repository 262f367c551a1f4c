import type { Span, Style } from '../context/blocks.ts';
/** What text is written with. Two pens are the same only when they are one object. */
export interface Pen {
    style?: Style;
    link?: string;
}
/** One line of a terminal: text goes where the cursor is, over what was there. */
export interface Row {
    write(text: string, pen: Pen): void;
    tab(pen: Pen): void;
    /** Moves the cursor to a column, counted from 0. */
    moveTo(column: number): void;
    moveBy(columns: number): void;
    /** Erases from the cursor to the end, or everything. */
    erase(what: 'rest' | 'all'): void;
    spans(): Span[];
}
export declare function createRow(): Row;
