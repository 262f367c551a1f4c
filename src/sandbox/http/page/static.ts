import { type PageReply, type Question, refused } from './answer.ts';
import type { Assets } from './assets.ts';
import type { PageCookie } from './cookie.ts';

const notBuilt = 'The page of the sandbox is not built: run `npm run build` and load this page again.';

const policy = (origin: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob: https: http:",
    "font-src 'self'",
    `connect-src 'self' ${origin.replace(/^http/u, 'ws')}`,
    "form-action 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ');

/** Addresses that the page itself finds its way in: all of them are index.html. */
export const isPagePath = (path: string): boolean =>
  path === '/' || /^\/(?:archives|c|client|files|team)(?:\/|$)/u.test(path);

export async function servePage(assets: Assets, cookie: PageCookie, { origin }: Question): Promise<PageReply> {
  const index = await assets.index();
  if (!index) return { status: 503, body: notBuilt };
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policy(origin),
    'cache-control': 'no-cache',
    'set-cookie': cookie.header,
  };
  return { status: 200, headers, body: index };
}

export function serveAsset(assets: Assets, { url, request }: Question): Promise<PageReply> {
  const name = url.pathname.slice('/page/assets/'.length);
  return assets.asset(name, String(request.headers['accept-encoding'] ?? ''));
}

export const readsOnly = ({ request }: Question): PageReply | undefined =>
  request.method === 'GET' || request.method === 'HEAD' ? undefined : refused(405, 'method_not_allowed');
