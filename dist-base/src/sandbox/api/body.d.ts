import type { Args } from './args.ts';
/** The whole body, or undefined when it is larger than that: then it was not kept. */
export declare function readBody(body: AsyncIterable<Buffer>, most: number): Promise<Buffer | undefined>;
/** How a request carries its arguments. A token in a JSON body does not count, as with Slack. */
export interface Arguments {
    args: Args;
    /** From the query or a form. */
    token?: string;
}
/** The object that a body is. */
export declare function readRecord(body: Buffer): Record<string, unknown>;
/** The arguments of a call, from its query and its body. */
export declare function readArguments(query: URLSearchParams, body: Buffer, contentType: string): Arguments;
