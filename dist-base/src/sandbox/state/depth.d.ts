export declare const isTooDeep: (value: unknown, left?: number) => boolean;
