import type { IncomingMessage } from 'node:http';
import { type PageReply } from './answer.ts';
/** The whole body; undefined as soon as it is seen to be larger than that, with the rest of it not kept. */
export declare function takeBody(request: IncomingMessage, most: number): Promise<Buffer | undefined>;
/** Refuses a body at once. Its sender may first want to get rid of the rest, of which only so much is thrown away. */
export declare function tooLarge(request: IncomingMessage, error: string): PageReply;
