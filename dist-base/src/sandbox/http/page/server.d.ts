import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { type PageWorld, type Question } from './answer.ts';
import { type PageCookie } from './cookie.ts';
export interface PageServer {
    serves(path: string): boolean;
    serve(response: ServerResponse, question: Question): Promise<void>;
    upgrade(request: IncomingMessage, socket: Duplex, head: Buffer, url: URL, origin: string): void;
    readonly cookie: PageCookie;
    close(): void;
}
/** The page, and what it asks and is told. */
export declare function createPageServer(world: PageWorld, folder?: string): PageServer;
