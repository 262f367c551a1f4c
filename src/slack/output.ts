import { existsSync, openAsBlob } from 'node:fs';
import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { RunRecord } from '../context/journal.ts';
import { spoolFiles } from '../run/spool.ts';

/** Where the output of runs is kept until their rooms have it. */
export function outputFolder(journalPath: string): string {
  return join(dirname(journalPath), 'output');
}

export interface OutputFile {
  name: string;
  content: Blob;
}

/** A run's whole output, if it was too much for a message. It is read from the disk as it is sent. */
export async function openOutput(folder: string, { id, argv }: RunRecord): Promise<OutputFile | undefined> {
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

export async function removeOutput(folder: string, run: string): Promise<void> {
  await rm(join(folder, run), { recursive: true, force: true });
}
