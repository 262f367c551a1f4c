import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { OpsError } from '../../context/errors.ts';
import type { HealthAddress } from './address.ts';

export interface Page {
  status: number;
  type: string;
  body: string;
}

/** What each path answers with. */
export type Pages = Readonly<Record<string, () => Page | Promise<Page>>>;

export interface HealthServer {
  /** `http://127.0.0.1:9100`. */
  url: string;
  close(): void;
}

export async function serveHealth(address: HealthAddress, pages: Pages): Promise<HealthServer> {
  const server = createServer((request, response) => {
    request.resume();
    void answer(request.method, request.url, pages)
      .catch((): Page => text(500, 'a fault in ops\n'))
      .then((page) => send(response, page, request.method === 'HEAD'));
  });
  const port = await listen(server, address);
  const host = address.host.includes(':') ? `[${address.host}]` : address.host;
  return {
    url: `http://${host}:${port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function answer(method: string | undefined, url: string | undefined, pages: Pages): Promise<Page> {
  const path = (url ?? '').split('?', 1)[0] ?? '';
  const page = Object.hasOwn(pages, path) ? pages[path] : undefined;
  if (page === undefined) return text(404, `there is ${Object.keys(pages).join(' and ')}\n`);
  return method === 'GET' || method === 'HEAD' ? page() : text(405, 'it can only be read\n');
}

const text = (status: number, body: string): Page => ({ status, type: 'text/plain; charset=utf-8', body });

function send(response: ServerResponse, { status, type, body }: Page, isHead: boolean): void {
  const headers = { 'content-type': type, 'content-length': Buffer.byteLength(body), 'cache-control': 'no-store' };
  response.writeHead(status, headers).end(isHead ? undefined : body);
}

const reasons: Readonly<Record<string, string>> = {
  EADDRINUSE: 'that port is in use',
  EACCES: 'you may not use that port',
  EADDRNOTAVAIL: 'this machine has no such address',
  ENOTFOUND: 'there is no such host',
};

async function listen(server: Server, { host, port }: HealthAddress): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  server.once('error', ({ code, message }: NodeJS.ErrnoException) => {
    const words = `--health ${host}:${port} is not possible: ${reasons[code ?? ''] ?? message}`;
    reject(new OpsError('unavailable', words, { hint: `another port, such as --health ${host}:${port + 1}` }));
  });
  server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  return promise;
}
