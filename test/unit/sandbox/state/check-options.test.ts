import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../../../src/sandbox/server.ts';

const refusal = (options: SandboxOptions): Promise<unknown> =>
  startSandbox(options).then(
    (sandbox: Sandbox) => sandbox.close(),
    ({ code, message }) => [code, message],
  );

describe('a sandbox is not started', () => {
  it.each<[string, SandboxOptions, string]>([
    ['with two people of one name', { people: [{ name: 'ann' }, { name: 'Ann' }] }, 'two people called Ann'],
    [
      'with two people of one id',
      {
        people: [
          { name: 'ann', id: 'U1' },
          { name: 'bob', id: 'U1' },
        ],
      },
      'two people with the id U1',
    ],
    ['with a person named as the app', { people: [{ name: 'ops' }] }, 'two people called ops'],
    ['with a person without a name', { people: [{ name: '' }] }, 'a person: name is a text, not ""'],
    ['with two channels of one name', { channels: ['ops', '#ops'] }, 'two channels called ops'],
    ['with a channel of another shape', { channels: [{ name: 'ops', secret: true } as never] }, 'there is no secret'],
    ['with a command without its slash', { commands: [{ command: 'ops' }] }, 'a slash and one word, not ops'],
    ['with a command of two words', { commands: [{ command: '/ops now' }] }, 'a slash and one word, not /ops now'],
    ['with one command twice', { commands: [{ command: '/a' }, { command: '/a' }] }, 'two commands /a'],
    [
      'with a shortcut of another type',
      { shortcuts: [{ callbackId: 'x', type: 'local' as never }] },
      'type is one of global, message',
    ],
    [
      'with a user group of strangers',
      { people: [{ name: 'ann' }], usergroups: [{ handle: 'devs', users: ['bob'] }] },
      'bob of the user group devs is nobody here (known: ann, ops)',
    ],
    ['before 1970', { time: -1 }, 'time is a number of milliseconds from 0 to 7258118400000, not -1'],
    ['at no time', { time: Number.NaN }, 'not NaN'],
    ['too late', { time: 8.7e15 }, 'from 0 to 7258118400000'],
    [
      'with a negative time for acks',
      { ackTimeout: -1 },
      'ackTimeout is a number of milliseconds from 0 to 2147483647',
    ],
    ['with a negative interval', { pingInterval: -1 }, 'pingInterval'],
    ['with a negative warning', { warningPeriod: -1 }, 'warningPeriod'],
    ['with connections of a negative life', { connectionLifetime: -1 }, 'connectionLifetime'],
    ['with limits of unknown methods', { limits: { 'chat.postMesage': 1 } }, 'did you mean chat.postMessage?'],
  ])('%s', async (_, options, sentence) => {
    expect(await refusal(options)).toEqual(['invalid', expect.stringContaining(sentence)]);
  });

  it('with its record in the file of its state', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'options-'));
    const state = join(folder, 'state');
    const sentence = `record and state are one file, ${state}: each needs its own`;
    expect(await refusal({ state, record: join(folder, '.', 'state') })).toEqual(['invalid', sentence]);
    await writeFile(state, '');
    await symlink(state, join(folder, 'link'));
    expect(await refusal({ state, record: join(folder, 'link') })).toEqual(['invalid', sentence]);
    await rm(folder, { recursive: true });
  });

  it('with people in its options who are others in its state', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'options-'));
    const state = join(folder, 'state');
    await (await startSandbox({ state, people: [{ name: 'ann', id: 'U1' }] })).close();
    expect(await refusal({ state, people: [{ name: 'ann', id: 'U2' }] })).toEqual([
      'invalid',
      'there are two people called ann',
    ]);
    const groups = { usergroups: [{ handle: 'devs', users: ['ann'] }] };
    expect(await refusal({ state, ...groups })).toBe(undefined);
    await rm(folder, { recursive: true });
  });
});
