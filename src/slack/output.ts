import { existsSync, openAsBlob } from 'node:fs';
import { readdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { RunRecord } from '../context/journal.ts';
import { filesFolder, type KeptFile } from '../run/keep-files.ts';
import { spoolFiles } from '../run/spool.ts';

/** Where the output of runs is kept until their rooms have it. */
export function outputFolder(journalPath: string): string {
  return join(dirname(journalPath), 'output');
}

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

/** A run's whole output, if it was too much for a message. It is read from the disk as it is sent. */
export async function openOutput(
  folder: string,
  { id, argv }: Pick<RunRecord, 'id' | 'argv'>,
): Promise<OutputFile | undefined> {
  const open = async (name: string): Promise<Blob[]> => {
    const path = join(folder, id, name);
    return existsSync(path) ? [await openAsBlob(path)] : [];
  };
  const parts = (await Promise.all(spoolFiles.map(open))).flat();
  if (parts.length === 0) return undefined;
  const [command = ''] = argv;
  const name = /^[a-z0-9-]{1,60}$/.test(command) ? command : 'ops';
  return { name: `${name}-${id}.txt`, content: new Blob(parts) };
}

/** The pictures and files that a run has shown, in order. Each is removed once its room has it. */
export async function openShown(folder: string, run: string): Promise<ShownFile[]> {
  const path = join(folder, run, filesFolder);
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

export async function removeOutput(folder: string, run: string): Promise<void> {
  await rm(join(folder, run), { recursive: true, force: true });
}
