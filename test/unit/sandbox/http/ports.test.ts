import { createServer } from 'node:net';
import { fetch } from 'undici';
import { expect, it } from 'vitest';
import { blockedPorts, freePortFrom } from '../../../../src/sandbox/http/ports.ts';
import { startSandbox } from '../../../../src/sandbox/server.ts';

it('knows the ports that fetch refuses', async () => {
  for (const port of blockedPorts) {
    const refusal = await fetch(`http://127.0.0.1:${port}/`).then(
      () => 'answered',
      (error: Error) => String((error.cause as Error | undefined)?.message),
    );
    expect([port, refusal]).toEqual([port, 'bad port']);
  }
});

it.each([6000, 6667, 10_080, 65_536, -1, 1.5])('refuses port %s with the reason', async (port) => {
  await expect(startSandbox({ port })).rejects.toMatchObject({
    code: 'port_blocked',
    message: expect.stringContaining(String(port)),
  });
});

it('says which port is in use', async () => {
  const first = await startSandbox();
  await expect(startSandbox({ port: first.port })).rejects.toMatchObject({
    code: 'port_in_use',
    message: `port ${first.port} is in use`,
  });
  await first.close();
});

it.each([6000, 6667, 10_080])('takes the next port for the blocked port %s', async (port) => {
  const found = await freePortFrom(port);
  expect(found.port).toBeGreaterThan(port);
  expect(blockedPorts.has(found.port)).toBe(false);
  expect(found.reason).toBe(`port ${port} is on the list that browsers and fetch refuse to connect to`);
});

it('takes the next port for one that is in use, and gives the reason', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', () => resolve()));
  const { port: taken } = other.address() as { port: number };
  const found = await freePortFrom(taken);
  expect(found.port).toBeGreaterThan(taken);
  expect(found.reason).toBe(`port ${taken} is in use`);
  other.close();
});

it('keeps a port that is free, and 0 for any', async () => {
  const sandbox = await startSandbox();
  await sandbox.close();
  expect(await freePortFrom(sandbox.port)).toEqual({ port: sandbox.port });
  expect(await freePortFrom(0)).toEqual({ port: 0 });
});

it.each([-1, 1.5, 65_536, Number.NaN])('finds none from %s', async (port) => {
  await expect(freePortFrom(port)).rejects.toMatchObject({ code: 'port_blocked' });
});
