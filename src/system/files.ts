import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { OpsError } from '../context/errors.ts';
import type { Files } from '../context/system.ts';

export const systemFiles: Files = {
  exists: async (path) => existsSync(path),
  create: async (path, content, { executable = false } = {}) => {
    try {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content, { flag: 'wx', mode: executable ? 0o755 : 0o644 });
    } catch (error) {
      throw unwritable(path, error as NodeJS.ErrnoException);
    }
  },
};

const reasons: Readonly<Record<string, string>> = {
  EEXIST: 'it is already there',
  EACCES: 'you may not write there',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'its folder is a file',
};

function unwritable(path: string, error: NodeJS.ErrnoException): OpsError {
  return new OpsError('failed', `${path} was not written: ${reasons[error.code ?? ''] ?? error.message}`, {
    cause: error,
  });
}
