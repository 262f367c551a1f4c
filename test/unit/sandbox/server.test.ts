import { execFile } from 'node:child_process';
import { networkInterfaces } from 'node:os';
import { promisify } from 'node:util';
import { fetch } from 'undici';
import { describe, expect, it } from 'vitest';
import { startSandbox } from '../../../src/sandbox/server.ts';
import { connect } from './client.ts';

const run = promisify(execFile);
const server = new URL('../../../src/sandbox/server.ts', import.meta.url).pathname;

describe('a sandbox', () => {
  it('has the people and channels that it was given, with the same ids every time', async () => {
    const options = { people: [{ name: 'mary' }, { name: 'tom', id: 'UTOM' }], channels: ['ops', '#general'] };
    const [one, other] = [await startSandbox(options), await startSandbox(options)];
    expect(one.people.map(({ id, name }) => [id, name])).toEqual(other.people.map(({ id, name }) => [id, name]));
    expect(one.people[1]).toMatchObject({ id: 'UTOM', name: 'tom', token: expect.stringMatching(/^xoxp-/u) });
    expect(one.channels.map(({ name }) => name)).toEqual(['ops', 'general']);
    expect(one.channels).toEqual(other.channels);
    expect(one.botToken).not.toBe(other.botToken);
    await Promise.all([one.close(), other.close()]);
  });

  it('is heard on loopback only', async () => {
    const sandbox = await startSandbox();
    const outside = Object.values(networkInterfaces()).flatMap((addresses) =>
      (addresses ?? []).filter(({ family, internal }) => family === 'IPv4' && !internal),
    );
    for (const { address } of outside) await expect(fetch(`http://${address}:${sandbox.port}/`)).rejects.toThrow();
    expect((await fetch(`http://127.0.0.1:${sandbox.port}/nowhere`)).status).toBe(404);
    await sandbox.close();
  });

  it('resolves waitFor with what it sees, and rejects when the time is over or it is closed', async () => {
    const sandbox = await startSandbox({ channels: ['ops'] });
    const seen = sandbox.waitFor(({ messages }) => messages('#ops').find(({ text }) => text === 'now'));
    await sandbox.say({ as: 'mary', channel: '#ops', text: 'not yet' });
    const { ts } = await sandbox.say({ as: 'mary', channel: '#ops', text: 'now' });
    expect((await seen).ts).toBe(ts);
    await expect(sandbox.waitFor(() => undefined, 5)).rejects.toThrow('nothing matched within 5 ms');
    const wrong = () => {
      throw new Error('looked wrong');
    };
    await expect(sandbox.waitFor(wrong)).rejects.toThrow('looked wrong');
    const left = sandbox.waitFor(() => undefined, 60_000);
    await Promise.all([expect(left).rejects.toThrow('the sandbox was closed'), sandbox.close()]);
  });

  it('says who and what it does not know', async () => {
    const sandbox = await startSandbox({ people: [{ name: 'mary' }, { name: 'tom' }], channels: ['ops'] });
    const say = (as: string, channel: string) => sandbox.say({ as, channel, text: 'x' });
    await expect(say('eve', '#ops')).rejects.toThrow('nobody here is called eve (people: mary, tom)');
    await expect(say('mary', '#nowhere')).rejects.toThrow('there is no channel #nowhere (channels: #ops)');
    await expect(say('mary', '@tom')).rejects.toThrow('mary is not in @tom');
    await expect(sandbox.say({ as: 'mary', channel: '#ops', text: ' ' })).rejects.toThrow('no_text');
    await sandbox.close();
  });

  it('sends text as it is when asked to', async () => {
    const sandbox = await startSandbox({ channels: ['ops'] });
    await sandbox.say({ as: 'mary', channel: '#ops', text: '“a”\u00a0<x> @ops', raw: true });
    expect(sandbox.messages('#ops').at(-1)).toMatchObject({ text: '“a”\u00a0<x> @ops' });
    expect(sandbox.messages('#ops').at(-1)?.blocks).toBe(undefined);
    await sandbox.close();
  });

  it('types like a phone when told to', async () => {
    const sandbox = await startSandbox({ channels: ['ops'], smartPunctuation: true });
    await sandbox.say({ as: 'mary', channel: '#ops', text: '--ref "x"' });
    await sandbox.say({ as: 'mary', channel: '#ops', text: '--ref "x"', smart: false });
    expect(sandbox.messages('#ops').map(({ text }) => text)).toEqual(['—ref “x”', '--ref "x"']);
    await sandbox.close();
  });

  it('closes while connections are open and a call hangs', async () => {
    const sandbox = await startSandbox();
    const line = await connect(sandbox);
    sandbox.faults.next('auth.test', { hang: true });
    const hanging = fetch(`${sandbox.apiUrl}auth.test`).catch((error: Error) => error);
    await sandbox.waitFor(({ calls }) => calls.find(({ method }) => method === 'auth.test'));
    await sandbox.close();
    expect(await hanging).toBeInstanceOf(Error);
    expect(line.socket.readyState).toBeGreaterThanOrEqual(line.socket.CLOSING);
  });

  it('leaves nothing that keeps the process alive', async () => {
    const program = `
      const { startSandbox } = await import(${JSON.stringify(server)});
      const sandbox = await startSandbox();
      const opened = await fetch(sandbox.apiUrl + 'apps.connections.open', { method: 'POST', headers: { authorization: 'Bearer ' + sandbox.appToken } });
      const socket = new WebSocket((await opened.json()).url);
      await sandbox.waitFor(() => sandbox.connections() || undefined);
      await sandbox.say({ as: 'mary', channel: '#ops', text: 'hi' });
      sandbox.disconnect('warning');
      await sandbox.close();
      console.log('closed');`;
    const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', program], { timeout: 100_000 });
    expect(stdout.trim()).toBe('closed');
  });
});
