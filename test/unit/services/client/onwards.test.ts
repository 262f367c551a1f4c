import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Http } from '../../../../src/context/system.ts';
import { askOnwards } from '../../../../src/services/client/onwards.ts';
import { saveArtifact } from '../../../../src/services/client/save-artifact.ts';
import { temporaryFolder } from '../../../support/folder.ts';
import { clientOf } from '../../../support/service.ts';

/** A server whose answers are these, by path; whom it was asked by is in `seen`. */
async function serve(seen: string[], answers: Record<string, (response: ServerResponse) => void>): Promise<string> {
  const server = createServer((request: IncomingMessage, response) => {
    seen.push(`${request.url} ${request.headers.authorization ?? request.headers['x-key'] ?? 'nobody'}`);
    answers[request.url ?? '']?.(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const to =
  (location: string) =>
  (response: ServerResponse): void =>
    void response.writeHead(302, { location }).end('go there');
const content =
  (text: string) =>
  (response: ServerResponse): void =>
    void response.end(text);

const path = (): string => join(temporaryFolder(), 'saved');
const saved = { name: 'shop.zip', size: 3 };

describe('an artifact that is kept elsewhere', () => {
  it('is asked for there, and the token stays at home', async () => {
    const [home, store, place]: [string[], string[], string] = [[], [], path()];
    const storeUrl = await serve(store, { '/key?signed=1': content('zip') });
    const url = await serve(home, { '/a': to('/b'), '/b': to(`${storeUrl}/key?signed=1`) });
    const client = clientOf(url, { headers: { authorization: 'Bearer token', 'x-key': 'key' } });
    expect(await saveArtifact({ client, system: 'Jenkins' }, '/a', saved, { path: place })).toBe(true);
    expect([home, store]).toEqual([['/a Bearer token', '/b Bearer token'], ['/key?signed=1 nobody']]);
    expect(readFileSync(place, 'utf8')).toBe('zip');
  });

  it('is asked for without a token even where it is sent back', async () => {
    const home: string[] = [];
    let url = '';
    const store = await serve([], { '/back': (response) => to(`${url}/there`)(response) });
    url = await serve(home, { '/a': to(`${store}/back`), '/there': content('zip') });
    const client = clientOf(url, { headers: { authorization: 'Bearer token' } });
    await saveArtifact({ client, system: 'Jenkins' }, '/a', saved, { path: path() });
    expect(home).toEqual(['/a Bearer token', '/there nobody']);
  });

  it('is not asked for in circles', async () => {
    const home: string[] = [];
    const url = await serve(home, { '/a': to('/a') });
    const asked = saveArtifact({ client: clientOf(url), system: 'Jenkins' }, '/a', saved, { path: path() });
    await expect(asked).rejects.toMatchObject({ outcome: 'failed', message: expect.stringContaining('in circles') });
    expect(home).toHaveLength(6);
  });

  it.each([
    ['http://store.example/key?signed=1', 'jenkins.example sends on to http://store.example, which is not as safe'],
    ['file:///etc/passwd', 'jenkins.example sends on to file://, which is not as safe'],
    ['http://[', 'jenkins.example sends on in circles, or nowhere'],
  ])('is not asked for at %s', async (location, message) => {
    const asked: string[] = [];
    const http: Http = async (address) => {
      asked.push(address);
      return { status: 302, headers: new Headers({ location }), text: '' };
    };
    await expect(askOnwards(http)('https://jenkins.example/a')).rejects.toMatchObject({ outcome: 'failed', message });
    expect(asked).toEqual(['https://jenkins.example/a']);
  });
});

describe('an artifact', () => {
  it('is left where it is too large, and no more of it is read', async () => {
    const url = await serve([], {
      '/a': (response) => {
        const write = (): void => {
          while (!response.destroyed && response.write(Buffer.alloc(65_536)));
        };
        response.on('drain', write);
        write();
      },
    });
    const place = { path: path(), largest: 100_000 };
    const system = { client: clientOf(url), system: 'Jenkins' };
    expect(await saveArtifact(system, '/a', { name: 'a', size: undefined }, place)).toBe(false);
    expect(readFileSync(place.path).length).toBeLessThanOrEqual(100_000);
  });

  it('that has gone is told of', async () => {
    const url = await serve([], { '/a': (response) => void response.writeHead(404).end() });
    const asked = saveArtifact({ client: clientOf(url), system: 'Jenkins' }, '/a', saved, { path: path() });
    await expect(asked).rejects.toMatchObject({ outcome: 'failed', message: 'Jenkins has shop.zip no longer' });
  });
});
