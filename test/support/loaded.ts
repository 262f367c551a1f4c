import { type StdioOptions, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(import.meta.dirname, '../..');

// The fourth is where the hook writes.
const stdio: StdioOptions = ['ignore', 'pipe', 'pipe', 'pipe'];

/** The files that the built program loads for a line, which must end well unless `mayFail`. */
export function loadedBy(args: readonly string[], cwd: string, mayFail = false): string[] {
  const hook = new URL('./loaded-files.ts', import.meta.url).href;
  const words = ['--import', hook, join(root, 'dist/bin/ops.js'), ...args];
  const node = join(root, 'node_modules/.bin/node');
  const { output, status, stderr } = spawnSync(node, words, { cwd, encoding: 'utf8', stdio });
  if (status !== 0 && !mayFail) throw new Error(`ops ${args.join(' ')} ended with ${status}: ${stderr}`);
  const names = (output[3] ?? '').trim().split('\n');
  const paths = names.map((name) => (name.startsWith('file:') ? fileURLToPath(name) : name));
  return paths.filter((path) => path.startsWith(join(root, 'dist/')));
}
