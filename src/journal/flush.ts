import * as fs from 'node:fs';
import { promisify } from 'node:util';

// The promises of node:fs take 3 ms to load, which every line in a terminal would wait for.
const [openFile, fdatasync, closeFile] = [promisify(fs.open), promisify(fs.fdatasync), promisify(fs.close)];

export interface Flush {
  /** Resolves when all that was committed until now is on the disk. */
  flush(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Brings what was committed to the disk, while this thread goes on: the log of SQLite holds all that is not in the
 * journal itself, and whoever moves it there flushes it first. Those who ask meanwhile share the next flush. SQLite holds
 * no lock on its log, which closing the file here would drop, and keeps the file for as long as the journal is open.
 */
export function createFlush(path: string): Flush {
  let file: number | undefined;
  let running: Promise<void> | undefined;
  let next: Promise<void> | undefined;
  const sync = async (): Promise<void> => {
    file ??= await openFile(`${path}-wal`, 'r+');
    await fdatasync(file);
  };
  const start = (): Promise<void> => {
    running = sync().finally(() => {
      running = undefined;
    });
    return running;
  };
  return {
    flush: () => {
      if (running === undefined) return start();
      next ??= running
        .catch(() => {})
        .then(() => {
          next = undefined;
          return start();
        });
      return next;
    },
    close: async () => {
      await (next ?? running)?.catch(() => {});
      if (file === undefined) return;
      await closeFile(file);
      file = undefined;
    },
  };
}
