import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Host } from '../../src/context/host.ts';
import { createSystem } from '../../src/host/system.ts';
import { main } from '../../src/main.ts';
import { terminalSink } from '../../src/render/terminal.ts';
import { temporaryFolder } from './folder.ts';

export const root = new URL('../../', import.meta.url);
const program = join(root.pathname, 'bin', 'ops');

export interface Said {
  exitCode: number;
  stdout: string;
  stderr: string;
  /** stdout and stderr in the order in which they were written. */
  words: string;
}

/** What was said, but for how long steps took: they say so where it is a second and more, as on a slow machine. */
export const timeless = (words: string): string => words.replaceAll(/ \((?:\d+ \w+ )?[\d.]+ m?s\)/g, '');

/** A terminal without a person: what cron lends a run. */
export function cronHost(folder: string, said: Said, host: Partial<Host> = {}): Host {
  const system = createSystem({ root, execPath: process.execPath, env: process.env });
  const stream = (name: 'stdout' | 'stderr') => ({
    write: (text: string): boolean => {
      said[name] += text;
      said.words += text;
      return true;
    },
    on: () => {},
    once: () => {},
  });
  return {
    actor: { id: 'os:here:1', name: 'ana' },
    origin: { type: 'terminal', host: 'here', directory: folder },
    signal: new AbortController().signal,
    cwd: folder,
    env: process.env,
    system,
    output: () =>
      terminalSink({
        stdout: stream('stdout'),
        stderr: stream('stderr'),
        color: false,
        live: false,
        hyperlinks: false,
        columns: () => 80,
      }),
    ...host,
  };
}

/** `ops …` through the one door, in this process. */
export async function ops(folder: string, argv: readonly string[], host: Partial<Host> = {}): Promise<Said> {
  const said: Said = { exitCode: -1, stdout: '', stderr: '', words: '' };
  said.exitCode = await main(argv, cronHost(folder, said, host));
  return said;
}

/** `ops …` as a real process of the built program. */
export function startOps(
  folder: string,
  argv: readonly string[],
  env: NodeJS.ProcessEnv = {},
  as: { uid?: number; gid?: number } = {},
): Started {
  const child = spawn(program, argv, {
    ...as,
    cwd: folder,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: Said = { exitCode: -1, stdout: '', stderr: '', words: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      said[name] += text;
      said.words += text;
    });
  }
  const ended = once(child, 'close').then(([code, signal]: unknown[]) => {
    said.exitCode = typeof code === 'number' ? code : -1;
    return { ...said, signal };
  });
  onTestFinished(async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
    // A run that outlives it holds the other ends.
    child.stdout.destroy();
    child.stderr.destroy();
    await ended;
  });
  return { child, said, ended };
}

/** As on a screen: what it says on both ways out, in the order in which it says it. */
export async function typeInShell(
  folder: string,
  argv: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<Pick<Said, 'words' | 'exitCode'>> {
  const path = join(temporaryFolder(), 'screen');
  const screen = openSync(path, 'a');
  const child = spawn(program, argv, {
    cwd: folder,
    env: { ...process.env, ...env },
    stdio: ['ignore', screen, screen],
  });
  closeSync(screen);
  const [code]: unknown[] = await once(child, 'close');
  return { words: readFileSync(path, 'utf8'), exitCode: typeof code === 'number' ? code : -1 };
}

export interface Started {
  child: ChildProcess;
  said: Said;
  ended: Promise<Said & { signal: unknown }>;
}
