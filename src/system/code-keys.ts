import { createHash, randomBytes } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  constants,
  fstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { Secret, TOTP } from 'otpauth';
import type { CodeKey, CodeKeys } from '../context/codes.ts';
import { OpsError } from '../context/errors.ts';
import { codeKeyFolder } from './code-folder.ts';

/** What every authenticator app reads, whatever an address says: RFC 6238 with SHA-1, 6 digits, 30 seconds. */
const usual = { algorithm: 'SHA1', digits: 6, period: 30 } as const;
/** Bytes: as many as SHA-1 has. */
const length = 20;
const name = /^[0-9a-f]{32}$/;

/** Secrets in files of their own beside the journal, which only the user may read whose `ops` it is. */
export function openCodeKeys(journal: string): CodeKeys {
  const folder = codeKeyFolder(journal);
  const path = (id: string): string => {
    if (!name.test(id)) throw new OpsError('config', 'the journal names no secret of one-time codes');
    return join(folder, id);
  };
  return {
    create: () => keyOf(new Secret({ buffer: new Uint8Array(randomBytes(length)).buffer }).base32),
    address: ({ secret }, { issuer, person }) => addressOf(secret, issuer, person),
    keep: async (key) => {
      try {
        write(folder, path(key.id), key);
      } catch (error) {
        throw notKept(folder, error as NodeJS.ErrnoException);
      }
    },
    find: async (id) => {
      const key = keyOf(readSafely(path(id)));
      if (key.id !== id) throw unsafe(path(id), 'is not the one that the journal knows');
      return key;
    },
    drop: async (id) => rmSync(path(id), { force: true }),
    stepOf: ({ secret }, token, at) => {
      const now = TOTP.counter({ period: usual.period, timestamp: at.getTime() });
      const read = { ...usual, token, secret: Secret.fromBase32(secret), timestamp: at.getTime(), window: 1 };
      const away = TOTP.validate(read);
      return away === null ? undefined : now + away;
    },
  };
}

const keyOf = (secret: string): CodeKey => ({
  id: createHash('sha256').update(`ops one-time codes ${secret}`).digest('hex').slice(0, 32),
  secret,
});

/** Whatever the mask of the process says. */
function write(folder: string, path: string, { secret }: CodeKey): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  writeFileSync(path, `${secret}\n`, { mode: 0o600, flag: 'wx' });
}

function notKept(folder: string, { code }: NodeJS.ErrnoException): OpsError {
  return new OpsError('config', `the secret could not be kept in ${folder} (${code}): nobody was enrolled`, {
    hint: 'secrets are kept by the user of this machine whose journal it is: enroll as that user',
  });
}

/** What is usual is left out: a shorter address is a smaller picture. */
function addressOf(secret: string, issuer: string, person: string): string {
  const [from, whose] = [issuer, person].map(encodeURIComponent);
  return `otpauth://totp/${from}:${whose}?secret=${secret}&issuer=${from}`;
}

/** Looks at the very file that it reads, and follows no link. */
function readSafely(path: string): string {
  let file: number;
  try {
    file = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw unsafe(path, code === 'ENOENT' ? 'is gone' : `cannot be read (${code})`);
  }
  try {
    const { uid, mode } = fstatSync(file);
    if (uid !== process.geteuid?.()) throw unsafe(path, 'belongs to another user of this machine');
    if ((mode & 0o077) !== 0) throw unsafe(path, 'can be read by others: it counts as known to them');
    return readFileSync(file, 'utf8').trim();
  } finally {
    closeSync(file);
  }
}

function unsafe(path: string, what: string): OpsError {
  return new OpsError('config', `the secret of these one-time codes (${basename(path)}) ${what}: none is taken`, {
    hint: 'an administrator removes it with ops otp remove, and it is made anew with ops otp enroll',
  });
}
