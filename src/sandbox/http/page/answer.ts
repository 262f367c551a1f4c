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

const shared: OutgoingHttpHeaders = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

export const refused = (status: number, error: string): PageReply => ({ status, body: { error } });

export function answer(response: ServerResponse, { status, headers, body }: PageReply): void {
  const isPlain = typeof body === 'string' || Buffer.isBuffer(body);
  const content = isPlain ? body : JSON.stringify(body);
  response.writeHead(status, {
    ...shared,
    'content-type': isPlain ? 'text/plain; charset=utf-8' : 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    ...(status === 204 ? {} : { 'content-length': Buffer.byteLength(content) }),
    ...headers,
  });
  response.end(response.req.method === 'HEAD' ? undefined : content);
}
