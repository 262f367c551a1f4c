/** An escape sequence: what it asks for, and where the text goes on after it. */
export interface Escape {
    type: 'csi' | 'osc' | 'other';
    /** Parameters and final byte of a CSI, the content of an OSC. */
    body: string;
    end: number;
}
/** Reads the sequence that begins at `start`, with ESC or a C1 control. One without an end reaches to the line's end. */
export declare function readEscape(line: string, start: number): Escape;
