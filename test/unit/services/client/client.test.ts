import { createServer, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { ClientOptions } from '../../../../src/services/client/client.ts';
import { clientOf, hastyClock } from '../../../support/service.ts';

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Where nobody listens any more. */
async function closed(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}`;
}

/** Answers with these, one after the other; what was asked is in `asked`. */
async function saying(
  answers: readonly { status: number; headers?: Record<string, string>; body?: string }[],
  options: Partial<ClientOptions> = {},
) {
  const asked: string[] = [];
  const url = await serve((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      asked.push(`${request.method} ${request.url} ${Buffer.concat(chunks)}`.trim());
      const {
        status,
        headers = {},
        body = '{}',
      } = answers[Math.min(asked.length, answers.length) - 1] ?? { status: 500 };
      response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
    });
  });
  const clock = hastyClock();
  return { url, asked, clock, client: clientOf(url, { clock, ...options }) };
}

describe('a client', () => {
  it('asks with a query, a form or JSON', async () => {
    const { client, asked } = await saying([{ status: 200 }]);
    await client('/a', { query: { q: 'a&b', none: undefined, n: 1 } });
    await client('/b', { method: 'POST', form: { name: 'a b&c' } });
    await client('/c', { method: 'PUT', json: { name: 'ü' } });
    expect(asked).toEqual(['GET /a?q=a%26b&n=1', 'POST /b name=a+b%26c', 'PUT /c {"name":"ü"}']);
  });

  it('asks again as long as it is told to, and no change twice', async () => {
    const { client, asked, clock } = await saying([
      { status: 503 },
      { status: 429, headers: { 'retry-after': '7' } },
      { status: 200 },
    ]);
    expect((await client('/')).status).toBe(200);
    expect([asked.length, clock.slept]).toEqual([3, [500, 7000]]);
    const down = await saying([{ status: 503 }]);
    await expect(down.client('/', { method: 'POST' })).rejects.toMatchObject({ outcome: 'unavailable' });
    expect(down.asked).toEqual(['POST /']);
  });

  it.each([
    [401, 'config', 'it does not take the credentials under jenkins: has the token expired? ops config'],
    [403, 'denied', 'whoever owns the token under jenkins may not do that: ask who looks after Jenkins'],
    [404, 'failed', undefined],
    [429, 'retry', 'type it again in a minute'],
    [500, 'unavailable', 'is Jenkins well? type it again'],
  ] as const)('that is answered %d says so without what was sent', async (status, outcome, hint) => {
    const options = { headers: { authorization: 'Bearer s3cret' }, faultOf: () => 'it is Sunday' };
    const { client, url } = await saying([{ status, headers: { 'retry-after': '3600' } }], options);
    const error = await client('/jobs', { query: { token: 's3cret' } }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ outcome, message: `Jenkins (${url}/jobs) answers ${status}: it is Sunday` });
    expect((error as { hint?: string }).hint).toBe(hint);
    expect(JSON.stringify(error)).not.toContain('s3cret');
  });

  it('takes an answer as a result where it was expected', async () => {
    const { client } = await saying([{ status: 404 }]);
    expect((await client('/', { takes: [404] })).status).toBe(404);
  });

  it('says that a server is away, by its system', async () => {
    const away = await closed();
    const clock = hastyClock();
    await expect(clientOf(away, { clock })('/')).rejects.toMatchObject({
      outcome: 'unavailable',
      message: `Jenkins: ${away.slice('http://'.length)} cannot be reached: the connection was refused (ECONNREFUSED)`,
    });
    expect(clock.slept).toEqual([500, 1000, 2000]);
  });

  it.each([
    ['breaks off', (response: ServerResponse) => response.destroy()],
    ['answers 502', (response: ServerResponse) => response.writeHead(502).end()],
    ['answers half of it', (response: ServerResponse) => response.writeHead(200).end('{"id": 1')],
  ])('says to look before it is done twice, where a server %s', async (_, reply) => {
    let asked = 0;
    const url = await serve((_request, response) => {
      asked += 1;
      reply(response);
    });
    const posting = clientOf(url)('/', { method: 'POST' }).then((answer) => answer.json());
    await expect(posting).rejects.toMatchObject({
      ...{ outcome: 'unavailable', message: expect.stringMatching(/; it may have been done all the same$/) },
      hint: 'see in Jenkins whether it was done before you type it again',
    });
    expect(asked).toBe(1);
  });

  it('knows that nothing was done where nobody listens', async () => {
    await expect(clientOf(await closed())('/', { method: 'POST' })).rejects.toThrow(/\(ECONNREFUSED\)$/);
  });

  it('says that what is to be done is done somewhere else', async () => {
    const { client } = await saying([{ status: 302, headers: { location: 'https://elsewhere.example/' } }]);
    await expect(client('/', { method: 'POST', redirect: 'manual' })).rejects.toMatchObject({ outcome: 'config' });
  });

  it('says that a server hangs, and stops when it is stopped', async () => {
    const url = await serve(() => {});
    await expect(clientOf(url, { timeout: 20 })('/', { method: 'POST' })).rejects.toThrow(
      /^Jenkins: 127\.0\.0\.1:\d+ did not answer within 0\.02 s; it may have been done all the same$/,
    );
    const stop = new AbortController();
    const asking = clientOf(url, { signal: stop.signal })('/');
    stop.abort(new Error('stopped'));
    await expect(asking).rejects.toThrow('stopped');
  });
});
