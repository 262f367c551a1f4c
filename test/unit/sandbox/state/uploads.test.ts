import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fetch } from 'undici';
import { afterEach, expect, it } from 'vitest';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../../../src/sandbox/server.ts';
import { call } from '../client.ts';

const time = 1_700_000_000_000;
const minute = 60_000;
let sandbox: Sandbox;
afterEach(() => sandbox.close());

async function announce(options: SandboxOptions = {}): Promise<string> {
  sandbox = await startSandbox({ time, channels: ['ops'], ...options });
  const { upload_url, file_id } = await call(sandbox, 'files.getUploadURLExternal', { filename: 'a', length: 1 });
  await fetch(upload_url, { method: 'POST', body: 'x' });
  return file_id;
}

const complete = (id: string) =>
  call(sandbox, 'files.completeUploadExternal', { files: [{ id }], channel_id: sandbox.channels[0]?.id });

it('an upload that nobody completes is forgotten after an hour', async () => {
  const file = await announce();
  sandbox.clock.advance(59 * minute);
  expect(sandbox.file(file).content).toEqual(Buffer.from('x'));
  sandbox.clock.advance(minute);
  expect(() => sandbox.file(file)).toThrow('there is no file');
  expect((await complete(file)).error).toBe('file_not_found');
});

it('an upload that was completed stays', async () => {
  const file = await announce();
  expect((await complete(file)).ok).toBe(true);
  sandbox.clock.advance(1000 * minute);
  expect(sandbox.file(file).content).toEqual(Buffer.from('x'));
});

it('an upload from before a restart is forgotten too', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'uploads-'));
  const state = join(folder, 'state');
  const file = await announce({ state });
  await sandbox.close();
  expect(await readFile(state, 'utf8')).toContain(file);
  sandbox = await startSandbox({ state, time: time + 30 * minute });
  expect(sandbox.file(file).name).toBe('a');
  sandbox.clock.advance(30 * minute);
  expect(() => sandbox.file(file)).toThrow('there is no file');
  await rm(folder, { recursive: true });
});
