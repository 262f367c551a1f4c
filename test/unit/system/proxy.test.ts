import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createSecureServer } from 'node:http2';
import type { AddressInfo, Server, Socket } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createHttp } from '../../../src/system/http.ts';
import { openProxy, openQuickFetch, proxySettings } from '../../../src/system/proxy.ts';
import { startConnectProxy } from '../../support/connect-proxy.ts';
import { startOddSlack } from '../../support/odd-slack.ts';

const here = 'localhost,127.0.0.1,::1';

describe('the proxies that an environment names', () => {
  it.each([
    ['none', {}, undefined],
    ['empty ones', { HTTP_PROXY: '', https_proxy: '' }, undefined],
    ['exceptions alone', { NO_PROXY: 'a.example' }, undefined],
    ['one in capitals', { HTTPS_PROXY: 'http://p:1' }, { httpProxy: '', httpsProxy: 'http://p:1', noProxy: here }],
    ['one in small letters', { http_proxy: 'http://p:1' }, { httpProxy: 'http://p:1', httpsProxy: '', noProxy: here }],
    [
      'both ways, of which small letters win',
      { https_proxy: 'http://small:1', HTTPS_PROXY: 'http://LARGE:1' },
      { httpProxy: '', httpsProxy: 'http://small:1', noProxy: here },
    ],
    [
      'an empty one in small letters and one in capitals',
      { https_proxy: '', HTTPS_PROXY: 'http://p:1' },
      { httpProxy: '', httpsProxy: 'http://p:1', noProxy: here },
    ],
    ['one without a scheme', { HTTPS_PROXY: 'p:1' }, { httpProxy: '', httpsProxy: 'http://p:1', noProxy: here }],
    [
      'exceptions',
      { HTTPS_PROXY: 'http://p:1', NO_PROXY: 'a.example,.b' },
      { httpProxy: '', httpsProxy: 'http://p:1', noProxy: `${here},a.example,.b` },
    ],
  ])('are %s', (_, env, settings) => {
    expect(proxySettings(env)).toEqual(settings);
  });

  it('are shown without the password', async () => {
    const settings = { httpProxy: '', httpsProxy: 'http://mary:hunter2@proxy.example:3128', noProxy: '' };
    expect((await openProxy(settings)).address).toBe('proxy.example:3128');
  });

  it('carry the requests of commands', async () => {
    const [other, proxy] = await Promise.all([startOddSlack({ host: 'elsewhere.test' }), startConnectProxy()]);
    const { fetch } = await openProxy({ httpProxy: proxy.url, httpsProxy: '', noProxy: here });
    const { status, text } = await createHttp(fetch)(other.apiUrl, { method: 'POST', body: new Blob(['x']) });
    expect({ status, text }).toEqual({ status: 200, text: expect.stringContaining('"ok":true') });
    expect(proxy.seen).toEqual(['POST /api/']);
  });
});

describe('the quick way, for small texts', () => {
  async function serving(answer: (request: IncomingMessage, response: ServerResponse, body: string) => void) {
    const sockets = new Set<unknown>();
    // Nothing is asked for five seconds where the machine stands still.
    const server = createServer({ keepAliveTimeout: 60_000 }, async (request, response) => {
      sockets.add(request.socket);
      let body = '';
      for await (const piece of request) body += piece;
      answer(request, response, body);
    });
    return { ...(await listening(server)), sockets };
  }

  async function listening(server: Server): Promise<{ url: string }> {
    const open = new Set<Socket>();
    server.on('connection', (socket: Socket) => void open.add(socket));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => {
      for (const socket of open) socket.destroy();
      server.close();
    });
    const { port } = server.address() as AddressInfo;
    return { url: `http://127.0.0.1:${port}/` };
  }

  it('brings them there and back, one after the other on one connection', async () => {
    const { url, sockets } = await serving(({ method, headers }, response, body) => {
      response
        .writeHead(200, { 'content-type': 'text/plain', 'x-scopes': headers.authorization })
        .end(`${method} ${body}`);
    });
    const ask = await openQuickFetch();
    for (const body of ['a=ä', 'b=🙂']) {
      const answer = await ask(url, { method: 'POST', headers: { authorization: 'Bearer x' }, body });
      expect([answer.status, answer.headers.get('x-scopes')]).toEqual([200, 'Bearer x']);
      expect(await answer.text()).toBe(`POST ${body}`);
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(sockets.size).toBe(1);
  });

  it.each([
    [204, {}],
    [302, { location: 'http://127.0.0.1:1/' }],
    [429, { 'retry-after': '7' }],
    [500, {}],
  ])('gives back a %i as it is', async (status, headers) => {
    const { url } = await serving((_, response) => void response.writeHead(status, headers).end());
    const answer = await (await openQuickFetch())(url, { method: 'POST', body: '' });
    expect([answer.status, await answer.text()]).toEqual([status, '']);
    for (const [name, value] of Object.entries(headers)) expect(answer.headers.get(name)).toBe(value);
  });

  it('asks for what it can read: nothing is packed', async () => {
    const { url } = await serving(({ headers }, response) => void response.end(headers['accept-encoding']));
    const answer = await (await openQuickFetch())(url, { method: 'POST', body: '' });
    expect(await answer.text()).toBe('identity');
  });

  it('gives back an answer whose status has a name in letters of no standard', async () => {
    const { url } = await serving(({ socket }) => {
      socket.end('HTTP/1.1 403 Zugriff gesperrt für Sie\r\ncontent-length: 2\r\n\r\nno', 'latin1');
    });
    const answer = await (await openQuickFetch())(url, { method: 'POST', body: '' });
    expect([answer.status, await answer.text()]).toEqual([403, 'no']);
  });

  it('has a connection of its own for each at once, also where a server speaks HTTP/2, as Slack does', async () => {
    // Nobody need vouch for what is encrypted so: no certificate is needed.
    const anonymous = { ciphers: 'ADH-AES128-GCM-SHA256:@SECLEVEL=0', maxVersion: 'TLSv1.2' } as const;
    const server = createSecureServer(
      { ...anonymous, dhparam: 'auto', allowHTTP1: true },
      ({ httpVersion }, response) => {
        response.writeHead(200, { 'x-version': httpVersion }).end('{"ok":true}');
      },
    );
    const { url } = await listening(server);
    const ask = await openQuickFetch({ ...anonymous, rejectUnauthorized: false });
    const answers = await Promise.all([1, 2, 3].map(() => ask(url.replace('http:', 'https:'), { method: 'POST' })));
    for (const answer of answers) {
      expect([answer.headers.get('x-version'), await answer.text()]).toEqual(['1.1', '{"ok":true}']);
    }
  });

  it('is given up when nobody waits any more, also within an answer', async () => {
    const controller = new AbortController();
    const { url } = await serving((_, response) => {
      response.write('half of');
      controller.abort(new Error('too late'));
    });
    await expect((await openQuickFetch())(url, { signal: controller.signal })).rejects.toThrow('too late');
  });

  it('says why nobody answers', async () => {
    await expect((await openQuickFetch())('http://127.0.0.1:1/')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });
});
