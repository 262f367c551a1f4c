import {
  closeSync,
  constants,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  readSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { OpsError } from '../context/errors.ts';
import { formatSize } from '../context/size.ts';
import type { Files } from '../context/system.ts';

export const systemFiles: Files = {
  exists: async (path) => existsSync(path),
  size: async (path) => {
    const found = statSync(path, { throwIfNoEntry: false });
    return found?.isFile() === true ? found.size : undefined;
  },
  read: async (path, { most, from }) => {
    let file: number | undefined;
    try {
      file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
      const { size } = fstatSync(file);
      if (from === undefined && size > most)
        throw new Error(`it has ${formatSize(size)}, and ${formatSize(most)} is the most`);
      const bytes = Buffer.alloc(Math.min(most, Math.max(0, size - (from ?? 0))));
      return bytes.subarray(0, readSync(file, bytes, 0, bytes.length, from ?? 0));
    } catch (error) {
      throw unreadable(path, error as NodeJS.ErrnoException);
    } finally {
      if (file !== undefined) closeSync(file);
    }
  },
  create: async (path, content, { executable = false } = {}) => {
    try {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content, { flag: 'wx', mode: executable ? 0o755 : 0o644 });
    } catch (error) {
      throw unwritable(path, error as NodeJS.ErrnoException);
    }
  },
  replace: async (path, content) => {
    try {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content);
    } catch (error) {
      throw unwritable(path, error as NodeJS.ErrnoException);
    }
  },
};

const unread: Readonly<Record<string, string>> = {
  ENOENT: 'it does not exist',
  EACCES: 'you may not read it',
  EISDIR: 'it is a folder',
};

function unreadable(path: string, error: NodeJS.ErrnoException): OpsError {
  const why = unread[error.code ?? ''] ?? error.message;
  return new OpsError('failed', `${path} was not read: ${why}`, { cause: error });
}

const reasons: Readonly<Record<string, string>> = {
  EEXIST: 'it is already there',
  EACCES: 'you may not write there',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'its folder is a file',
  EISDIR: 'it is a folder',
};

function unwritable(path: string, error: NodeJS.ErrnoException): OpsError {
  return new OpsError('failed', `${path} was not written: ${reasons[error.code ?? ''] ?? error.message}`, {
    cause: error,
  });
}
