/** Lines that belong together. Those of a quote are without their mark. */
export type Group = {
    kind: 'text';
    lines: string[];
} | {
    kind: 'quote';
    lines: string[];
} | {
    kind: 'list';
    ordered: boolean;
    indent: number;
    offset: number;
    lines: string[];
};
/** Typed lines → stretches of text, quotes and lists. */
export declare function groupLines(lines: readonly string[]): Group[];
/** What stands before an item, by how deep it is: `•` `◦` `▪︎`, or `1.` `a.` `i.` */
export declare function itemMark(ordered: boolean, indent: number, number: number): string;
