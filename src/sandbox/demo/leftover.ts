import { lstat, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Context } from '../../index.ts';

type Processes = Pick<Context['project']['processes'], 'identify' | 'alive'>;

/** What the name of a demo's folder begins with. */
export const demoPrefix = 'ops-demo-';
const ownerFile = '.owner.json';

/** Says in a folder whose it is, so that it can be removed once that process is gone. */
export const claimFolder = (folder: string, processes: Processes): Promise<void> =>
  writeFile(join(folder, ownerFile), `${JSON.stringify(processes.identify())}\n`);

/** A process that is killed at once removes nothing: the next one does it. */
export async function removeLeftovers(parent: string, processes: Processes): Promise<void> {
  const names = await readdir(parent).catch(() => []);
  const folders = names.filter((name) => name.startsWith(demoPrefix)).map((name) => join(parent, name));
  const remove = async (folder: string): Promise<void> => {
    if (await isLeft(folder, processes)) await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  };
  // What cannot be looked at or removed stays.
  await Promise.allSettled(folders.map(remove));
}

async function isLeft(folder: string, processes: Processes): Promise<boolean> {
  const found = await lstat(folder);
  if (!found.isDirectory() || found.uid !== process.getuid?.()) return false;
  return processes.alive(JSON.parse(await readFile(join(folder, ownerFile), 'utf8'))) === false;
}
