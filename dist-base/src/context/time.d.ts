/** `2026-11-21 05:09:31 UTC`: the same words wherever the reader is. */
export declare function formatTime(date: Date): string;
