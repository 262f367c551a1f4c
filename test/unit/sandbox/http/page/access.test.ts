import { request } from 'node:http';
import { connect as connectTcp } from 'node:net';
import { fetch } from 'undici';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../../../../src/sandbox/server.ts';
import { type Answer, call } from '../../client.ts';
import { ask, get, openLive, origin, personId, send } from './page-client.ts';

let sandbox: Sandbox;
let ops: string;
let mary: string;
beforeAll(async () => {
  sandbox = await startSandbox({ channels: ['ops'] });
  ops = sandbox.channels[0]?.id ?? '';
  mary = personId(sandbox, 'mary');
});
afterAll(() => sandbox.close());

const elsewhere: [string, Record<string, string>][] = [
  ['another site', { origin: 'https://evil.example' }],
  ['another port of this machine', { origin: 'http://127.0.0.1:1' }],
  ['another name of this machine', { origin: 'http://evil.localhost' }],
  ['a frame without an origin', { origin: 'null' }],
  ['a cross-site request without an Origin', { 'sec-fetch-site': 'cross-site' }],
  ['a same-site request from another port', { 'sec-fetch-site': 'same-site' }],
];

/** Through `node:http`, as `fetch` sets such headers itself. */
const status = (
  path: string,
  headers: Record<string, string>,
  method = 'GET',
  body = '',
): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port: sandbox.port, path, method, headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    asked.on('error', reject);
    asked.end(body);
  });

describe.each(elsewhere)('%s', (_, headers) => {
  it('reads nothing', async () => {
    expect(await status(`/page/history?as=${mary}&channel=${ops}`, headers)).toBe(403);
    expect(await status('/page/emoji', headers)).toBe(403);
  });

  it('says nothing', async () => {
    const before = sandbox.messages(ops).length;
    const body = JSON.stringify({ as: mary, channel: ops, text: 'deploy prod' });
    expect(await status('/page/say', { 'content-type': 'application/json', ...headers }, 'POST', body)).toBe(403);
    expect(await status('/page/say', { 'content-type': 'text/plain', ...headers }, 'POST', body)).toBe(403);
    expect(await status(`/page/upload?as=${mary}&name=a.txt`, headers, 'POST', 'x')).toBe(403);
    expect(sandbox.messages(ops)).toHaveLength(before);
  });

  it('hears nothing', async () => {
    await expect(openLive(sandbox, 'mary', headers)).rejects.toThrow('403');
  });
});

it('lets its own page in', async () => {
  const own = { origin: origin(sandbox), 'sec-fetch-site': 'same-origin' };
  expect(await status(`/page/history?as=${mary}&channel=${ops}`, own)).toBe(200);
  expect((await openLive(sandbox, 'mary', own)).frames[0]?.type).toBe('hello');
});

it('takes no form in place of JSON', async () => {
  const body = `{"as":"${mary}","channel":"${ops}","text":"x","":"="}`;
  expect(await send(sandbox, 'say', body, { 'content-type': 'text/plain' })).toEqual({
    status: 415,
    error: 'invalid_post_type',
  });
});

