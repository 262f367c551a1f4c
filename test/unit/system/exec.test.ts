import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { OpsError } from '../../../src/context/errors.ts';
import type { ExecOptions } from '../../../src/context/system.ts';
import { createExec } from '../../../src/system/exec.ts';
import { readEntry } from '../../../src/system/proc.ts';
import { temporaryFolder, writeProgram } from '../../support/folder.ts';
import { until } from '../../support/waiting.ts';

const exec = createExec(process.env);
const bash = (line: string, options?: ExecOptions) => exec('bash', ['-c', line], options);

async function linesOf(line: string, options: ExecOptions = {}): Promise<string[]> {
  const lines: string[] = [];
  await bash(line, {
    ...options,
    onLines: (stream, text) => {
      lines.push(...text.split('\n').map((one) => `${stream}: ${one}`));
      return undefined;
    },
  });
  return lines;
}

function isGone(pid: number): boolean {
  return readEntry(pid)?.ended ?? true;
}

describe('exec', () => {
  it('collects what a program prints', async () => {
    expect(await bash('echo out; echo err >&2')).toEqual({ exitCode: 0, stdout: 'out', stderr: 'err' });
  });

  it('gives a non-zero exit back as a result', async () => {
    expect(await bash('exit 7')).toMatchObject({ exitCode: 7 });
  });

  it('adds 128 to the signal that ended the program', async () => {
    expect(await bash('kill -9 $$')).toMatchObject({ exitCode: 137 });
  });

  it('hands words over as they are, never to a shell', async () => {
    const words = ['$(id)', '`id`', '; id', '> file', '*', 'two words', '', "it's", '"', '\\', '--', 'línea\nnueva'];
    const { stdout } = await exec('printf', ['<%s>', ...words]);
    expect(stdout).toBe(words.map((word) => `<${word}>`).join(''));
  });

  it('gives the program nothing to read', async () => {
    expect(await bash('read line || echo "no line"')).toMatchObject({ stdout: 'no line' });
  });

  it('runs in the folder that was asked for, which a relative program is sought from', async () => {
    const folder = temporaryFolder();
    writeProgram(folder, 'here', '#!/bin/sh\npwd\n');
    expect(await exec('./here', [], { cwd: folder })).toMatchObject({ stdout: folder });
  });

  it('lets only a few variables of its own through', async () => {
    const base = {
      PATH: process.env.PATH,
      LC_TIME: 'C',
      https_proxy: 'http://proxy',
      SECRET: 'x',
      NODE_OPTIONS: '--no',
    };
    const { stdout } = await createExec(base)('env', [], { env: { MINE: '1' } });
    expect(stdout.split('\n').sort()).toEqual([
      'LC_TIME=C',
      'MINE=1',
      `PATH=${process.env.PATH}`,
      'https_proxy=http://proxy',
    ]);
  });

  it('tells the process group that the program leads', async () => {
    let group = 0;
    const { stdout } = await bash('echo $$ $(ps -o pgid= -p $$)', {
      onStart: (pid) => {
        group = pid;
      },
    });
    expect(stdout).toBe(`${group} ${group}`);
  });

  it('refuses to collect more than 64 MB, and stops the program', async () => {
    let group = 0;
    const flood = exec('yes', [], {
      onStart: (pid) => {
        group = pid;
      },
    });
    await expect(flood).rejects.toMatchObject({
      outcome: 'failed',
      message: 'yes printed more than 64 MB, and was stopped',
    });
    expect(isGone(group)).toBe(true);
  });
});

