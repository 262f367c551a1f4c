/** What was read up to `end`: a piece of a word, the blank between words, or nothing, as where two lines are joined. */
export interface Part {
    end: number;
    piece?: string;
    blank?: true;
}
/** What a sticky pattern matches at a place; empty where it does not. */
export declare function match(pattern: RegExp, line: string, at: number): string;
export declare function singleQuoted(line: string, at: number): Part;
export declare function doubleQuoted(line: string, start: number): Part;
export declare function dollar(line: string, at: number, inQuotes: boolean): Part;
export declare function escaped(line: string, at: number): Part;
