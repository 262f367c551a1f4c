import { createServer, type IncomingMessage, request } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

export interface ConnectProxy {
  url: string;
  /** What went through it: `CONNECT slack.test:80`, `POST /api/auth.test`. */
  seen: string[];
}

/** A proxy that knows every host as this machine, so that a name that nobody else knows leads here through it alone. */
export async function startConnectProxy(): Promise<ConnectProxy> {
  const seen: string[] = [];
  const open = new Set<Socket>();
  const server = createServer((incoming, outgoing) => {
    const { port, pathname } = new URL(incoming.url ?? '');
    seen.push(`${incoming.method} ${pathname}`);
    const { method = 'GET', headers } = incoming;
    const onward = request({ host: '127.0.0.1', port, path: pathname, method, headers }, (answer: IncomingMessage) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    onward.on('error', () => outgoing.destroy());
    incoming.pipe(onward);
  });
  server.on('connect', ({ url = '' }: IncomingMessage, near: Socket) => {
    seen.push(`CONNECT ${url}`);
    const far = connect(Number(url.split(':').at(-1)), '127.0.0.1', () => {
      near.write('HTTP/1.1 200 Connection established\r\n\r\n');
      near.pipe(far).pipe(near);
    });
    for (const socket of [near, far]) {
      open.add(socket);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => {
        near.destroy();
        far.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    for (const socket of open) socket.destroy();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen };
}
