import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Frame } from '../../page/protocol.ts';
import type { Person } from '../../state/model.ts';
import type { PageWorld } from './answer.ts';
import { followFor } from './frames.ts';
import { stateFor } from './hello.ts';

/** Bytes that may wait for a page. One that is so slow starts anew, with a new hello. */
const mostWaiting = 8 * 1024 * 1024;
/** Frames of one tick. With more than these a new hello is less. */
const mostAtOnce = 2000;
/** Milliseconds for which frames are gathered: the newest of one message is enough. */
const tick = 15;

export interface Live {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer, person: Person, origin: string): void;
  close(): void;
}

/** Gathers frames, the newest of each name, and sends them together. */
function createOutbox(socket: WebSocket): { put(name: string, make: () => Frame | undefined): void; close(): void } {
  const waiting = new Map<string, () => Frame | undefined>();
  let timer: NodeJS.Timeout | undefined;
  const send = (): void => {
    timer = undefined;
    const makers = [...waiting.values()];
    waiting.clear();
    if (makers.length > mostAtOnce) socket.terminate();
    for (const make of makers) {
      if (socket.bufferedAmount > mostWaiting) socket.terminate();
      if (socket.readyState !== socket.OPEN) return;
      const frame = make();
      if (frame) socket.send(JSON.stringify(frame));
    }
  };
  // What cannot be shown ends this page alone: it comes back with a new hello.
  const flush = (): void => {
    try {
      send();
    } catch {
      socket.terminate();
    }
  };
  return {
    put(name, make) {
      if (waiting.size <= mostAtOnce || waiting.has(name)) waiting.set(name, make);
      timer ??= setTimeout(flush, tick);
    },
    close() {
      clearTimeout(timer);
      waiting.clear();
    },
  };
}

function welcome(socket: WebSocket, world: PageWorld, person: Person, origin: string): void {
  const hello: Frame = { type: 'hello', state: stateFor(world, person) };
  socket.send(JSON.stringify(hello));
  const outbox = createOutbox(socket);
  const stop = followFor({ world, person, origin, put: outbox.put, known: hello.state.conversations });
  socket.on('error', () => socket.terminate());
  socket.on('close', () => {
    stop();
    outbox.close();
  });
}

/** The pages that are open, and what each is told. */
export function createLive(world: PageWorld, cookie: { readonly header: string }): Live {
  const server = new WebSocketServer({ noServer: true, maxPayload: 1024, perMessageDeflate: false });
  // A page of a server that was here before has the cookie of that one.
  server.on('headers', (headers) => headers.push(`set-cookie: ${cookie.header}`));
  return {
    upgrade(request, socket, head, person, origin) {
      server.handleUpgrade(request, socket, head, (accepted) => welcome(accepted, world, person, origin));
    },
    close() {
      for (const client of server.clients) client.terminate();
      server.close();
    },
  };
}
