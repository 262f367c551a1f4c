import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

/** What was released, over HTTP on this machine alone. */
export interface Site {
  /** Of an environment. */
  url(environment: string): string;
  close(): Promise<void>;
}

interface Served {
  status: number;
  type: string;
  body: string | Buffer;
}

const types: Readonly<Record<string, string>> = { html: 'text/html', css: 'text/css' };
/** One folder deep, and no name that begins with a dot. */
const address = /^\/([a-z]+)\/(\w[\w.-]*)?$/;

/** Serves `<folder>/<environment>/current`, the link that a deploy switches, as `/<environment>/`. */
export async function startSite(folder: string, environments: readonly string[]): Promise<Site> {
  const server = createServer((request, response) => {
    void serve(folder, environments, request.url ?? '/').then(({ status, type, body }) => {
      response.writeHead(status, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store' });
      response.end(body);
    });
  });
  const { promise: listening, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', reject);
  server.listen(0, '127.0.0.1', resolve);
  await listening;
  const { port } = server.address() as AddressInfo;
  return {
    url: (environment) => `http://127.0.0.1:${port}/${environment}/`,
    close: () => {
      const { promise, resolve: closed } = Promise.withResolvers<void>();
      server.close(() => closed());
      server.closeAllConnections();
      return promise;
    },
  };
}

async function serve(folder: string, environments: readonly string[], url: string): Promise<Served> {
  const [path = ''] = url.split('?');
  const [, environment = '', name = 'index.html'] = address.exec(path) ?? [];
  if (!environments.includes(environment))
    return text(404, `There are ${environments.map((one) => `/${one}/`).join(' ')}`);
  try {
    const body = await readFile(join(folder, environment, 'current', name));
    return { status: 200, type: types[name.split('.').at(-1) ?? ''] ?? 'text/plain', body };
  } catch {
    return text(
      404,
      `Nothing is here. In a room of the sandbox, type: ops deploy ${environment}${environment === 'prod' ? ' --yes' : ''}`,
    );
  }
}

const text = (status: number, words: string): Served => ({ status, type: 'text/plain', body: `${words}\n` });
