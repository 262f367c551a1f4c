import {
  chmodSync,
  chownSync,
  closeSync,
  constants,
  fchmodSync,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { OpsError } from '../context/errors.ts';

/** Who may read a file: its owner alone, or all who come as far as its folder. */
export type Readers = 0o600 | 0o644;

/**
 * Whoever may write beside the journal may add a file, and take away none of others. A folder of one's own is set right,
 * whatever the mask of the process said, and whoever else keeps theirs there since.
 */
function openCodeFolder(folder: string): void {
  try {
    mkdirSync(dirname(folder), { recursive: true, mode: 0o700 });
    const above = statSync(dirname(folder));
    const made = mkdirSync(folder, { recursive: true, mode: 0o700 });
    const { uid } = statSync(folder);
    if (uid !== process.geteuid?.()) return;
    if (made !== undefined && isShared(above.mode)) chownSync(folder, -1, above.gid);
    chmodSync(folder, folderMode(above.mode));
  } catch (error) {
    throw notKept(folder, error as NodeJS.ErrnoException);
  }
}

const isShared = (above: number): boolean => (above & 0o022) !== 0;

/** What it has of the folder that the journal is in. */
export function folderMode(above: number): number {
  if (!isShared(above)) return 0o700;
  const group = (above & 0o020) === 0 ? 0 : 0o070;
  const others = (above & 0o002) === 0 ? 0 : 0o007;
  return 0o3700 | group | others;
}

/** In the place of an earlier one of the same owner. It is whole, or not there. */
export function writeCodeFile(folder: string, path: string, text: string, readers: Readers): void {
  openCodeFolder(folder);
  const part = `${path}.${process.pid}.part`;
  try {
    const file = openSync(part, 'wx', 0o600);
    try {
      writeFileSync(file, `${text}\n`);
      fchmodSync(file, readers);
    } finally {
      closeSync(file);
    }
    renameSync(part, path);
  } catch (error) {
    rmSync(part, { force: true });
    throw notKept(folder, error as NodeJS.ErrnoException);
  }
}

function notKept(folder: string, { code }: NodeJS.ErrnoException): OpsError {
  const above = dirname(folder);
  const message = `the secrets of one-time codes cannot be kept in ${folder} (${code})`;
  return new OpsError('config', message, {
    hint: `whoever enrolls and the user that ops listen runs as write there, as a group of this machine: chgrp -R GROUP ${above} && chmod 2770 ${above} && chmod 3770 ${folder}, typed by their owner`,
  });
}

/** Whose a file is, and what is in it where this user may read it. Follows no link, and waits for nobody. */
export interface CodeFile {
  uid: number;
  /** Others than its owner may read it. */
  isOpen: boolean;
  text: string | undefined;
}

export function readCodeFile(path: string): CodeFile | { fault: string } {
  let file: number;
  try {
    file = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    const seen = code === 'EACCES' ? lookAt(path) : undefined;
    return seen === undefined ? { fault: code } : { ...ownership(seen), text: undefined };
  }
  try {
    const stats = fstatSync(file);
    if (!stats.isFile() || stats.size > largest) return { fault: 'EINVAL' };
    return { ...ownership(stats), text: readFileSync(file, 'utf8').trim() };
  } finally {
    closeSync(file);
  }
}

/** Bytes: far more than any of them has. */
const largest = 4096;

const ownership = ({ uid, mode }: Stats) => ({ uid, isOpen: (mode & 0o077) !== 0 });

function lookAt(path: string): Stats | undefined {
  try {
    return lstatSync(path);
  } catch {
    return undefined;
  }
}

/** False where it is another's to remove. */
export function dropCodeFile(path: string): boolean {
  try {
    rmSync(path, { force: true });
    return true;
  } catch {
    return lookAt(path) === undefined;
  }
}
