import { type FileHandle, open, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { StringDecoder } from 'node:string_decoder';
import type { Clock } from '../context/host.ts';
import { outputFiles, placeOf } from './output-folder.ts';

export interface ReadParts {
  outputs: string;
  run: string;
  /** Whether the run has ended: all is written then. Without it, what there is now is read. */
  follow?: { hasEnded(): Promise<boolean>; clock: Clock; signal: AbortSignal };
}

const piece = 2 ** 16;
const lookEvery = 200;

/** What a run printed, a piece of whole lines at a time; nothing where nothing is kept. */
export async function* readOutput({ outputs, run, follow }: ReadParts): AsyncGenerator<string> {
  const folder = placeOf(outputs, run);
  const lines = createLines();
  if (follow === undefined) {
    for (const name of outputFiles) yield* readFile(join(folder, name), lines.take);
  } else yield* followFiles(folder, lines.take, follow);
  const rest = lines.rest();
  if (rest !== '') yield rest;
}

type Take = (bytes: Buffer) => string;

/** Pieces of a file cut lines and characters. */
function createLines(): { take: Take; rest(): string } {
  const decoder = new StringDecoder('utf8');
  let cut = '';
  return {
    take: (bytes) => {
      const text = cut + decoder.write(bytes);
      const end = text.lastIndexOf('\n') + 1;
      cut = text.slice(end);
      return text.slice(0, end);
    },
    rest: () => cut + decoder.end(),
  };
}

async function* readFile(path: string, take: Take): AsyncGenerator<string> {
  await using file = await open(path).catch(() => undefined);
  if (file !== undefined) yield* readOn(file, take);
}

/** From where it was read last to where it ends now. */
async function* readOn(file: FileHandle, take: Take): AsyncGenerator<string> {
  const buffer = Buffer.alloc(piece);
  for (;;) {
    const { bytesRead } = await file.read(buffer, 0, piece);
    if (bytesRead === 0) return;
    const text = take(buffer.subarray(0, bytesRead));
    if (text !== '') yield text;
  }
}

/**
 * The head, then the newest file, which takes the place of an older one again and again: it is read by the handle that
 * it was opened with, whatever it is called by now.
 */
async function* followFiles(
  folder: string,
  take: Take,
  { hasEnded, clock, signal }: NonNullable<ReadParts['follow']>,
): AsyncGenerator<string> {
  let file: FileHandle | undefined;
  let number: number | undefined;
  let isCaughtUp = false;
  try {
    for (let isOver = false; ; ) {
      const next = await newest(folder);
      if (file !== undefined) yield* readOn(file, take);
      if (next !== undefined && next.number !== number) {
        await file?.close();
        file = undefined;
        // Between two looks more may have been written than is kept.
        if (number !== undefined && (await isGapBefore(folder, number))) yield '… what came too fast is left out …\n';
        else if (number === undefined && next.name === 'newer') yield* readBefore(folder, take);
        file = await open(join(folder, next.name)).catch(() => undefined);
        number = next.number;
        continue;
      }
      if (isOver) return;
      if (!isCaughtUp) yield '';
      isCaughtUp = true;
      isOver = await hasEnded();
      if (!isOver) await clock.sleep(lookEvery, signal);
    }
  } finally {
    await file?.close();
  }
}

async function newest(folder: string): Promise<{ name: string; number: number } | undefined> {
  for (const name of ['newer', 'head']) {
    const number = await numberOf(join(folder, name));
    if (number !== undefined) return { name, number };
  }
  return undefined;
}

/** Whether the file read last is no longer the one before the newest. */
async function isGapBefore(folder: string, number: number): Promise<boolean> {
  const before = (await numberOf(join(folder, 'older'))) ?? (await numberOf(join(folder, 'head')));
  return before !== number;
}

async function* readBefore(folder: string, take: Take): AsyncGenerator<string> {
  for (const name of outputFiles.slice(0, -1)) yield* readFile(join(folder, name), take);
}

/** By which the system knows a file that was given another name. */
async function numberOf(path: string): Promise<number | undefined> {
  return (await stat(path).catch(() => undefined))?.ino;
}
