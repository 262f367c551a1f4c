import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WebSocketServer } from 'ws';
import { backOff, follow, type Live } from '../../../../src/sandbox/page/live.ts';
import type { Frame } from '../../../../src/sandbox/page/protocol.ts';

/** Without a time, it would be a second: too little on a busy machine. */
const soon = (holds: () => void): Promise<void> => vi.waitFor(holds, { timeout: 60_000 });

let server: WebSocketServer;
let live: Live | undefined;
const said: string[] = [];
const notice = (text: string): string => JSON.stringify({ type: 'notice', text } satisfies Frame);

async function listen(port = 0): Promise<number> {
  server = new WebSocketServer({ host: '127.0.0.1', port });
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

async function stop(): Promise<void> {
  for (const client of server.clients) client.terminate();
  await new Promise((resolve) => server.close(resolve));
}

function start(port: number): void {
  live = follow({
    address: `ws://127.0.0.1:${port}/page/live?as=mary`,
    onFrame: (frame) => void said.push(frame.type === 'notice' ? frame.text : frame.type),
    onLost: () => void said.push('lost'),
    delay: () => 5,
  });
}

beforeEach(() => {
  said.length = 0;
});

afterEach(async () => {
  live?.close();
  await stop();
});

describe('the line to the server', () => {
  it('brings what the server tells', async () => {
    const port = await listen();
    server.on('connection', (socket) => socket.send(notice('hello')));
    start(port);
    await soon(() => expect(said).toEqual(['hello']));
  });

  it('is taken up again when it breaks', async () => {
    const port = await listen();
    let count = 0;
    server.on('connection', (socket) => {
      count += 1;
      socket.send(notice(`hello ${count}`));
      if (count === 1) setImmediate(() => socket.terminate());
    });
    start(port);
    await soon(() => expect(said).toEqual(['hello 1', 'lost', 'hello 2']));
  });

  it('is taken up again when the server was away', async () => {
    const port = await listen();
    start(port);
    await once(server, 'connection');
    await stop();
    await soon(() => expect(said.length).toBeGreaterThan(2));
    await listen(port);
    server.on('connection', (socket) => socket.send(notice('back')));
    await soon(() => expect(said.at(-1)).toBe('back'));
  });

  it('is not taken up again once it is closed', async () => {
    const port = await listen();
    let count = 0;
    server.on('connection', (socket) => {
      count += 1;
      socket.send(notice('hello'));
    });
    start(port);
    await soon(() => expect(said).toEqual(['hello']));
    live?.close();
    await soon(() => expect(server.clients.size).toBe(0));
    start(port);
    await soon(() => expect(said).toEqual(['hello', 'hello']));
    expect(count).toBe(2);
  });
});

describe('the wait before another attempt', () => {
  it.each([
    [0, 0, 187.5],
    [0, 1, 250],
    [1, 1, 500],
    [4, 1, 4000],
    [5, 1, 5000],
    [60, 1, 5000],
  ])('attempt %d with chance %d is %d ms', (attempt, chance, wait) => {
    expect(backOff(attempt, chance)).toBe(wait);
  });
});
