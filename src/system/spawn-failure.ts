import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { OpsError } from '../context/errors.ts';
import { quoteWord } from '../context/line.ts';

/** Words that no program can be given, or a file that only a shell would make sense of. */
export function refuseUnrunnable(file: string, args: readonly string[], env: object, cwd: string): void {
  if ([file, ...args, ...Object.values(env)].some((word) => word.includes('\0'))) {
    throw new OpsError('usage', `${printable(file)}: an argument holds a NUL byte, which no program can be given`);
  }
  if (!file.includes('/')) return;
  const start = startOfFile(resolve(cwd, file));
  if (start === undefined || start.includes('\0') || !isExecutable(resolve(cwd, file))) return;
  const fault = windowsFault(start);
  if (fault !== undefined) {
    throw new OpsError('failed', `${file} has Windows line ends: ${fault}`, {
      hint: `sed -i 's/\\r$//' ${quoteWord(file)}`,
    });
  }
  if (start.startsWith('#!')) return;
  // The system would hand such a file to /bin/sh.
  throw new OpsError('failed', `${file} has no "#!" line, so that nothing says which program runs it`, {
    hint: 'let its first line be #!/usr/bin/env bash',
  });
}

/** What the carriage return at the end of a `#!` line spoils. Some programs, such as perl, take an option with one. */
function windowsFault(start: string): string | undefined {
  const line = /^#!([^\n]*)\r\n/.exec(start)?.[1];
  if (line === undefined) return undefined;
  const [named = '', ...words] = line.trim().split(/\s+/);
  // It looks for a program, behind its own options and variables.
  const at = words.findIndex((word) => !/^-|=/.test(word));
  const [program = '', ...options] = /(^|\/)env$/.test(named) && at >= 0 ? words.slice(at) : [named, ...words];
  if (options.length === 0) return `no program is called "${program}\\r"`;
  return /sh$/.test(program) ? `${program} has no option "${options.at(-1)}\\r"` : undefined;
}

/** Why the system did not start a program, in the words of the person who named it. */
export function spawnFailure(file: string, cwd: string, error: unknown): OpsError {
  const { code, message } = error as NodeJS.ErrnoException;
  const folder = kindOf(cwd);
  if (folder !== 'folder') {
    const what = folder === undefined ? 'does not exist' : 'is not a folder';
    return new OpsError('failed', `${file} cannot start: ${cwd} ${what}`, { cause: error });
  }
  const say = (words: string, hint?: string): OpsError =>
    new OpsError('failed', words, { cause: error, ...(hint === undefined ? {} : { hint }) });
  if (code === 'ENOENT' || code === 'ENOTDIR') return missing(file, cwd, say);
  if (code === 'EACCES' || code === 'EPERM') return forbidden(file, cwd, say);
  if (code === 'E2BIG')
    return say(`${file}: the argument list is too long for the system`, 'pass the long part in a file');
  if (code === 'ENOEXEC') return say(`${file} is not a program for this machine`, `file ${quoteWord(file)}`);
  return say(`${printable(file)} cannot start: ${message}`);
}

type Say = (words: string, hint?: string) => OpsError;

function missing(file: string, cwd: string, say: Say): OpsError {
  if (!file.includes('/')) return say(`${file}: no such program`, `install it, or put its folder on the PATH`);
  const path = resolve(cwd, file);
  if (kindOf(path) === undefined) return say(`${file}: no such program`, `ls ${quoteWord(dirname(file))}`);
  const interpreter = /^#!\s*([^\n ]+)/.exec(startOfFile(path) ?? '')?.[1];
  if (interpreter !== undefined) {
    return say(`${file} asks for ${interpreter}, which does not exist`, `head -n 1 ${quoteWord(file)}`);
  }
  return say(`${file} needs a loader that is not there`, `file ${quoteWord(file)}`);
}

function forbidden(file: string, cwd: string, say: Say): OpsError {
  const path = resolve(cwd, file);
  if (kindOf(path) === 'folder') return say(`${file} is a folder, not a program`);
  if (file.includes('/') && kindOf(path) === 'file' && !isExecutable(path)) {
    return say(`${file} is not executable`, `chmod +x ${quoteWord(file)}`);
  }
  return say(`${file}: permission denied`, `ls -l ${quoteWord(file)}`);
}

function isExecutable(path: string): boolean {
  return ((statSync(path, { throwIfNoEntry: false })?.mode ?? 0) & 0o111) !== 0;
}

function kindOf(path: string): 'file' | 'folder' | undefined {
  try {
    return statSync(path).isDirectory() ? 'folder' : 'file';
  } catch {
    return undefined;
  }
}

function startOfFile(path: string): string | undefined {
  let descriptor: number | undefined;
  try {
    if (kindOf(path) !== 'file') return undefined;
    descriptor = openSync(path, 'r');
    const bytes = Buffer.alloc(256);
    return bytes.toString('latin1', 0, readSync(descriptor, bytes));
  } catch {
    return undefined;
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

function printable(word: string): string {
  return word.replaceAll('\0', '\\0');
}
