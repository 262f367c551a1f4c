import * as fs from 'node:fs';
import { promisify } from 'node:util';

// The promises of node:fs take 3 ms to load, which every line in a terminal would wait for.
const [open, fdatasync, close] = [promisify(fs.open), promisify(fs.fdatasync), promisify(fs.close)];

/**
 * Brings what was committed to the disk, while this thread goes on: the log of SQLite holds all that is not in the
 * journal itself, and whoever moves it there flushes it first. Those who ask meanwhile share the next flush.
 */
export function createFlush(path: string): () => Promise<void> {
  let running: Promise<void> | undefined;
  let next: Promise<void> | undefined;
  const start = (): Promise<void> => {
    running = flushFile(`${path}-wal`).finally(() => {
      running = undefined;
    });
    return running;
  };
  return () => {
    if (running === undefined) return start();
    next ??= running
      .catch(() => {})
      .then(() => {
        next = undefined;
        return start();
      });
    return next;
  };
}

/** SQLite holds no lock on its log, which closing the file here would drop. */
async function flushFile(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await fdatasync(file);
  } finally {
    await close(file);
  }
}
