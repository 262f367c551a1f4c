import { fetch } from 'undici';
import { describe, expect, it } from 'vitest';
import { addressOf, checkHost } from '../../../../src/sandbox/http/hosts.ts';
import { startSandbox } from '../../../../src/sandbox/server.ts';

describe('where a sandbox listens', () => {
  it.each(['0.0.0.0', '::', '192.168.1.2', 'example.com', '127.0.0.1.evil.example', '127.999.1.1', ''])(
    'is not %j',
    async (host) => {
      await expect(startSandbox({ host })).rejects.toMatchObject({
        code: 'host_refused',
        message: expect.stringContaining(`${host} is not an address of this machine for itself`),
      });
    },
  );

  it.each(['127.0.0.1', '127.1.2.3', '::1', 'localhost'])('may be %s', (host) => {
    expect(() => checkHost(host)).not.toThrow();
  });

  it('is where it is reached', async () => {
    const sandbox = await startSandbox({ host: 'localhost' });
    expect(sandbox.apiUrl).toBe(`http://localhost:${sandbox.port}/api/`);
    expect(((await (await fetch(`${sandbox.apiUrl}auth.test`)).json()) as { error: string }).error).toBe('not_authed');
    await sandbox.close();
  });

  it('is an address, also with the colons of IPv6', () => {
    expect([addressOf('127.0.0.1', 80), addressOf('::1', 4000)]).toEqual(['http://127.0.0.1:80', 'http://[::1]:4000']);
  });
});
