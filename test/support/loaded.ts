import { type StdioOptions, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const root = join(import.meta.dirname, '../..');
const node = join(root, 'node_modules/.bin/node');

// The fourth is where the hook writes.
const stdio: StdioOptions = ['ignore', 'pipe', 'pipe', 'pipe'];

const wordsFor = (args: readonly string[]): string[] => {
  const hook = new URL('./loaded-files.ts', import.meta.url).href;
  return ['--import', hook, join(root, 'dist/bin/ops.js'), ...args];
};

/** The files that the built program loads for a line, which must end well unless `mayFail`. */
export function loadedBy(args: readonly string[], cwd: string, mayFail = false): string[] {
  const { output, status, stderr } = spawnSync(node, wordsFor(args), { cwd, encoding: 'utf8', stdio });
  if (status !== 0 && !mayFail) throw new Error(`ops ${args.join(' ')} ended with ${status}: ${stderr}`);
  return pathsIn(output[3] ?? '');
}

/** The same of a line that asks what runs in this process. */
export async function loadedMeanwhile(args: readonly string[], cwd: string): Promise<string[]> {
  const child = spawn(node, wordsFor(args), { cwd, stdio });
  const [named, stderr, [status]] = await Promise.all([
    text(child.stdio[3] as Readable),
    text(child.stdio[2] as Readable),
    once(child, 'exit'),
    text(child.stdio[1] as Readable),
  ]);
  if (status !== 0) throw new Error(`ops ${args.join(' ')} ended with ${status}: ${stderr}`);
  return pathsIn(named);
}

function pathsIn(named: string): string[] {
  const names = named.trim().split('\n');
  const paths = names.map((name) => (name.startsWith('file:') ? fileURLToPath(name) : name));
  return paths.filter((path) => path.startsWith(join(root, 'dist/')));
}
