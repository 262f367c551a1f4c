import { connect as connectTcp } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../../../src/sandbox/server.ts';
import { call, connect, type Line } from '../client.ts';

const time = 1_700_000_000_000;
let sandbox: Sandbox;
afterEach(() => sandbox.close());

const start = async (options: SandboxOptions = {}): Promise<void> => {
  sandbox = await startSandbox({ people: [{ name: 'mary' }], channels: ['ops'], ...options });
};
const say = (text: string) => sandbox.say({ as: 'mary', channel: '#ops', text });
const until = async (isSo: () => boolean): Promise<void> => {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 2));
};
const reasons = (line: Line) => line.frames.flatMap(({ reason }) => (reason === undefined ? [] : [reason]));
const open = () => call(sandbox, 'apps.connections.open', {}, sandbox.appToken);

describe('the life of a connection', () => {
  it('is as long as its hello says: a warning, ten seconds, refresh_requested, and its end', async () => {
    await start({ time, connectionLifetime: 360_000 });
    const line = await connect(sandbox);
    expect(line.frames[0].debug_info).toMatchObject({
      approximate_connection_time: 360,
      started: '2023-11-14 22:13:20.000',
    });
    sandbox.clock.advance(349_999);
    await say('still quiet');
    await line.reach(1);
    expect(reasons(line)).toEqual([]);
    sandbox.clock.advance(1);
    await say('in between');
    await line.reach(2);
    expect(reasons(line)).toEqual(['warning']);
    sandbox.clock.advance(10_000);
    await until(() => reasons(line).length === 2);
    expect(reasons(line)).toEqual(['warning', 'refresh_requested']);
    expect(line.socket.readyState).toBe(WebSocket.OPEN);
    sandbox.clock.advance(10_000);
    await until(() => line.socket.readyState === WebSocket.CLOSED);
  });

  it('is about five hours with Slack, and may be without an end', async () => {
    await start({ time });
    const line = await connect(sandbox);
    expect(line.frames[0].debug_info.approximate_connection_time).toBe(18_060);
    sandbox.clock.advance(18_060_000);
    await until(() => reasons(line).length === 2);
    await sandbox.close();
    await start({ time, connectionLifetime: 0 });
    const endless = await connect(sandbox);
    sandbox.clock.advance(1e9);
    await say('on and on');
    await endless.reach(1);
    expect(reasons(endless)).toEqual([]);
  });
});

describe('Socket Mode that is turned off', () => {
  it('says link_disabled, lets nobody in, and everybody again when it is turned on', async () => {
    await start();
    const line = await connect(sandbox);
    const { url } = await open();
    sandbox.faults.linkDisabled(true);
    await until(() => reasons(line).length === 1);
    expect(reasons(line)).toEqual(['link_disabled']);
    expect(await open()).toMatchObject({ ok: false, error: 'access_denied' });
    const refused = new Promise((resolve) => new WebSocket(url).on('error', ({ message }) => resolve(message)));
    expect(await refused).toContain('403');
    sandbox.faults.linkDisabled(false);
    expect((await connect(sandbox)).frames[0].type).toBe('hello');
  });
});

describe('after the close handshake', () => {
  /** Closes by hand, as the WebSocket of `ws` would end TCP by itself. */
  const closeByHand = async (
    meanwhile = () => {},
  ): Promise<{ answered: Promise<Buffer>; ended: () => boolean; end: () => void }> => {
    const { url } = await open();
    const { pathname, search } = new URL(url);
    const socket = connectTcp(sandbox.port, '127.0.0.1');
    let ended = false;
    let asked = false;
    socket.on('end', () => {
      ended = true;
    });
    socket.on('error', () => {});
    const { promise: answered, resolve } = Promise.withResolvers<Buffer>();
    let received = Buffer.alloc(0);
    socket.on('data', (data: Buffer) => {
      received = Buffer.concat([received, data]);
      if (received.includes('"hello"') && !asked) {
        asked = true;
        meanwhile();
        socket.write(Buffer.from('88820000000003e8', 'hex'));
      }
      const at = received.indexOf(Buffer.from('880203e8', 'hex'));
      if (at >= 0) resolve(received.subarray(at));
    });
    socket.write(
      `GET ${pathname}${search} HTTP/1.1\r\nhost: 127.0.0.1:${sandbox.port}\r\nconnection: upgrade\r\nupgrade: websocket\r\nsec-websocket-version: 13\r\nsec-websocket-key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n`,
    );
    return { answered, ended: () => ended, end: () => socket.end() };
  };

  it('TCP is ended, unless told otherwise', async () => {
    await start();
    const closing = await closeByHand();
    await closing.answered;
    await until(closing.ended);
    await until(() => sandbox.connections() === 0);
  });

  it('TCP stays open where it is to be as with Slack, and the connection counts no more', async () => {
    await start({ leaveTcpOpen: true });
    const closing = await closeByHand();
    await closing.answered;
    await sandbox.waitFor(() => sandbox.connections() === 0 || undefined);
    const other = await connect(sandbox);
    await say('to the other');
    await other.reach(1);
    expect(closing.ended()).toBe(false);
    closing.end();
    await until(closing.ended);
  });

  it('TCP stays open from the next close on where that is set meanwhile, until it is forgotten', async () => {
    await start();
    const closing = await closeByHand(() => sandbox.faults.leaveTcpOpen(true));
    await closing.answered;
    await sandbox.waitFor(() => sandbox.connections() === 0 || undefined);
    sandbox.faults.clear();
    const other = await closeByHand();
    await until(other.ended);
    expect(closing.ended()).toBe(false);
    closing.end();
    await until(closing.ended);
  });

  it('TCP stays open again where the option says so, once the faults are forgotten', async () => {
    await start({ leaveTcpOpen: true });
    sandbox.faults.leaveTcpOpen(false);
    await until((await closeByHand()).ended);
    sandbox.faults.clear();
    const closing = await closeByHand();
    await closing.answered;
    await sandbox.waitFor(() => sandbox.connections() === 0 || undefined);
    await until((await closeByHand(() => sandbox.faults.leaveTcpOpen(false))).ended);
    expect(closing.ended()).toBe(false);
  });

  it('TCP that was left open ends with the sandbox', async () => {
    await start({ leaveTcpOpen: true });
    const closing = await closeByHand();
    await closing.answered;
    await sandbox.close();
    await until(closing.ended);
    await start();
  });
});

describe('a frame', () => {
  it('that is too large ends its connection alone', async () => {
    await start();
    const [huge, other] = [await connect(sandbox), await connect(sandbox)];
    const closed = new Promise((resolve) => huge.socket.on('close', resolve));
    huge.socket.send(Buffer.alloc(5 * 1024 * 1024, 97).toString());
    expect(await closed).toBe(1009);
    await sandbox.waitFor(() => sandbox.connections() === 1 || undefined);
    await say('on');
    await other.reach(1);
  });

  it('that says to be longer than anything is refused before it comes', async () => {
    await start();
    const line = await connect(sandbox);
    const closed = new Promise((resolve) => line.socket.on('close', resolve));
    (line.socket as never as { _socket: { write(data: Buffer): void } })._socket.write(
      Buffer.from('81ff7fffffffffffffff00000000', 'hex'),
    );
    await closed;
    expect((await call(sandbox, 'auth.test')).ok).toBe(true);
  });
});
