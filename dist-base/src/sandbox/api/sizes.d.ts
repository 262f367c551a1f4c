/** Bytes of the largest file that a room takes. */
export declare const largestFile: number;
/** Bytes of the largest request that is not a file. */
export declare const largestRequest: number;
/** Bytes of the largest frame that an app may send. */
export declare const largestFrame: number;
