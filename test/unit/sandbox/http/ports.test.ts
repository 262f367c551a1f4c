import { fetch } from 'undici';
import { expect, it } from 'vitest';
import { blockedPorts } from '../../../../src/sandbox/http/ports.ts';
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
