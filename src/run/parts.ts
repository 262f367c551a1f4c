import * as fs from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { OutputFileName } from './output-folder.ts';

// The promises of node:fs take 3 ms to load, which every line in a terminal would wait for.
const [appendFile, mkdir, rename, writeFile] = [
  promisify(fs.appendFile),
  promisify(fs.mkdir),
  promisify(fs.rename),
  promisify(fs.writeFile),
];

export interface Parts {
  append(bytes: Uint8Array): Promise<void>;
  /** All there is, at once: for little, that takes a third of the time. */
  writeWhole(bytes: Uint8Array): void;
}

const forOwner = { mode: 0o600 } as const;
const folderForOwner = { recursive: true, mode: 0o700 } as const;
const lineFeed = 10;

/** Fills the head, then two files in turn; what falls out between is counted. */
export function createParts(folder: string, part: number): Parts {
  const path = (name: OutputFileName): string => join(folder, name);
  let head: number | undefined;
  let isWithinLine = false;
  let older = 0;
  let newer = 0;
  let leftOut = 0;
  let isInHead = true;
  const turn = async (): Promise<void> => {
    leftOut += older;
    const gap = `${isWithinLine ? '\n' : ''}… ${(leftOut / 2 ** 20).toFixed(1)} MB left out …\n`;
    if (leftOut > 0) await writeFile(path('gap'), gap, forOwner);
    await rename(path('newer'), path('older')).catch(() => {});
    older = newer;
    newer = 0;
  };
  const append = async (name: OutputFileName, bytes: Uint8Array): Promise<void> => {
    try {
      await appendFile(path(name), bytes, forOwner);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      // It was silent for so long that what it had said is kept no longer.
      await mkdir(folder, folderForOwner);
      await appendFile(path(name), bytes, forOwner);
    }
  };
  return {
    append: async (bytes) => {
      if (head === undefined) await mkdir(folder, folderForOwner);
      head ??= 0;
      isInHead &&= head + bytes.length <= part || head === 0;
      if (isInHead) {
        head += bytes.length;
        isWithinLine = bytes.at(-1) !== lineFeed;
        return append('head', bytes);
      }
      if (newer > 0 && newer + bytes.length > part) await turn();
      newer += bytes.length;
      return append('newer', bytes);
    },
    writeWhole: (bytes) => {
      fs.mkdirSync(folder, folderForOwner);
      fs.appendFileSync(path('head'), bytes, forOwner);
      head = bytes.length;
      isWithinLine = bytes.at(-1) !== lineFeed;
    },
  };
}
