import type { IncomingHttpHeaders } from 'node:http';
/** What lets images and files through that the page shows: an `<img>` brings no token. */
export interface PageCookie {
    /** For `set-cookie`. */
    readonly header: string;
    isIn(headers: IncomingHttpHeaders): boolean;
}
/** Its name has the port: cookies of one machine are shared by all its ports. */
export declare function createPageCookie(origin: () => string): PageCookie;
