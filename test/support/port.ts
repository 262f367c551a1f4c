import { once } from 'node:events';
import { createServer } from 'node:net';

/** Nobody listens on it, and nobody is given it while a test goes on, as may be with a free one. */
export const closedPort = 2;

/** One of this machine that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}
