/** Text that moves as one, and how many terminal cells it takes. */
export interface Cell {
    text: string;
    width: number;
}
/** Splits text at the places where a terminal may put its cursor. */
export declare function splitCells(text: string): Cell[];
/** How many terminal cells the text takes: 2 for CJK and emoji, 0 for what combines. */
export declare function displayWidth(text: string): number;
