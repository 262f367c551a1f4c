import { existsSync, openAsBlob } from 'node:fs';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RunRecord } from '../../context/journal.ts';
import { filesFolder, type KeptFile } from '../../run/keep-files.ts';
import { folderOf, outputFiles, placeOf, sentMark } from '../../run/output-folder.ts';

export interface OutputFile {
  name: string;
  content: Blob;
  /** The words for those who cannot see the picture. */
  alt?: string;
}

interface ShownFile extends OutputFile {
  title: string;
  remove(): Promise<void>;
}

/** A run's whole output, where there was any that is kept. It is read from the disk as it is sent. */
export async function openOutput(
  outputs: string,
  { id, argv }: Pick<RunRecord, 'id' | 'argv'>,
): Promise<OutputFile | undefined> {
  const folder = placeOf(outputs, id);
  const open = async (name: string): Promise<Blob[]> => {
    const path = join(folder, name);
    return existsSync(path) ? [await openAsBlob(path)] : [];
  };
  const parts = (await Promise.all(outputFiles.map(open))).flat();
  if (parts.length === 0) return undefined;
  const [command = ''] = argv;
  const name = /^[a-z0-9-]{1,60}$/.test(command) ? command : 'ops';
  return { name: `${name}-${id}.txt`, content: new Blob(parts) };
}

/** The pictures and files that a run has shown, in order. Each is removed once its room has it. */
export async function openShown(outputs: string, run: string): Promise<ShownFile[]> {
  const path = join(folderOf(outputs, run, 'passing'), filesFolder);
  if (!existsSync(path)) return [];
  const numbers = (await readdir(path))
    .filter((name) => name.endsWith('.json'))
    .map((name) => Number.parseInt(name, 10));
  const inOrder = numbers.sort((one, other) => one - other).map((number) => join(path, String(number)));
  return Promise.all(
    inOrder.map(async (one) => ({
      ...(JSON.parse(await readFile(`${one}.json`, 'utf8')) as KeptFile),
      content: await openAsBlob(one),
      remove: async () => {
        await rm(`${one}.json`, { force: true });
        await rm(one, { force: true });
      },
    })),
  );
}

/** The room has all of it: what was written for the room alone goes. */
export async function dropPassing(outputs: string, run: string): Promise<void> {
  const folder = folderOf(outputs, run, 'passing');
  // Most runs have left nothing there, and to remove that takes longer than to look.
  if (existsSync(folder)) await rm(folder, { recursive: true, force: true });
}

/** The room has the file. Where that cannot be remembered, a listener that is started anew may bring it again. */
export async function markSent(outputs: string, run: string): Promise<void> {
  await dropPassing(outputs, run);
  await writeFile(join(folderOf(outputs, run, 'kept'), sentMark), '', { mode: 0o600 }).catch(() => {});
}

export function isSent(outputs: string, run: string): boolean {
  return existsSync(join(folderOf(outputs, run, 'kept'), sentMark));
}