describe('exec with onLines', () => {
  it('passes whole lines on in the order in which they came', async () => {
    const folder = temporaryFolder();
    const lines: string[] = [];
    // Of what has come on both ways out before either is read, nobody knows the order.
    const wait = (file: string) => `until [ -e ${file} ]; do sleep 0.01; done`;
    await bash(`echo one; ${wait('one')}; echo two >&2; ${wait('two')}; printf "thr"; sleep 0.1; printf "ee\\nlast"`, {
      cwd: folder,
      onLines: (stream, text) => {
        for (const one of text.split('\n')) {
          lines.push(`${stream}: ${one}`);
          writeFileSync(join(folder, one), '');
        }
        return undefined;
      },
    });
    expect(lines).toEqual(['stdout: one', 'stderr: two', 'stdout: three', 'stdout: last']);
  });

  it('tells of a last line that no line break ends yet, and when it is shown no more', async () => {
    const folder = temporaryFolder();
    const told: string[] = [];
    const goOn: Record<string, string> = { '10%\r': 'one', '10%\r20%': 'two' };
    const wait = (file: string) => `until [ -e ${file} ]; do sleep 0.01; done`;
    await bash(`printf '10%%\\r'; ${wait('one')}; printf '20%%'; ${wait('two')}; printf '\\n'`, {
      cwd: folder,
      onLines: (stream, text) => void told.push(`${stream} line ${text}`),
      onProgress: (stream, text) => {
        told.push(`${stream} ${text}`);
        const file = goOn[text];
        if (file !== undefined) writeFileSync(join(folder, file), '');
      },
    });
    expect(told.sort()).toEqual(['stdout 10%\r', 'stdout 10%\r20%', 'stdout line 10%\r20%', 'stdout '].sort());
  });

  it('collects nothing', async () => {
    expect(await bash('echo one', { onLines: () => undefined })).toEqual({ exitCode: 0, stdout: '', stderr: '' });
  });

  it('shows binary output as far as it is text', async () => {
    expect(await linesOf(`printf 'a\\xff\\x00b\\n'`)).toEqual(['stdout: a\ufffd\0b']);
  });

  it('holds the program back while a promise is pending', async () => {
    const folder = temporaryFolder();
    const gate = Promise.withResolvers<void>();
    let size = 0;
    const running = bash('head -c 5000000 /dev/zero | tr "\\0" "\\n"; echo written > done', {
      cwd: folder,
      onLines: (_, text) => {
        size += text.length + 1;
        return gate.promise;
      },
    });
    await until(() => size > 0, 'a chunk arrived');
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(size).toBeLessThan(500_000);
    expect(() => readFileSync(join(folder, 'done'))).toThrow('ENOENT');
    gate.resolve();
    await running;
    expect(size).toBe(5_000_000);
  });

  it('waits for whoever is slow to take the lines that came before the end', async () => {
    const taken: string[] = [];
    await bash('echo one; echo two >&2', {
      onLines: async (_, text) => {
        await new Promise((resolve) => setTimeout(resolve, 300));
        taken.push(text);
      },
    });
    expect(taken.sort()).toEqual(['one', 'two']);
  });

  it('passes 200 MB on with flat memory', async () => {
    let size = 0;
    let highest = 0;
    const before = process.memoryUsage().rss;
    await bash('yes "a line of some forty characters, or so." | head -c 200000000', {
      onLines: (_, text) => {
        size += text.length + 1;
        highest = Math.max(highest, process.memoryUsage.rss());
        return undefined;
      },
    });
    expect(size).toBeGreaterThanOrEqual(200_000_000);
    expect((highest - before) / 2 ** 20).toBeLessThan(100);
  });

  it('stops the program and throws what the taker of the lines threw', async () => {
    let group = 0;
    const running = bash('echo one; sleep 300', {
      onStart: (pid) => {
        group = pid;
      },
      onLines: () => Promise.reject(new Error('the room is full')),
    });
    await expect(running).rejects.toThrow('the room is full');
    expect(isGone(group)).toBe(true);
  });
});

describe('a program that leaves a daemon', () => {
  it('ends with the program, though the daemon holds its output open', async () => {
    const { stdout } = await bash('sleep 300 & echo $!');
    expect(isGone(Number(stdout))).toBe(false);
    process.kill(Number(stdout), 'SIGKILL');
  });

  it('ends even where the daemon never stops talking', async () => {
    const folder = temporaryFolder();
    await bash('(echo $BASHPID > pid; while echo talk; do sleep 0.01; done) & until [ -s pid ]; do sleep 0.01; done', {
      cwd: folder,
      onLines: () => undefined,
    });
    const daemon = Number(readFileSync(join(folder, 'pid'), 'utf8'));
    await until(() => isGone(daemon), 'the daemon found that nobody listens');
  });
});

