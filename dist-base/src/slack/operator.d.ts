/** Refuses what a shell would act on, and says how to mean the characters themselves. */
export declare function refuseOperator(line: string, at: number, inQuotes: boolean): never;
