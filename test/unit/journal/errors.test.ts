import { describe, expect, it } from 'vitest';
import { OpsError, type Outcome } from '../../../src/context/errors.ts';
import { journalError } from '../../../src/journal/errors.ts';

const path = '/srv/shop/.ops/journal.db';

function sqlite(errcode: number): Error {
  return Object.assign(new Error('what SQLite says'), { code: 'ERR_SQLITE_ERROR', errcode });
}

function file(code: string): Error {
  return Object.assign(new Error(`${code}: what the system says`), { code, syscall: 'open' });
}

describe('journalError', () => {
  it.each<[string, Error, Outcome, string, string]>([
    ['BUSY', sqlite(5), 'retry', 'locked', 'lsof /srv/shop/.ops/journal.db'],
    ['BUSY_SNAPSHOT', sqlite(517), 'retry', 'locked', 'again'],
    ['LOCKED', sqlite(6), 'retry', 'locked', 'again'],
    ['PROTOCOL', sqlite(15), 'retry', 'locked', 'again'],
    ['FULL', sqlite(13), 'unavailable', 'No room', 'df -h /srv/shop/.ops'],
    ['IOERR_WRITE', sqlite(778), 'unavailable', 'what SQLite says', 'df -h /srv/shop/.ops'],
    ['CORRUPT', sqlite(11), 'config', 'damaged', 'mv /srv/shop/.ops/journal.db* /srv/shop/.ops/damaged'],
    ['NOTADB', sqlite(26), 'config', 'damaged', 'mkdir /srv/shop/.ops/damaged'],
    ['JSON that does not parse', new SyntaxError('Unexpected end'), 'config', 'damaged', 'mv '],
    ['READONLY', sqlite(8), 'config', 'what SQLite says', 'journal.path'],
    ['CANTOPEN', sqlite(14), 'config', 'what SQLite says', 'make /srv/shop/.ops a folder'],
    ['EACCES', file('EACCES'), 'config', 'what the system says', 'journal.path'],
    ['ENOTDIR', file('ENOTDIR'), 'config', 'what the system says', 'journal.path'],
    ['ENOSPC', file('ENOSPC'), 'unavailable', 'No room', 'df -h'],
  ])('%s', (_, cause, outcome, message, hint) => {
    const error = journalError(path, cause);
    expect(error).toBeInstanceOf(OpsError);
    expect(error).toMatchObject({ outcome, cause });
    expect(error).toMatchObject({ message: expect.stringContaining(message), hint: expect.stringContaining(hint) });
    expect(error).toMatchObject({ message: expect.stringContaining(path) });
  });

  it('calls a statement that SQLite refuses a bug', () => {
    expect(journalError(path, sqlite(787))).toMatchObject({ outcome: 'bug', message: expect.stringContaining(path) });
  });

  it.each([new OpsError('denied', 'no'), new TypeError('no'), 'a word', undefined])('leaves %s as it is', (error) => {
    expect(journalError(path, error)).toBe(error);
  });

  it('quotes a path for the shell', () => {
    expect(journalError("/it's here/a.db", sqlite(11))).toMatchObject({
      hint: String.raw`move it aside to begin a new one: mkdir '/it'\''s here/damaged' && mv '/it'\''s here/a.db'* '/it'\''s here/damaged'`,
    });
  });
});
