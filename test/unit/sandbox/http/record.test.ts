import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fetch } from 'undici';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { redact } from '../../../../src/sandbox/http/record.ts';
import { startSandbox } from '../../../../src/sandbox/server.ts';
import { type Answer, call, connect } from '../client.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'record-'));
});
afterEach(() => rm(folder, { recursive: true }));

const linesOf = async (path: string): Promise<Answer[]> =>
  (await readFile(path, 'utf8'))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

describe('a record', () => {
  it('has every request, answer and frame, without the secrets of tokens', async () => {
    const path = join(folder, 'record.jsonl');
    const sandbox = await startSandbox({ record: path, channels: ['ops'], time: 1_700_000_000_000 });
    const line = await connect(sandbox);
    await call(sandbox, 'chat.postMessage', { channel: '#ops', text: `my token is ${sandbox.botToken}` });
    await fetch(`${sandbox.apiUrl}auth.test?token=${sandbox.people[0]?.token}`);
    await fetch(`${sandbox.apiUrl}auth.test`, {
      method: 'POST',
      body: new URLSearchParams({ token: sandbox.botToken }),
    });
    await line.reach(1);
    await sandbox.waitFor(({ isDelivered, messages }) => isDelivered(messages('#ops')[0]?.ts ?? '') || undefined);
    await sandbox.close();
    const lines = await linesOf(path);
    const ids = (kind: string) => lines.flatMap((entry) => (entry.kind === kind ? [entry.id] : []));
    expect([ids('request'), ids('answer')]).toEqual([
      [1, 2, 3, 4],
      [1, 2, 3, 4],
    ]);
    const posted = lines.find(({ path: asked }) => asked === '/api/chat.postMessage');
    expect(posted).toMatchObject({ time: '2023-11-14T22:13:20.000Z', kind: 'request', method: 'POST' });
    expect(JSON.parse(posted.body)).toEqual({ channel: '#ops', text: 'my token is xoxb-…' });
    const answered = lines.find(({ kind, id }) => kind === 'answer' && id === posted.id);
    expect(answered).toMatchObject({ status: 200, body: { ok: true, message: { text: 'my token is xoxb-…' } } });
    expect(lines.filter(({ kind }) => kind === 'frame')).toMatchObject([
      { connection: 1, direction: 'out', frame: { type: 'hello' } },
      { connection: 1, direction: 'out', frame: { type: 'events_api' } },
      { connection: 1, direction: 'in', frame: { envelope_id: expect.any(String) } },
    ]);
    const written = await readFile(path, 'utf8');
    for (const token of [sandbox.appToken, sandbox.botToken, ...sandbox.people.map((person) => person.token)]) {
      expect(written).not.toContain(token);
    }
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  it('is added to, and says of bytes only how many', async () => {
    const path = join(folder, 'record.jsonl');
    for (const part of ['one', 'two']) {
      const sandbox = await startSandbox({ record: path, channels: ['ops'] });
      await fetch(`${sandbox.apiUrl}auth.test`, {
        method: 'POST',
        headers: { 'content-type': 'image/png' },
        body: part,
      });
      sandbox.faults.next('auth.test', { drop: true });
      await fetch(`${sandbox.apiUrl}auth.test`).catch(() => {});
      await sandbox.close();
    }
    const lines = await linesOf(path);
    expect(lines.filter(({ body }) => body === '3 bytes')).toHaveLength(2);
    expect(lines.filter(({ answer }) => answer === 'cut')).toHaveLength(2);
  });

  it('that cannot be begun is an error', async () => {
    const path = join(folder, 'nowhere', 'record.jsonl');
    await expect(startSandbox({ record: path })).rejects.toMatchObject({
      code: 'record_failed',
      message: expect.stringContaining(`${path} cannot be written to: ENOENT`),
    });
  });

  it.runIf(process.platform === 'linux')('that fills the disk says so once, and the sandbox goes on', async () => {
    const warnings: string[] = [];
    const sandbox = await startSandbox({ record: '/dev/full', warn: (message) => void warnings.push(message) });
    for (let count = 0; count < 5; count += 1) expect((await call(sandbox, 'auth.test')).ok).toBe(true);
    await sandbox.close();
    expect(warnings).toEqual([expect.stringContaining('the record in /dev/full ends here: ENOSPC')]);
  });

  it.each([
    ['Bearer xoxb-1-ab', 'Bearer xoxb-…'],
    ['"xapp-1-A0-12" and xoxp-3', '"xapp-…" and xoxp-…'],
    ['token=xoxb%2D12%2Dab&x=1', 'token=xoxb-…&x=1'],
    ['no taxes-and nothing', 'no taxes-and nothing'],
  ])('keeps of %s only %s', (line, redacted) => {
    expect(redact(line)).toBe(redacted);
  });
});
