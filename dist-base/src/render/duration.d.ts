/** A duration as people say it: `340 ms`, `1.2 s`, `2 min 5 s`, `1 h 3 min`. */
export declare function formatDuration(ms: number): string;
