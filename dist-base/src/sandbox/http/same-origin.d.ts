import type { IncomingHttpHeaders } from 'node:http';
/**
 * Whether a request may drive the sandbox: it comes from a program, or from a page that this server gave out.
 * A page elsewhere has another Origin; where a browser sends none, Sec-Fetch-Site says it. `origin` is the address that the client used.
 */
export declare function isSameOrigin(headers: IncomingHttpHeaders, origin: string): boolean;
