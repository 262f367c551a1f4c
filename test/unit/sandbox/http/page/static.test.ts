import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { fetch } from 'undici';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Question } from '../../../../../src/sandbox/http/page/answer.ts';
import { createAssets, findPageFolder } from '../../../../../src/sandbox/http/page/assets.ts';
import { servePage } from '../../../../../src/sandbox/http/page/static.ts';
import { type Sandbox, startSandbox } from '../../../../../src/sandbox/server.ts';
import { origin } from './page-client.ts';

const folder = mkdtempSync(join(tmpdir(), 'page-'));
const built = join(folder, 'dist/page');
const script = 'console.log("the page");\n'.repeat(100);

let sandbox: Sandbox;
beforeAll(async () => {
  mkdirSync(join(built, 'assets'), { recursive: true });
  writeFileSync(join(built, 'index.html'), '<!doctype html><title>Sandbox</title>');
  writeFileSync(join(built, 'assets/main-1.js'), script);
  writeFileSync(join(built, 'assets/picture-1.png'), 'png');
  writeFileSync(join(built, 'secret.txt'), 'secret');
  sandbox = await startSandbox();
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await sandbox.close();
});

describe('the folder of the page', () => {
  it.each([
    ['a chunk', 'dist/chunks'],
    ['a command', 'dist/commands'],
    ['the source', 'src/sandbox/http/page'],
  ])('is found from %s', (_, from) => {
    expect(findPageFolder(join(folder, from))).toBe(built);
  });
});

describe('a file of the page', () => {
  const headersOf = async (name: string, accepted: string) => {
    const { headers = {}, body } = await createAssets(built).asset(name, accepted);
    return { ...headers, body: body as Buffer };
  };

  it.each([
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['', undefined],
  ])('is sent to who accepts %j as %s', async (accepted, coding) => {
    const { body, ...headers } = await headersOf('main-1.js', accepted);
    expect(headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'accept-encoding',
    });
    expect(headers['content-encoding']).toBe(coding);
    const plain = coding === 'br' ? brotliDecompressSync(body) : coding === 'gzip' ? gunzipSync(body) : body;
    expect(String(plain)).toBe(script);
  });

  it('that is small already is sent as it is', async () => {
    expect((await headersOf('picture-1.png', 'gzip, br'))['content-encoding']).toBe(undefined);
  });

  it.each(['../secret.txt', '..%2fsecret.txt', '/etc/passwd', '', '.', 'none.js', '..\\secret.txt', 'a/b.js'])(
    'called %j is not found',
    async (name) => {
      expect(await createAssets(built).asset(name, '')).toEqual({ status: 404, body: 'not found' });
    },
  );

  it('is found when it comes with a later build', async () => {
    const assets = createAssets(built);
    expect((await assets.asset('late-1.js', '')).status).toBe(404);
    writeFileSync(join(built, 'assets/late-1.js'), 'late');
    expect(String((await assets.asset('late-1.js', '')).body)).toBe('late');
  });
});

describe('the page', () => {
  it.each(['/', '/archives/C0123/p1700000000000001?thread_ts=1.1', '/archives/C0123', '/files/U1/F1/a.png', '/c/ops'])(
    'is at %s, and may run nothing but its own script',
    async (path) => {
      const response = await fetch(origin(sandbox) + path);
      expect(response.status).toBe(200);
      expect(await response.text()).toContain('<div id="page">');
      const header = (name: string) => response.headers.get(name);
      const policy = header('content-security-policy') ?? '';
      expect(policy.split('; ')).toEqual(
        expect.arrayContaining([
          "default-src 'none'",
          "script-src 'self'",
          "form-action 'none'",
          "frame-ancestors 'none'",
          "base-uri 'none'",
          `connect-src 'self' ws://127.0.0.1:${sandbox.port}`,
        ]),
      );
      expect(policy).not.toContain('unsafe');
      expect(header('x-content-type-options')).toBe('nosniff');
      expect(header('referrer-policy')).toBe('no-referrer');
      expect(header('cross-origin-opener-policy')).toBe('same-origin');
      expect(header('cache-control')).toBe('no-cache');
    },
  );

  it('has its script and its style', async () => {
    const index = await (await fetch(`${origin(sandbox)}/`)).text();
    const assets = [...index.matchAll(/(?:src|href)="(\/page\/assets\/[^"]+)"/gu)].map(([, path]) => path ?? '');
    expect(assets.some((path) => path.endsWith('.js'))).toBe(true);
    for (const path of assets) {
      const response = await fetch(origin(sandbox) + path);
      expect([path, response.status, (await response.text()).length > 0]).toEqual([path, 200, true]);
    }
  });

  it('is only read', async () => {
    expect((await fetch(`${origin(sandbox)}/`, { method: 'POST' })).status).toBe(405);
    const head = await fetch(`${origin(sandbox)}/`, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
  });

  it('that was not built says what to run', async () => {
    const question = { origin: 'http://127.0.0.1:1' } as Question;
    const reply = await servePage(createAssets(join(folder, 'nowhere')), { header: '', isIn: () => false }, question);
    expect(reply.status).toBe(503);
    expect(reply.body).toContain('npm run build');
  });
});