describe('a request', () => {
  it.each<[string, object, string]>([
    ['say', { channel: 'C404' }, 'channel_not_found'],
    ['say', { as: 'U404' }, 'user_not_found'],
    ['say', { text: 7 }, 'invalid_arguments'],
    ['say', { text: 'x'.repeat(40_001) }, 'invalid_arguments'],
    ['say', { text: ' ' }, 'no_text'],
    ['say', { text: 'x', thread: 'soon' }, 'invalid_arguments'],
    ['say', { text: 'x', thread: '1.000001' }, 'thread_not_found'],
    ['say', { text: 'x', files: 'F1' }, 'invalid_arguments'],
    ['say', { text: 'x', files: ['F404'] }, 'file_not_found'],
    ['say', { text: 'x', broadcast: 'yes' }, 'invalid_arguments'],
    ['edit', { ts: '1.000001', text: 'x' }, 'message_not_found'],
    ['delete', { ts: '1.000001' }, 'message_not_found'],
    ['react', { ts: '1.000001', name: 'tada', on: true }, 'message_not_found'],
    ['react', { ts: '1.000001', name: 'tada', on: 'yes' }, 'invalid_arguments'],
    ['read', { ts: '../..' }, 'invalid_arguments'],
    ['dismiss', { ts: '1.000001' }, 'message_not_found'],
    ['open', { users: ['U404'] }, 'user_not_found'],
    ['open', { users: Array.from({ length: 20 }, () => 'U1') }, 'invalid_arguments'],
    ['home', { tab: 'about' }, 'invalid_arguments'],
    ['press', { place: {}, blockId: 'b', actionId: 'a', action: {}, values: {} }, 'invalid_arguments'],
    ['press', { place: { view: 'V1' }, blockId: 'b', actionId: 'a', action: [], values: {} }, 'invalid_arguments'],
    ['submit', { view: 'V1', values: { block: 7 } }, 'invalid_arguments'],
    ['submit', { view: 'V404', values: {} }, 'not_found'],
    ['stop', { ts: '1.000001' }, 'message_not_found'],
  ])('%s with %j is refused', async (name, wrong, error) => {
    const body = JSON.stringify({ as: mary, channel: ops, text: 'x', ...wrong });
    expect(await send(sandbox, name, body)).toMatchObject({ status: 400, error });
  });

  it.each([
    ['{', 'invalid_json'],
    ['[]', 'json_not_object'],
    ['', 'invalid_json'],
    ['null', 'json_not_object'],
  ])('with the body %j is refused', async (body, error) => {
    expect(await send(sandbox, 'say', body)).toMatchObject({ status: 400, error });
  });

  it.each(['nothing', 'toString', '__proto__', 'live'])('called %s is not known', async (name) => {
    expect(await send(sandbox, name, '{}')).toEqual({ status: 404, error: 'unknown_method' });
    expect(await get(sandbox, name, {})).toEqual({ status: 404, error: 'unknown_method' });
  });

  it('does not reach a prototype', async () => {
    const body = `{"as":"${mary}","view":"V1","values":{"__proto__":{"polluted":{}}},"__proto__":{"polluted":1}}`;
    await send(sandbox, 'submit', body);
    expect(({} as Answer).polluted).toBe(undefined);
  });

  it('of 50 MB is refused before its end', async () => {
    expect(await send(sandbox, 'say', Buffer.alloc(50 * 1024 * 1024, 97))).toEqual({
      status: 413,
      error: 'request_too_large',
    });
    const refused = await new Promise<string>((resolve) => {
      const socket = connectTcp(sandbox.port, '127.0.0.1');
      const headers = `host: 127.0.0.1:${sandbox.port}\r\ncontent-type: application/json\r\ncontent-length: 52428800`;
      socket.write(`POST /page/say HTTP/1.1\r\n${headers}\r\n\r\n{`);
      socket.once('data', (data) => {
        resolve(String(data));
        socket.destroy();
      });
    });
    expect(refused).toMatch(/^HTTP\/1.1 413 /u);
    expect((await call(sandbox, 'auth.test')).ok).toBe(true);
  });

  it('without an end is refused', async () => {
    const piece = `${(1024 * 1024).toString(16)}\r\n${'a'.repeat(1024 * 1024)}\r\n`;
    const refused = await new Promise<string>((resolve) => {
      const socket = connectTcp(sandbox.port, '127.0.0.1');
      const headers = 'content-type: application/json\r\ntransfer-encoding: chunked';
      socket.write(`POST /page/say HTTP/1.1\r\nhost: 127.0.0.1:${sandbox.port}\r\n${headers}\r\n\r\n`);
      const more = (): unknown => socket.writable && socket.write(piece, (error) => error ?? setImmediate(more));
      more();
      socket.on('error', () => {});
      socket.once('data', (data) => {
        resolve(String(data));
        socket.destroy();
      });
    });
    expect(refused).toMatch(/^HTTP\/1.1 413 /u);
  });
});

