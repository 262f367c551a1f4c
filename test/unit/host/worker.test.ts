import { fork, spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { openSqliteJournal } from '../../../src/journal/sqlite.ts';
import type { FromChild } from '../../../src/run/protocol.ts';
import { identify } from '../../../src/system/process.ts';
import { isRunning } from '../../support/alive.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { createProject } from '../../support/project.ts';
import { until } from '../../support/waiting.ts';

const root = join(import.meta.dirname, '../../..');

const worker = join(root, 'src/host/worker.ts');
const argsIn = (folder: string): string[] => [
  `${pathToFileURL(root)}/`,
  join(folder, '.ops/journal.db'),
  join(folder, '.ops/output'),
];

/** Starts a child as a listener does, and is killed before that has got through its gate. */
function startOrphan(folder: string, gate: string): number {
  const args = argsIn(folder);
  const options = {
    cwd: folder,
    detached: true,
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    execArgv: ['--import', `data:text/javascript,${encodeURIComponent(gate)}`],
  };
  const listener = `
    const child = require('node:child_process').fork(${[worker, args, options].map((value) => JSON.stringify(value))});
    require('node:fs').writeSync(1, String(child.pid));
    process.kill(process.pid, 'SIGKILL');`;
  return Number(spawnSync(process.execPath, ['-e', listener], { encoding: 'utf8' }).stdout);
}

it.each([
  ['while it is loaded', () => 'while (process.connected) await new Promise((resolve) => setTimeout(resolve, 5));'],
  [
    'and that is heard later',
    (file: string) => `import { existsSync } from 'node:fs';
      while (!existsSync(${JSON.stringify(file)})) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);`,
  ],
])('a child whose listener is gone before it is ready, %s, opens no journal, and ends', async (_, gate) => {
  const folder = temporaryFolder();
  const file = join(temporaryFolder(), 'go');
  const pid = startOrphan(folder, gate(file));
  expect(pid).toBeGreaterThan(0);
  writeFileSync(file, '');
  await until(() => !isRunning(pid), 'the child ends');
  expect(existsSync(join(folder, '.ops'))).toBe(false);
});

it('a child says that it has begun a run before anything else of it', async () => {
  const { folder } = createProject();
  const journal = await openSqliteJournal(join(folder, '.ops/journal.db'));
  onTestFinished(() => journal.close());
  const actor = { id: 'slack:T1:U1', name: 'mary' };
  const origin = { type: 'room', team: 'T1', channel: 'C1' } as const;
  const row = await journal.accept({ argv: ['whoami'], actor, origin, process: identify(), at: new Date() });
  const child = fork(worker, argsIn(folder), { cwd: folder, serialization: 'advanced' });
  const { promise: done, resolve } = Promise.withResolvers<void>();
  const said: FromChild['type'][] = [];
  child.on('message', ({ type }: FromChild) => {
    said.push(type);
    if (type === 'ready') child.send({ type: 'run', run: row?.id, argv: row?.argv });
    if (type === 'done') resolve();
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  await done;
  expect(said.slice(0, 3)).toEqual(['ready', 'begun', 'events']);
});