describe('a program that is stopped', () => {
  const reason = new OpsError('timeout', 'it was stopped after 60 s');

  const isNumber = (line: string): boolean => /^\d+$/.test(line);

  /** Stops `line` once it wrote "ready" and so many numbers, and gives these back. */
  async function stop(
    line: string,
    options: ExecOptions = {},
    count = 0,
  ): Promise<{ error: unknown; pids: number[]; lines: string[] }> {
    const controller = new AbortController();
    const lines: string[] = [];
    const running = bash(line, {
      ...options,
      signal: controller.signal,
      onLines: (_, text) => {
        lines.push(...text.split('\n'));
        if (lines.includes('ready') && lines.filter(isNumber).length >= count) controller.abort(reason);
        return undefined;
      },
    });
    const error = await running.catch((thrown: unknown) => thrown);
    return { error, lines, pids: lines.filter(isNumber).map(Number) };
  }

  it('throws the reason for which it was stopped', async () => {
    expect((await stop('echo ready; sleep 300')).error).toBe(reason);
  });

  it('throws cancelled where the reason is not an OpsError', async () => {
    const running = bash('sleep 300', { signal: AbortSignal.timeout(50) });
    await expect(running).rejects.toMatchObject({ outcome: 'cancelled', exitCode: 130 });
  });

  it('is never started where it was stopped before', async () => {
    const folder = temporaryFolder();
    await expect(bash('touch started', { cwd: folder, signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    expect(() => readFileSync(join(folder, 'started'))).toThrow('ENOENT');
  });

  it('can say its last words', async () => {
    const { lines } = await stop(`trap 'echo "rolled back"; exit' TERM; echo ready; while :; do sleep 0.05; done`);
    expect(lines).toContain('rolled back');
  });

  it('is killed after the grace where it ignores SIGTERM', async () => {
    const { error, pids } = await stop('trap "" TERM; echo $$; echo ready; while :; do sleep 300; done', {
      grace: 100,
    });
    expect(error).toBe(reason);
    expect(pids.map(isGone)).toEqual([true]);
  });

  it('is killed though nobody takes its lines', async () => {
    const controller = new AbortController();
    let group = 0;
    const running = bash('yes', {
      grace: 100,
      signal: controller.signal,
      onStart: (pid) => {
        group = pid;
      },
      onLines: () => {
        controller.abort(reason);
        return new Promise(() => {});
      },
    });
    await expect(running).rejects.toBe(reason);
    expect(isGone(group)).toBe(true);
  });

  it.each([
    ['children', 'sleep 300 & echo $!'],
    ['grandchildren', 'bash -c "sleep 300 & echo \\$!; wait" &'],
    ['children that ignore SIGTERM', `bash -c 'trap "" TERM; echo $$; while :; do sleep 300; done' &`],
    ['children in a session of their own', `setsid bash -c 'echo $$; sleep 300; :' &`],
    ['children in a process group of their own', 'set -m; sleep 300 & echo $!'],
  ])('takes its %s with it', async (_, line) => {
    const { pids } = await stop(`${line}\necho ready; sleep 300`, { grace: 200 }, 1);
    expect(pids.map(isGone)).toEqual([true]);
  });

  it('takes a daemon with it whose parents are gone, where its environment names the run', async () => {
    const line = `(setsid bash -c 'echo $$; sleep 300; :' &)\necho ready; sleep 300`;
    const { pids } = await stop(line, { env: { OPS_RUN: `run-7f3a-${process.pid}` }, grace: 200 }, 1);
    expect(pids.map(isGone)).toEqual([true]);
  });

  it('leaves the daemons of an earlier program of the same run alone', async () => {
    const env = { OPS_RUN: `run-81c2-${process.pid}` };
    const { stdout } = await bash('setsid sleep 300 >/dev/null 2>&1 & echo $!', { env });
    await stop('echo ready; sleep 300', { env });
    expect(isGone(Number(stdout))).toBe(false);
    process.kill(Number(stdout), 'SIGKILL');
  });
});

describe('a program that cannot start', () => {
  const folder = (): string => {
    const made = temporaryFolder();
    writeProgram(made, 'plain', '#!/bin/sh\n', 0o644);
    writeProgram(made, 'my plain', '#!/bin/sh\n', 0o644);
    writeProgram(made, 'bare', 'echo hello\n');
    writeProgram(made, 'empty', '');
    writeProgram(made, 'lost', '#!/no/such/interpreter -x\n');
    writeProgram(made, 'windows', '#!/bin/sh\r\necho hello\r\n');
    writeProgram(made, 'sought', '#!/usr/bin/env bash\r\necho hello\r\n');
    writeProgram(made, 'split', '#!/usr/bin/env -S A=1 bash\r\necho hello\r\n');
    writeProgram(made, 'strict', '#!/bin/bash -e\r\necho hello\r\n');
    writeProgram(made, 'off', '#!/usr/bin/env bash\r\n', 0o644);
    mkdirSync(join(made, 'folder'));
    return made;
  };

  it.each([
    ['./deploy', './deploy: no such program', 'ls .'],
    ['no-such-program', 'no-such-program: no such program', 'install it, or put its folder on the PATH'],
    ['./plain', './plain is not executable', 'chmod +x ./plain'],
    ['./my plain', './my plain is not executable', "chmod +x './my plain'"],
    [
      './bare',
      './bare has no "#!" line, so that nothing says which program runs it',
      'let its first line be #!/usr/bin/env bash',
    ],
    [
      './empty',
      './empty has no "#!" line, so that nothing says which program runs it',
      'let its first line be #!/usr/bin/env bash',
    ],
    ['./lost', './lost asks for /no/such/interpreter, which does not exist', 'head -n 1 ./lost'],
    ['./windows', './windows has Windows line ends: no program is called "/bin/sh\\r"', "sed -i 's/\\r$//' ./windows"],
    ['./sought', './sought has Windows line ends: no program is called "bash\\r"', "sed -i 's/\\r$//' ./sought"],
    ['./split', './split has Windows line ends: no program is called "bash\\r"', "sed -i 's/\\r$//' ./split"],
    ['./strict', './strict has Windows line ends: /bin/bash has no option "-e\\r"', "sed -i 's/\\r$//' ./strict"],
    ['./off', './off is not executable', 'chmod +x ./off'],
    ['./folder', './folder is a folder, not a program', undefined],
  ])('says why of %s', async (file, message, hint) => {
    await expect(exec(file, [], { cwd: folder() })).rejects.toMatchObject({ outcome: 'failed', message, hint });
  });

  it('is not one whose program takes Windows line ends', async () => {
    const made = temporaryFolder();
    writeProgram(made, 'takes', '#!/usr/bin/env -S node --title=x\r\nconsole.log(1);\r\n');
    expect(await exec('./takes', [], { cwd: made })).toMatchObject({ exitCode: 0, stdout: '1' });
  });

  it.each([
    ['missing', 'does not exist'],
    ['file', 'is not a folder'],
  ])('says that the folder to run in is %s', async (name, what) => {
    const cwd = join(temporaryFolder(), name);
    if (name === 'file') writeFileSync(cwd, '');
    await expect(exec('true', [], { cwd })).rejects.toMatchObject({
      outcome: 'failed',
      message: `true cannot start: ${cwd} ${what}`,
    });
  });

  it('says that its arguments are too long', async () => {
    const running = exec('true', ['x'.repeat(4_000_000)]);
    await expect(running).rejects.toMatchObject({ outcome: 'failed', message: expect.stringContaining('too long') });
  });

  it.each([
    ['argument', () => exec('true', ['a\0b'])],
    ['variable', () => exec('true', [], { env: { NAME: 'a\0b' } })],
    ['name', () => exec('tr\0ue', [])],
  ])('refuses a NUL byte in an %s', async (_, run) => {
    await expect(run()).rejects.toMatchObject({ outcome: 'usage', message: expect.stringContaining('NUL byte') });
  });
});
