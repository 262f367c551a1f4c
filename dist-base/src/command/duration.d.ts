/** `90s`, `10m`, `2h`, `1d` → milliseconds; a bare number is seconds. */
export declare function parseDuration(value: string, name: string): number;
