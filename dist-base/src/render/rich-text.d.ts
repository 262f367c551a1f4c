import type { Line } from './line.ts';
export interface RichTextStyle {
    bold?: true;
    italic?: true;
    strike?: true;
    code?: true;
}
export type RichTextPart = {
    type: 'text';
    text: string;
    style?: RichTextStyle;
} | {
    type: 'link';
    url: string;
    text?: string;
    style?: RichTextStyle;
};
export interface RichTextElement {
    type: 'rich_text_section' | 'rich_text_preformatted';
    elements: RichTextPart[];
}
type Drawn = Pick<Line, 'spans' | 'form'>;
/** Lines as rich text: neighbours of one form share an element, as far as its size allows. */
export declare const toRichText: (lines: readonly Drawn[]) => RichTextElement[];
/** The lines that an element shows. */
export declare function fromRichText({ type, elements }: RichTextElement): Drawn[];
export {};
