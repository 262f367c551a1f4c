import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A real service on this machine. */
export interface Service {
  /** For a person: where it is, and how it is asked. */
  says: string;
  /** For a program. */
  env: Readonly<Record<string, string>>;
}

export interface Program {
  name: string;
  program: string;
  words: readonly string[];
  /** What it writes, and where it says what went wrong. */
  folder: string;
  env?: Readonly<Record<string, string>>;
}

export interface Started {
  child: ChildProcess;
  /** Its last words. */
  said(): string;
}

/** Starts a program that ends with the stack; its output is kept in its folder. */
export function start({ name, program, words, folder, env = {} }: Program, stack: AsyncDisposableStack): Started {
  const path = join(folder, `${name}.log`);
  const log = openSync(path, 'a');
  const child = spawn(program, words, { cwd: folder, stdio: ['ignore', log, log], env: { ...process.env, ...env } });
  closeSync(log);
  const ended = once(child, 'close');
  ended.catch(() => undefined);
  stack.defer(async () => {
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
    child.kill('SIGTERM');
    const hard = setTimeout(() => child.kill('SIGKILL'), 5000);
    await ended.finally(() => clearTimeout(hard));
  });
  return { child, said: () => readFileSync(path, 'utf8').slice(-2000) };
}

const patience = 30_000;

/** Until it is so. Throws where the program has ended, or it takes too long. */
export async function until(what: string, { child, said }: Started, isSo: () => Promise<boolean>): Promise<void> {
  const began = performance.now();
  while (performance.now() - began < patience) {
    if (child.exitCode !== null || child.signalCode !== null) break;
    if (await isSo().catch(() => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`not so: ${what}. Its last words:\n${said()}`);
}
