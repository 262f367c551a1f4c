/** Bytes of the largest file that a room takes. */
export const largestFile = 32 * 1024 * 1024;

/** Bytes of the largest request that is not a file. */
export const largestRequest = 8 * 1024 * 1024;

/** Bytes of the largest frame that an app may send. */
export const largestFrame = 4 * 1024 * 1024;