describe('a file', () => {
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=',
    'base64',
  );

  async function share(name: string, data: Buffer): Promise<Answer> {
    const query = new URLSearchParams({ as: mary, name });
    const response = await fetch(`${origin(sandbox)}/page/upload?${query}`, { method: 'POST', body: data });
    const { file } = (await response.json()) as Answer;
    const { ts } = await ask(sandbox, 'say', { as: mary, channel: ops, text: '', files: [file] });
    const { messages } = await get(sandbox, 'history', { as: mary, channel: ops, around: ts, limit: 1 });
    return messages[0]?.files[0];
  }

  const load = async (address: string, headers: Record<string, string>) => {
    const response = await fetch(address, { headers });
    await response.arrayBuffer();
    const header = (name: string) => response.headers.get(name);
    return [response.status, header('content-type'), header('content-disposition')?.split(';')[0]];
  };

  const cookieOf = async (): Promise<string> => {
    const response = await fetch(`${origin(sandbox)}/`);
    return response.headers.get('set-cookie') ?? '';
  };

  it('is loaded by the page, which has a cookie, and by programs with a token, and by nobody else', async () => {
    const { url_private: address } = await share('a.png', png);
    const cookie = await cookieOf();
    expect(cookie).toMatch(new RegExp(`^sandbox-${sandbox.port}=.{20,}; Path=/; HttpOnly; SameSite=Strict$`, 'u'));
    const pair = cookie.split(';')[0] ?? '';
    expect(await load(address, { cookie: `other=1; ${pair}` })).toEqual([200, 'image/png', 'inline']);
    expect(await load(address, { authorization: `Bearer ${sandbox.botToken}` })).toEqual([200, 'image/png', 'inline']);
    for (const headers of [{}, { cookie: `${pair}x` }, { authorization: `Bearer ${sandbox.appToken}` }]) {
      expect((await load(address, headers as Record<string, string>))[0]).toBe(403);
    }
  });

  it.each([
    ['a.html', 'text/plain; charset=utf-8', 'inline'],
    ['a.svg', 'image/svg+xml', 'attachment'],
    ['a.pdf', 'application/pdf', 'attachment'],
    ['a.xhtml', 'application/octet-stream', 'attachment'],
    ['a.log', 'text/plain; charset=utf-8', 'inline'],
    ['a.webp', 'image/webp', 'inline'],
  ])('called %s comes as %s', async (name, type, disposition) => {
    const { url_private: address } = await share(name, Buffer.from('<script>alert(1)</script>'));
    const headers = { authorization: `Bearer ${sandbox.botToken}` };
    expect(await load(address, headers)).toEqual([200, type, disposition]);
    const response = await fetch(address, { headers });
    expect(response.headers.get('content-security-policy')).toMatch(/^sandbox;/u);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    await response.body?.cancel();
  });

  it('is shown under the address that the page has', async () => {
    await share('b.png', png);
    const response = await fetch(`http://localhost:${sandbox.port}/page/history?as=${mary}&channel=${ops}&limit=1`);
    const { messages } = (await response.json()) as Answer;
    expect(messages[0].files[0].url_private).toMatch(new RegExp(`^http://localhost:${sandbox.port}/files-pri/`, 'u'));
  });

  it('is refused without a name, of nobody, empty, or when it is too large', async () => {
    const upload = (query: string, body: Buffer | string) => send(sandbox, `upload?${query}`, body);
    expect(await upload(`as=${mary}`, 'x')).toMatchObject({ status: 400, error: 'invalid_arguments' });
    expect(await upload('as=U404&name=a', 'x')).toMatchObject({ status: 400, error: 'user_not_found' });
    expect(await upload(`as=${mary}&name=a`, '')).toMatchObject({ status: 400, error: 'no_file_data' });
    const large = Buffer.alloc(33 * 1024 * 1024);
    expect(await upload(`as=${mary}&name=a`, large)).toMatchObject({
      status: 413,
      error: 'file_upload_size_restricted',
    });
  });

  it('of another person, or shared before, cannot be shared', async () => {
    const { id } = await share('c.png', png);
    for (const as of [mary, personId(sandbox, 'tom')]) {
      const answer = await ask(sandbox, 'say', { as, channel: ops, text: 'x', files: [id] });
      expect(answer).toMatchObject({ status: 400, error: 'file_not_found' });
    }
  });
});

it('is no program: what the page asks is not among the calls', async () => {
  await ask(sandbox, 'say', { as: mary, channel: ops, text: 'quiet' });
  const ts = sandbox.messages(ops).at(-1)?.ts ?? '';
  await ask(sandbox, 'react', { as: mary, channel: ops, ts, name: 'tada', on: true });
  await ask(sandbox, 'delete', { as: mary, channel: ops, ts });
  await get(sandbox, 'history', { as: mary, channel: ops });
  expect(sandbox.calls.filter(({ method }) => method !== 'auth.test')).toEqual([]);
});
