import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { isRunning } from '../../support/alive.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { eventually } from '../../support/waiting.ts';

const root = join(import.meta.dirname, '../../..');

/** Starts a child as a listener does, and is killed at once. */
function startOrphan(folder: string): number {
  const worker = join(root, 'src/host/worker.ts');
  const args = [`${pathToFileURL(root)}/`, join(folder, '.ops/journal.db'), join(folder, '.ops/output')];
  const options = {
    cwd: folder,
    detached: true,
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  };
  const listener = `
    const child = require('node:child_process').fork(${[worker, args, options].map((value) => JSON.stringify(value))});
    require('node:fs').writeSync(1, String(child.pid));
    process.kill(process.pid, 'SIGKILL');`;
  return Number(spawnSync(process.execPath, ['-e', listener], { encoding: 'utf8' }).stdout);
}

it('a child whose listener is gone before it is ready opens no journal, and ends', async () => {
  const folder = temporaryFolder();
  const pid = startOrphan(folder);
  expect(pid).toBeGreaterThan(0);
  await eventually('the child ends', () => !isRunning(pid));
  expect(existsSync(join(folder, '.ops'))).toBe(false);
});
