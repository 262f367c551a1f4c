import { closeSync, mkdirSync, openSync, type Stats, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { directoryError } from './errors.ts';

/** Makes the journal's folder and file where they are missing, readable by their owner alone. */
export function makeJournalFile(path: string): void {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found?.isDirectory()) throw directoryError(path);
  // Opening and closing a file that SQLite has open elsewhere in this process would drop SQLite's locks on it.
  if (found !== undefined) return;
  const folder = dirname(path);
  const created = mkdirSync(folder, { recursive: true, mode: 0o700 });
  unlessThere(() => closeSync(openSync(path, 'wx', 0o600)));
  if (created !== undefined) unlessThere(() => writeFileSync(join(folder, '.gitignore'), '*\n', { flag: 'wx' }));
}

export function sameFile(path: string, before: Stats): boolean {
  const now = statSync(path, { throwIfNoEntry: false });
  return now !== undefined && now.ino === before.ino && now.dev === before.dev;
}

function unlessThere(create: () => void): void {
  try {
    create();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
}
