import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import type { Workspace } from '../../state/workspace.ts';
/** What the page's server was asked. */
export interface Question {
    request: IncomingMessage;
    url: URL;
    /** The address that the page has in its window. */
    origin: string;
}
export interface PageWorld {
    workspace: Workspace;
    /** How often the app is connected. */
    connections(): number;
}
export interface PageReply {
    status: number;
    headers?: OutgoingHttpHeaders;
    body: object | string | Buffer;
}
export declare const refused: (status: number, error: string) => PageReply;
export declare function answer(response: ServerResponse, { status, headers, body }: PageReply): void;
