import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fetch } from 'undici';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../../../src/sandbox/server.ts';
import { call } from '../client.ts';

let folder: string;
let path: string;
let sandbox: Sandbox | undefined;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'state-'));
  path = join(folder, 'state.jsonl');
});
afterEach(async () => {
  await sandbox?.close().catch(() => {});
  sandbox = undefined;
  await rm(folder, { recursive: true });
});

const start = async (options: SandboxOptions = {}): Promise<Sandbox> => {
  sandbox = await startSandbox({ state: path, ...options });
  return sandbox;
};
const again = async (options: SandboxOptions = {}): Promise<Sandbox> => {
  await sandbox?.close();
  return start(options);
};

async function upload(one: Sandbox, data: Buffer): Promise<string> {
  const { upload_url, file_id } = await call(one, 'files.getUploadURLExternal', {
    filename: 'a.log',
    length: data.length,
  });
  await fetch(upload_url, { method: 'POST', body: data });
  await call(one, 'files.completeUploadExternal', {
    files: [{ id: file_id, title: 'Log' }],
    channel_id: one.channels[0]?.id,
  });
  return file_id;
}

describe('a state file', () => {
  it('brings back messages, people with their tokens, rooms and files', async () => {
    const first = await start({
      people: [{ name: 'mary' }, { name: 'tom' }],
      channels: ['ops', { name: 'quiet', private: true }],
    });
    const { ts } = await first.say({ as: 'mary', channel: '#ops', text: '*hi* <b> “x” $map' });
    const metadata = { event_type: 'x', event_payload: { $map: [1], $set: 'no' } };
    await call(first, 'chat.postMessage', { channel: '#ops', text: 'reply', thread_ts: ts, metadata });
    await call(first, 'reactions.add', { channel: first.channels[0]?.id, timestamp: ts, name: 'eyes' });
    first.kick('#quiet');
    const data = Buffer.from(Array.from({ length: 200_001 }, (_, at) => at % 251));
    const file = await upload(first, data);
    const before = { ...first, messages: first.messages('#ops') };
    const second = await again();
    const here = JSON.stringify(before.messages).replaceAll(`:${first.port}/`, `:${second.port}/`);
    expect(JSON.stringify(second.messages('#ops'))).toBe(here);
    expect(second.people).toEqual(before.people);
    expect([second.appToken, second.botToken, second.channels]).toEqual([
      before.appToken,
      before.botToken,
      before.channels,
    ]);
    expect((await call(second, 'auth.test')).ok).toBe(true);
    expect((await call(second, 'chat.postMessage', { channel: '#quiet', text: 'x' })).ok).toBe(false);
    const found = await call(second, 'files.info', { file });
    const response = await fetch(found.file.url_private, { headers: { authorization: `Bearer ${second.botToken}` } });
    expect(Buffer.from(await response.arrayBuffer()).equals(data)).toBe(true);
  });

  it('is for its owner alone, and there from the start', async () => {
    await start();
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  it('is written while the sandbox runs, a moment after a change', async () => {
    const { ts } = await (await start()).say({ as: 'mary', channel: '#ops', text: 'soon there' });
    await expect.poll(() => readFile(path, 'utf8')).toContain(ts);
    await call(sandbox as Sandbox, 'chat.postMessage', { channel: '#ops', text: 'and this' });
    await expect.poll(() => readFile(path, 'utf8')).toContain('and this');
  });

  it('goes on with the ids of a seed where they were', async () => {
    const options = { seed: 'a', channels: ['ops'] };
    const first = await upload(await start(options), Buffer.from('one'));
    const second = await upload(await again(options), Buffer.from('two'));
    expect(second).not.toBe(first);
    expect(sandbox?.file(first).content).toEqual(Buffer.from('one'));
  });

  it('gives later messages later timestamps, also after the clock was moved', async () => {
    const first = await start();
    first.clock.advance(3_600_000);
    const before = await first.say({ as: 'mary', channel: '#ops', text: 'from the future' });
    const after = await (await again()).say({ as: 'mary', channel: '#ops', text: 'later' });
    expect(after.ts > before.ts).toBe(true);
    expect(sandbox?.messages('#ops').map(({ text }) => text)).toEqual(['from the future', 'later']);
  });

  it('ends a stream that was under way when its time is over', async () => {
    const first = await start({ channels: ['ops'], time: 1_700_000_000_000 });
    const channel = first.channels[0]?.id;
    const { ts: thread_ts } = await first.say({ as: 'mary', channel: '#ops', text: 'go' });
    const recipient = { recipient_user_id: first.people[0]?.id, recipient_team_id: first.team.id };
    const { ts } = await call(first, 'chat.startStream', {
      channel,
      thread_ts,
      ...recipient,
      markdown_text: 'working',
    });
    const second = await again({ time: 1_700_000_060_000 });
    const streamed = () => second.messages('#ops').find((message) => message.ts === ts);
    expect(streamed()?.streaming_state).toBe('in_progress');
    second.clock.advance(10 * 60_000);
    expect(streamed()?.streaming_state).toBe('errored');
  });

  it('takes in people and rooms that are new at the next start', async () => {
    await start({ people: [{ name: 'mary' }], channels: ['ops'] });
    const [mary] = sandbox?.people ?? [];
    const second = await again({ people: [{ name: 'mary' }, { name: 'eve' }], channels: ['ops', 'new'] });
    expect(second.people.map(({ name }) => name)).toEqual(['mary', 'eve']);
    expect(second.people[0]).toEqual(mary);
    expect(second.channels.map(({ name }) => name)).toEqual(['ops', 'new']);
    await second.say({ as: 'eve', channel: '#ops', text: 'hello' });
    await second.say({ as: 'eve', channel: '@eve', text: 'hello' });
    expect((await call(second, 'auth.test', {}, second.people[1]?.token)).user).toBe('eve');
    const third = await again();
    expect(third.people.map(({ name }) => name)).toEqual(['mary', 'eve']);
  });

  it('may be a link, and stays one', async () => {
    const real = join(folder, 'real.jsonl');
    await symlink(real, path);
    await writeFile(real, '');
    await (await start()).say({ as: 'mary', channel: '#ops', text: 'behind a link' });
    await sandbox?.close();
    expect(await readFile(real, 'utf8')).toContain('behind a link');
  });
});

describe('a state file that is none', () => {
  const head = '{"format":"ops-sandbox","version":1}\n';
  it.each([
    ['foreign', 'hello\n', 'is not the state of a sandbox'],
    ['other JSON', '{"a":1}\n', 'is not the state of a sandbox'],
    ['newer', '{"format":"ops-sandbox","version":2}\n', 'was written by a newer sandbox (version 2, this one knows 1)'],
    ['of no version', '{"format":"ops-sandbox","version":"x"}\n', 'has an unknown version, "x"'],
    ['cut off', head, 'is broken at line 1: it breaks off'],
    ['torn', `${head}{"works`, 'is broken at line 2: '],
    ['without a workspace', `${head}{"end":true}\n`, 'is broken at line 2: it breaks off'],
    [
      'with wrong people',
      `${head}{"workspace":{"people":7}}\n{"end":true}\n`,
      'is broken at line 2: its people are none',
    ],
    [
      'with a strange value',
      `${head}{"workspace":{"users":{"$date":1}}}\n`,
      'is broken at line 2: nothing is called $date',
    ],
    [
      'with messages of no room',
      `${head}{"workspace":{}}\n{"channel":"C404","messages":[]}\n{"end":true}\n`,
      'is broken at line 3: its messages are none',
    ],
    ['with something after its end', `${head}{"workspace":{}}\n{"end":true}\n{}\n`, 'is broken at line 4'],
  ])('%s is an error that says so, and is left as it is', async (_, content, sentence) => {
    await writeFile(path, content);
    await expect(start()).rejects.toMatchObject({
      code: 'state_broken',
      message: expect.stringContaining(`${path} ${sentence}`),
    });
    expect(await readFile(path, 'utf8')).toBe(content);
    expect(existsSync(`${path}.lock`)).toBe(false);
  });

  it.each([
    ['a folder', 'state.jsonl', 'cannot be read: EISDIR'],
    ['in no folder', 'nowhere/state.jsonl', 'cannot be locked: ENOENT'],
  ])('%s is an error that says so', async (_, name, sentence) => {
    await mkdir(path);
    path = join(folder, name);
    await expect(start()).rejects.toMatchObject({
      code: 'state_failed',
      message: expect.stringContaining(`${path} ${sentence}`),
    });
  });

  it('any more, when it cannot be written, is said once, and again at the end', async () => {
    const warnings: string[] = [];
    const one = await start({ warn: (message) => void warnings.push(message) });
    await mkdir(`${path}.new`);
    await one.say({ as: 'mary', channel: '#ops', text: 'lost?' });
    await expect.poll(() => warnings.length).toBe(1);
    expect(warnings[0]).toContain(`${path} cannot be written to: EISDIR`);
    await expect(one.close()).rejects.toMatchObject({ code: 'state_failed' });
    expect(existsSync(`${path}.lock`)).toBe(false);
  });
});

describe('two sandboxes with one file', () => {
  it('do not disturb each other when the first is closed twice', async () => {
    const first = await start();
    await first.close();
    const second = await start();
    await second.say({ as: 'mary', channel: '#ops', text: 'of the second' });
    await first.close();
    await expect(startSandbox({ state: path })).rejects.toMatchObject({ code: 'state_in_use' });
    expect((await again()).messages('#ops').map(({ text }) => text)).toEqual(['of the second']);
  });

  it('are one too many', async () => {
    await start();
    await expect(startSandbox({ state: path })).rejects.toMatchObject({
      code: 'state_in_use',
      message: expect.stringContaining(`${path} is in use by the sandbox of process ${process.pid}`),
    });
    expect((await call(sandbox as Sandbox, 'auth.test')).ok).toBe(true);
  });

  it('are one after the other, when the first was killed', async () => {
    const program = join(folder, 'program.ts');
    const server = new URL('../../../../src/sandbox/server.ts', import.meta.url).pathname;
    await writeFile(
      program,
      `import { startSandbox } from ${JSON.stringify(server)};
       await startSandbox({ state: ${JSON.stringify(path)} });
       process.send?.('ready');`,
    );
    const child = fork(program);
    await new Promise((resolve) => child.once('message', resolve));
    await expect(start()).rejects.toMatchObject({ message: expect.stringContaining(`process ${child.pid}`) });
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
    expect((await call(await start(), 'auth.test')).ok).toBe(true);
  });
});
