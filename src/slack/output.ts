import { existsSync, openAsBlob } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RunRecord } from '../context/journal.ts';
import { folderOf, outputFiles, sentMark } from '../run/output-folder.ts';

export interface OutputFile {
  name: string;
  content: Blob;
}

/** A run's whole output, where there was any that is kept. It is read from the disk as it is sent. */
export async function openOutput(outputs: string, { id, argv }: RunRecord): Promise<OutputFile | undefined> {
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

/** Where it is, for a person who looks for it. */
export function placeOf(outputs: string, run: string): string {
  const passing = folderOf(outputs, run, 'passing');
  return existsSync(passing) ? passing : folderOf(outputs, run, 'kept');
}

/** The room has all of it: what was written for the room alone goes. */
export async function dropPassing(outputs: string, run: string): Promise<void> {
  await rm(folderOf(outputs, run, 'passing'), { recursive: true, force: true });
}

/** The room has the file. Where that cannot be remembered, a listener that is started anew may bring it again. */
export async function markSent(outputs: string, run: string): Promise<void> {
  await dropPassing(outputs, run);
  await writeFile(join(folderOf(outputs, run, 'kept'), sentMark), '', { mode: 0o600 }).catch(() => {});
}

export function isSent(outputs: string, run: string): boolean {
  return existsSync(join(folderOf(outputs, run, 'kept'), sentMark));
}
