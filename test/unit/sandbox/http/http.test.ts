import { request } from 'node:http';
import { connect as connectTcp } from 'node:net';
import { Readable } from 'node:stream';
import { FormData, fetch } from 'undici';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readBody } from '../../../../src/sandbox/api/body.ts';
import { type Sandbox, startSandbox } from '../../../../src/sandbox/server.ts';
import { type Answer, call } from '../client.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ channels: ['ops'] });
});
afterAll(() => sandbox.close());

const json = 'application/json';
const formType = 'application/x-www-form-urlencoded';

async function send(
  method: string,
  body: string | FormData | Buffer,
  type?: string,
  token = sandbox.botToken,
): Promise<Answer> {
  const headers: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {};
  if (type) headers['content-type'] = type;
  const response = await fetch(sandbox.apiUrl + method, { method: 'POST', body, headers });
  return { status: response.status, ...((await response.json()) as object) };
}

describe('a request', () => {
  it('carries its arguments as a form, JSON, multipart or query', async () => {
    const multipart = new FormData();
    multipart.set('channel', '#ops');
    multipart.set('text', 'ä');
    const answers = [
      await send('chat.postMessage', 'channel=%23ops&text=%C3%A4', formType),
      await send('chat.postMessage', '{"channel":"#ops","text":"ä"}', json),
      await send('chat.postMessage', multipart),
      await send('chat.postMessage?channel=%23ops&text=%C3%A4', ''),
    ];
    expect(answers.map(({ message }) => message?.text)).toEqual(['ä', 'ä', 'ä', 'ä']);
  });

  it('may be a GET with its token in the query', async () => {
    const response = await fetch(`${sandbox.apiUrl}auth.test?token=${sandbox.botToken}`);
    expect(await response.json()).toMatchObject({ ok: true, user: 'ops' });
  });

  it('carries its token in the header or in a form, not in JSON', async () => {
    expect((await send('auth.test', `token=${sandbox.botToken}`, formType, '')).ok).toBe(true);
    expect((await send('auth.test', JSON.stringify({ token: sandbox.botToken }), json, '')).error).toBe('not_authed');
  });

  it.each([
    ['broken JSON', '{', json, 'invalid_json'],
    ['JSON that is no object', '[1]', json, 'json_not_object'],
    ['a broken form', 'x', 'multipart/form-data; boundary=b', 'invalid_form_data'],
    ['a form without a boundary', 'x', 'multipart/form-data', 'invalid_form_data'],
    ['another type', '<a/>', 'text/xml', 'invalid_post_type'],
  ])('that is %s is refused', async (_, body, type, error) => {
    expect(await send('auth.test', body, type)).toMatchObject({ status: 200, ok: false, error });
  });

  it('does not reach a prototype', async () => {
    await send('chat.postMessage', '{"channel":"#ops","text":"x","__proto__":{"polluted":1},"constructor":{}}', json);
    expect(({} as Answer).polluted).toBe(undefined);
  });

  it('of 50 MB is refused', async () => {
    const body = Buffer.alloc(50 * 1024 * 1024, 97);
    expect(await send('chat.postMessage', body, formType)).toMatchObject({ status: 413, error: 'request_too_large' });
    expect((await call(sandbox, 'auth.test')).ok).toBe(true);
  });

  it('without an end does not fill the memory', async () => {
    const before = process.resourceUsage().maxRSS;
    const piece = Buffer.alloc(1024 * 1024, 97);
    const pieces = async function* () {
      for (let sent = 0; sent < 500; sent += 1) yield piece;
    };
    expect(await readBody(Readable.from(pieces(), { objectMode: false }), 1000)).toBe(undefined);
    expect(process.resourceUsage().maxRSS - before).toBeLessThan(200 * 1024);
  });

  it('that breaks off, or is no HTTP, does no harm', async () => {
    for (const bytes of [
      'POST /api/auth.test HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-length: 9\r\n\r\nabc',
      '\u0000\u0001\r\n\r\n',
    ]) {
      await new Promise<void>((resolve) => {
        const socket = connectTcp(sandbox.port, '127.0.0.1', () => socket.end(bytes, () => socket.destroy()));
        socket.on('error', () => {});
        socket.on('close', () => resolve());
      });
    }
    expect((await call(sandbox, 'auth.test')).ok).toBe(true);
  });

  it.each(['//evil.example/api/auth.test', 'http://evil.example/', '/nowhere', '/api/', '/api/a/b'])(
    'for %s is not found',
    async (path) => {
      const status = await new Promise((resolve) => {
        const asked = request({ port: sandbox.port, host: '127.0.0.1', path }, (response) =>
          resolve(response.statusCode),
        );
        asked.end();
      });
      expect([200, 400, 404]).toContain(status);
      expect(status).not.toBe(500);
    },
  );

  it('from a page that calls this machine by another name is refused', async () => {
    const status = await new Promise((resolve) => {
      const options = {
        port: sandbox.port,
        host: '127.0.0.1',
        path: '/api/auth.test',
        headers: { host: 'evil.example' },
      };
      request(options, (response) => resolve(response.statusCode)).end();
    });
    expect(status).toBe(403);
  });

  it('is written down without its token', async () => {
    await send('chat.postMessage', `token=${sandbox.botToken}&channel=C404&text=hi`, formType);
    expect(sandbox.calls.at(-1)).toMatchObject({
      method: 'chat.postMessage',
      args: { channel: 'C404', text: 'hi' },
      ok: false,
      error: 'channel_not_found',
    });
    expect(JSON.stringify(sandbox.calls)).not.toContain(sandbox.botToken);
  });
});
