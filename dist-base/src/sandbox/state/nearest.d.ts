/** The known name that is most like this one. */
export declare function nearest(name: string, known: readonly string[]): string | undefined;
