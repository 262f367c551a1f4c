/** Eight bytes of randomness → eight characters of which 40 bits are random. */
export declare function runId(bytes: Uint8Array): string;
