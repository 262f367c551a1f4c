export interface TextStyle {
    bold?: true;
    italic?: true;
    strike?: true;
    code?: true;
}
interface Styled {
    style?: TextStyle;
}
export type InlineElement = ({
    type: 'text';
    text: string;
} & Styled) | ({
    type: 'link';
    url: string;
    text?: string;
} & Styled) | ({
    type: 'user';
    user_id: string;
    label?: string;
} & Styled) | ({
    type: 'channel';
    channel_id: string;
    label?: string;
} & Styled) | ({
    type: 'usergroup';
    usergroup_id: string;
    label?: string;
} & Styled) | ({
    type: 'broadcast';
    range: string;
} & Styled) | ({
    type: 'emoji';
    name: string;
    unicode?: string;
    skin_tone?: number;
} & Styled);
/** What a rule made of a match; it may take less than the whole of it. Without elements, that much is only text. */
export interface Reading {
    elements: readonly InlineElement[];
    taken?: number;
}
export interface Rule {
    name: string;
    /** Source of a regular expression (flag `u`). Must not match nothing. */
    pattern: string;
    /** `inside` reads the content of a styled stretch. Undefined: it was only text. */
    read(match: string, style: TextStyle, inside: (content: string, style: TextStyle) => InlineElement[]): Reading | undefined;
}
export declare const withStyle: (style: TextStyle) => Styled;
export declare const codeRule: (decode: (content: string) => string) => Rule;
/** `*bold*`, `_italic_`, `~strike~`, as Slack's own text has them. */
export declare const emphasisRules: readonly Rule[];
export type Reader = (source: string) => InlineElement[];
/** Rules in order of precedence → a function that reads a line of text. `plain` makes text of what no rule took. */
export declare function createReader(rules: readonly Rule[], plain?: (text: string) => string): Reader;
export {};
