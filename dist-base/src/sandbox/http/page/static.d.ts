import { type PageReply, type Question } from './answer.ts';
import type { Assets } from './assets.ts';
import type { PageCookie } from './cookie.ts';
/** Addresses that the page itself finds its way in: all of them are index.html. */
export declare const isPagePath: (path: string) => boolean;
export declare function servePage(assets: Assets, cookie: PageCookie, { origin }: Question): Promise<PageReply>;
export declare function serveAsset(assets: Assets, { url, request }: Question): Promise<PageReply>;
export declare const readsOnly: ({ request }: Question) => PageReply | undefined;
