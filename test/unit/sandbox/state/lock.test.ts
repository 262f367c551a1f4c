import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { takeLock } from '../../../../src/sandbox/state/lock.ts';

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lock-'));
  path = join(folder, 'state');
});
afterEach(() => rm(folder, { recursive: true }));

it('of a process that runs is held', async () => {
  await writeFile(`${path}.lock`, `${process.ppid}\n`);
  expect(() => takeLock(path)).toThrow(`in use by the sandbox of process ${process.ppid}`);
});

it.runIf(process.platform === 'linux')(
  'of a process that ended is free, also before its parent took note',
  async () => {
    const script = 'read _ <&3 & echo $!; exec sleep 60';
    const parent = spawn('sh', ['-c', script], { stdio: ['ignore', 'pipe', 'ignore', 'pipe'] });
    const pid = Number(String((await once(parent.stdout as Readable, 'data'))[0]));
    // Before it is what never looks, it is a shell, which does.
    await expect.poll(() => readFile(`/proc/${parent.pid}/comm`, 'utf8')).toBe('sleep\n');
    (parent.stdio[3] as Writable).end();
    await expect.poll(() => readFile(`/proc/${pid}/stat`, 'utf8')).toContain(') Z ');
    await writeFile(`${path}.lock`, `${pid}\n`);
    expect(() => takeLock(path)()).not.toThrow();
    parent.kill();
    await once(parent, 'exit');
  },
);
