import { closeSync, constants, fstatSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, extname, join, resolve } from 'node:path';
import type { Block } from '../context/blocks.ts';
import type { Event, Sink } from '../context/events.ts';
import type { Redactor } from '../context/redact.ts';
import { redactFile } from '../context/redact-file.ts';
import { formatSize } from '../context/size.ts';

/** What is written beside a kept file: `1.json` tells of `1`. */
export interface KeptFile {
  name: string;
  title: string;
  /** The words for those who cannot see the picture; undefined where it is none. */
  alt?: string;
}

export interface KeeperLimits {
  /** Bytes of one file. */
  largest: number;
  /** What masks the secrets in a file, once that is known. */
  redactor(): Redactor | undefined;
  /** How many files of one run. @default 20 */
  most?: number;
}

/** The folder of a run's output that holds them. */
export const filesFolder = 'files';

/**
 * Keeps the pictures and files that a run shows, for its room. They are read in the process that made them, at once:
 * it may remove them afterwards. A path stands in a block alone, and so in the code of a command, which is trusted; a
 * program's escape code carries its bytes, and can name no file of this machine.
 */
export function keepFiles(output: string, cwd: string, limits: KeeperLimits, sink: Sink): Sink {
  const keep = createKeeper(join(output, filesFolder), cwd, limits);
  return (event) => {
    const faults = keep(event);
    const passed = sink(event);
    if (faults.length === 0) return passed;
    const blocks = faults.map((text) => ({ type: 'text', text }) as const);
    const warn = (): undefined | Promise<void> => sink({ type: 'note', level: 'warning', blocks });
    return passed === undefined ? warn() : passed.then(warn);
  };
}

/** Keeps copies of what an event shows. What cannot be kept is told in the words that come back. */
function createKeeper(
  folder: string,
  cwd: string,
  { largest, most = 20, redactor }: KeeperLimits,
): (event: Event) => string[] {
  let count = 0;
  const write = (file: KeptFile, content: Uint8Array): void => {
    if (count === 0) mkdirSync(folder, { recursive: true, mode: 0o700 });
    const number = String(++count);
    writeFileSync(join(folder, number), content, { mode: 0o600 });
    writeFileSync(join(folder, `${number}.json`), JSON.stringify(file), { mode: 0o600 });
  };
  const attempt = (name: string, content: () => Uint8Array, file: KeptFile): string[] => {
    if (count === most) return [`${name} is not brought to the room: ${most} files of a run are the most`];
    try {
      write(file, content());
      return [];
    } catch (error) {
      return [`${name} is not brought to the room: ${reasonOf(error)}`];
    }
  };
  const keepBlock = (block: Block): string[] => {
    if (block.type !== 'image' && block.type !== 'file') return [];
    const path = resolve(cwd, block.path);
    const called = basename(resolve(cwd, block.shown ?? block.path));
    const name = redactor()?.text(called) ?? called;
    const title = (block.type === 'image' ? block.alt : block.title) || name;
    const alt = block.type === 'image' ? { alt: title } : {};
    return attempt(name, () => masked(readWhole(path, largest), redactor()), { name, title, ...alt });
  };
  return (event) => {
    if (event.type === 'result' || event.type === 'note') return event.blocks.flatMap(keepBlock);
    if (event.type !== 'line') return [];
    return (event.pictures ?? []).flatMap(({ name, alt, content }) => {
      const file = { name, title: alt, ...(isPicture(name) ? { alt } : {}) };
      return attempt(name, () => checked(Buffer.from(content, 'base64'), largest), file);
    });
  };
}

const isPicture = (name: string): boolean => /^\.(?:png|jpe?g|gif|webp|svg)$/i.test(extname(name));

function readWhole(path: string, largest: number): Uint8Array {
  // Nothing waits for whoever writes into a pipe.
  const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const found = fstatSync(file);
    if (!found.isFile()) throw new Error('it is not a file');
    if (found.size === 0) throw new Error('it is empty');
    if (found.size > largest) throw tooLarge(found.size, largest);
    return readFileSync(file);
  } finally {
    closeSync(file);
  }
}

function masked(content: Uint8Array, redactor: Redactor | undefined): Uint8Array {
  return redactor === undefined ? content : redactFile(content, redactor);
}

function checked(content: Uint8Array, largest: number): Uint8Array {
  if (content.length > largest) throw tooLarge(content.length, largest);
  return content;
}

function tooLarge(size: number, largest: number): Error {
  return new Error(`it has ${formatSize(size)}, and ${formatSize(largest)} is the most (files.largest in .chatopsrc)`);
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'it does not exist',
  EACCES: 'it may not be read',
  EISDIR: 'it is a folder',
  ENOSPC: 'the disk is full',
};

function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return reasons[code ?? ''] ?? message;
}
