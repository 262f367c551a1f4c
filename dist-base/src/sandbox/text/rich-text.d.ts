import type { InlineElement } from './inline.ts';
export interface RichTextSection {
    type: 'rich_text_section';
    elements: InlineElement[];
}
export interface RichTextList {
    type: 'rich_text_list';
    style: 'bullet' | 'ordered';
    indent: number;
    border: 0;
    /** How many numbers the list leaves out: it goes on from another. */
    offset?: number;
    elements: RichTextSection[];
}
export type RichTextPart = RichTextSection | RichTextList | {
    type: 'rich_text_quote';
    elements: InlineElement[];
} | {
    type: 'rich_text_preformatted';
    elements: InlineElement[];
    border?: number;
};
/** Names for ids, where they are known. */
export type Names = (id: string) => string | undefined;
export declare const noNames: Names;
/** A composed message → its `text`, which says the same as its blocks. */
export declare function wireText(parts: readonly RichTextPart[], names?: Names): string;
/** What a person reads of an element. */
export declare function plainElement(element: InlineElement, names?: Names): string;
