import { dirname, join } from 'node:path';
import { OpsError } from '../context/errors.ts';

const elsewhere = 'set journal.path in .chatopsrc to a place that can be written';

/** Says what is wrong with the journal in words to act on; an error of another kind comes back as it is. */
export function journalError(path: string, error: unknown): unknown {
  if (error instanceof OpsError || !(error instanceof Error)) return error;
  // Only what the journal wrote itself is parsed, so JSON that does not parse is damage.
  if (error instanceof SyntaxError) return damaged(path, error);
  if ('errcode' in error && typeof error.errcode === 'number') return sqliteError(path, error, error.errcode);
  if ('syscall' in error && 'code' in error) return fileError(path, error, String(error.code));
  return error;
}

/** Somebody else writes. */
export function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && (Number(error.errcode) & 0xff) === 5;
}

/** https://sqlite.org/rescode.html: the low byte is the code, the rest says more. */
function sqliteError(path: string, cause: Error, extended: number): OpsError {
  switch (extended & 0xff) {
    case 5: // BUSY
    case 6: // LOCKED
    case 15: // PROTOCOL
      return new OpsError('retry', `The journal ${path} stayed locked by another process`, {
        hint: `type the line again; lsof ${quoted(path)} shows who holds it`,
        cause,
      });
    case 3: // PERM
    case 8: // READONLY
    case 14: // CANTOPEN
      return unwritable(path, cause, cause.message);
    case 11: // CORRUPT
    case 26: // NOTADB
      return damaged(path, cause);
    case 13: // FULL
      return full(path, cause);
    case 10: // IOERR
      return new OpsError('unavailable', `The journal ${path} cannot be read or written: ${cause.message}`, {
        hint: `df -h ${quoted(dirname(path))} shows whether the disk is full`,
        cause,
      });
    default:
      return new OpsError('bug', `The journal ${path} refused a statement: ${cause.message}`, { cause });
  }
}

function fileError(path: string, cause: Error, code: string): OpsError {
  if (code === 'ENOSPC' || code === 'EDQUOT') return full(path, cause);
  return unwritable(path, cause, cause.message);
}

function full(path: string, cause: Error): OpsError {
  const hint = `make room: df -h ${quoted(dirname(path))}`;
  return new OpsError('unavailable', `No room is left on the disk for the journal ${path}`, { hint, cause });
}

function unwritable(path: string, cause: Error, reason: string): OpsError {
  const hint = `make ${dirname(path)} a folder that you can write to, or ${elsewhere}`;
  return new OpsError('config', `The journal ${path} cannot be opened for writing: ${reason}`, { hint, cause });
}

function damaged(path: string, cause: Error): OpsError {
  const aside = join(dirname(path), 'damaged');
  return new OpsError('config', `The journal ${path} is damaged, or no journal: ${cause.message}`, {
    hint: `move it aside to begin a new one: mkdir ${quoted(aside)} && mv ${quoted(path)}* ${quoted(aside)}`,
    cause,
  });
}

export function directoryError(path: string): OpsError {
  return new OpsError('config', `The journal ${path} is a folder, not a file`, {
    hint: `set journal.path in .chatopsrc to a file, such as ${join(path, 'journal.db')}`,
  });
}

export function newerError(path: string, version: number, known: number): OpsError {
  return new OpsError('config', `The journal ${path} has version ${version}; this ops knows versions up to ${known}`, {
    hint: `npm install chatops@latest, or ${elsewhere}`,
  });
}

export function foreignError(path: string): OpsError {
  return new OpsError('config', `The file ${path} is another program's database, not a journal`, {
    hint: elsewhere,
  });
}

export function goneError(path: string): OpsError {
  return new OpsError('unavailable', `The journal ${path} was moved or deleted while ops had it open`, {
    hint: 'start ops again: it begins a new journal there',
    details: { gone: true },
  });
}

function quoted(path: string): string {
  return /^[\w./@%+:,-]+$/.test(path) ? path : `'${path.replaceAll("'", String.raw`'\''`)}'`;
}
