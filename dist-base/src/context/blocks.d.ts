/** The colours that a terminal's own palette decides. */
export type Color = 'black' | 'red' | 'green' | 'yellow' | 'blue' | 'magenta' | 'cyan' | 'white' | 'gray';
export interface Style {
    bold?: boolean;
    dim?: boolean;
    italic?: boolean;
    underline?: boolean;
    strike?: boolean;
    /** Something to type: monospaced where the surface can. */
    code?: boolean;
    color?: Color;
}
/** A piece of text with one style and, perhaps, one link. Never holds a line break or an escape code. */
export interface Span {
    text: string;
    style?: Style;
    /** An absolute `http:`, `https:` or `mailto:` address. */
    link?: string;
}
/** Text within a line: a plain string, a span, or several of either. */
export type Inline = string | Span | readonly (string | Span)[];
export interface Field {
    name: string;
    value: Inline;
}
export interface Column {
    name: string;
    /** @default 'left' */
    align?: 'left' | 'right';
}
/** Structured output: every surface draws the same blocks with its own means. */
export type Block = {
    type: 'text';
    text: Inline;
}
/** `names` is the style of the names. @default dim */
 | {
    type: 'fields';
    fields: readonly Field[];
    names?: Style;
} | {
    type: 'table';
    columns: readonly Column[];
    rows: readonly (readonly Inline[])[];
} | {
    type: 'list';
    items: readonly Inline[];
} | {
    type: 'code';
    text: string;
} | {
    type: 'link';
    url: string;
    text?: string;
} | {
    type: 'image';
    path: string;
    alt: string;
} | {
    type: 'file';
    path: string;
    title: string;
};
/** One paragraph. */
export declare const text: (...parts: (string | Span)[]) => Block;
/** Names and values below each other, the values aligned. */
export declare const fields: (values: Record<string, Inline | undefined>) => Block;
/** Rows under headings, columns aligned by display width. A column is its heading, or `{ name, align }`. */
export declare const table: (columns: readonly (string | Column)[], rows: readonly (readonly Inline[])[]) => Block;
export declare const list: (items: readonly Inline[]) => Block;
/** Text kept as it is: monospaced, its spaces and line breaks untouched. */
export declare const code: (content: string) => Block;
export declare const link: (url: string, label?: string) => Block;
/** A picture on this machine, with the words for those who cannot see it. */
export declare const image: (path: string, alt: string) => Block;
export declare const file: (path: string, title: string) => Block;
/** A span in a style: `styled('failed', { color: 'red' })`. */
export declare const styled: (content: string, style: Style) => Span;
/** A span that clicks. */
export declare const linked: (content: string, url: string) => Span;
