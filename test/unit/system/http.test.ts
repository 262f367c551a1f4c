import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { OpsError } from '../../../src/context/errors.ts';
import { createHttp } from '../../../src/system/http.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { closedPort } from '../../support/port.ts';

const http = createHttp();

/** Answers on this machine until the test ends. */
async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('http', () => {
  it.each([200, 404, 500])('gives an answer of %d back as a result', async (status) => {
    const host = await serve((_, response) => response.writeHead(status, { 'x-made-by': 'test' }).end('grün'));
    const response = await http(`http://${host}/`);
    expect({ ...response, headers: response.headers.get('x-made-by') }).toEqual({
      status,
      headers: 'test',
      text: 'grün',
    });
  });

  it('sends the method, the headers and the body', async () => {
    const host = await serve((request, response) => {
      request
        .setEncoding('utf8')
        .on('data', (body) => response.end(`${request.method} ${request.headers['x-token']} ${body}`));
    });
    const { text } = await http(`http://${host}/`, { method: 'POST', headers: { 'X-Token': 't' }, body: 'hello' });
    expect(text).toBe('POST t hello');
  });

  it('follows redirects', async () => {
    const host = await serve((request, response) => {
      if (request.url === '/new') response.end('here');
      else response.writeHead(302, { location: '/new' }).end();
    });
    expect(await http(`http://${host}/old`)).toMatchObject({ status: 200, text: 'here' });
  });

  it('saves a body as it comes, and no more of it than was wanted', async () => {
    const host = await serve((request, response) => {
      if (request.url !== '/endless') return response.end('abc');
      const write = (): void => {
        while (!response.destroyed && response.write(Buffer.alloc(65_536)));
      };
      response.on('drain', write);
      write();
    });
    const path = join(temporaryFolder(), 'saved');
    expect(await http(`http://${host}/`, { save: { path, largest: 3 } })).toMatchObject({ isCut: false, text: '' });
    expect(readFileSync(path, 'utf8')).toBe('abc');
    expect(await http(`http://${host}/endless`, { save: { path, largest: 100_000 } })).toMatchObject({ isCut: true });
    expect(statSync(path).size).toBeLessThanOrEqual(100_000);
  });

  it('follows no redirect to save what is behind it', async () => {
    const host = await serve((_, response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end());
    const path = join(temporaryFolder(), 'saved');
    expect(await http(`http://${host}/`, { save: { path, largest: 3 } })).toMatchObject({ status: 302 });
    expect(existsSync(path)).toBe(false);
  });

  it('sends the credentials of an address as a header', async () => {
    const host = await serve((request, response) => response.end(request.headers.authorization));
    const { text } = await http(`http://ana:p%40ss@${host}/`);
    expect(text).toBe(`Basic ${Buffer.from('ana:p@ss').toString('base64')}`);
  });

  it('gives up on an answer that does not come', async () => {
    const host = await serve(() => {});
    await expect(http(`http://${host}/`, { timeout: 50 })).rejects.toMatchObject({
      outcome: 'unavailable',
      message: `${host} did not answer within 0.05 s`,
    });
  });

  it('gives up on an answer that does not end', async () => {
    const host = await serve((_, response) => response.write('the beginning'));
    await expect(http(`http://${host}/`, { timeout: 300 })).rejects.toMatchObject({ outcome: 'unavailable' });
  });

  it('saves an answer that takes long, as long as more of it comes', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    let answer: ServerResponse | undefined;
    const host = await serve((_, response) => {
      answer = response;
      response.write('1');
    });
    const path = join(temporaryFolder(), 'saved');
    const saving = http(`http://${host}/`, { timeout: 1000, save: { path } });
    for (const part of ['2', '3', '4']) {
      while (!existsSync(path) || statSync(path).size < Number(part) - 1) await setImmediate();
      vi.advanceTimersByTime(900);
      answer?.write(part);
    }
    answer?.end();
    expect(await saving).toMatchObject({ isCut: false, bytes: 4 });
  });

  it('names the disk where that does not take what comes', async () => {
    const host = await serve((_, response) => response.end('abc'));
    const path = join(temporaryFolder(), 'nowhere', 'saved');
    const saving = http(`http://${host}/`, { save: { path } });
    await expect(saving).rejects.toMatchObject({
      outcome: 'failed',
      message: expect.stringContaining(`${path} was not written`),
    });
  });

  it('throws the reason for which it was stopped', async () => {
    const reason = new OpsError('cancelled', 'it was stopped');
    const controller = new AbortController();
    const host = await serve(() => controller.abort(reason));
    await expect(http(`http://${host}/`, { signal: controller.signal })).rejects.toBe(reason);
  });

  it('refuses an answer of more than 10 MB', async () => {
    const host = await serve((_, response) => response.end(Buffer.alloc(10 * 2 ** 20 + 1)));
    await expect(http(`http://${host}/`)).rejects.toMatchObject({
      outcome: 'unavailable',
      message: `${host} answered with more than 10 MB`,
    });
  });

  it('says which host refuses the connection, and nothing of the rest of the address', async () => {
    const host = `127.0.0.1:${closedPort}`;
    await expect(http(`http://ana:secret@${host}/path?token=secret`)).rejects.toMatchObject({
      outcome: 'unavailable',
      message: `${host} cannot be reached: the connection was refused (ECONNREFUSED)`,
    });
  });

  it('says that the connection was broken off', async () => {
    const host = await serve((request) => request.socket.destroy());
    await expect(http(`http://${host}/`)).rejects.toMatchObject({
      outcome: 'unavailable',
      message: `${host} cannot be reached: the connection was broken off (UND_ERR_SOCKET)`,
    });
  });

  it.each([
    ['jenkins', '"jenkins" is not an address that can be asked'],
    ['file:///etc/passwd', '"file:///etc/passwd" is not an address that can be asked'],
    ['ftp://ana:secret@host/?token=secret', '"ftp://host/" is not an address that can be asked'],
    ['http://', '"http://" is not an address that can be asked'],
  ])('refuses %s', async (address, message) => {
    await expect(http(address)).rejects.toMatchObject({ outcome: 'usage', message });
  });

  it('refuses a header that breaks the line, without showing it', async () => {
    const sent = http('http://127.0.0.1:9/', { headers: { 'X-Token': 'sec\r\nret' } });
    await expect(sent).rejects.toMatchObject({
      outcome: 'usage',
      message: 'the header "X-Token" for 127.0.0.1:9 holds what no header can',
    });
  });
});
