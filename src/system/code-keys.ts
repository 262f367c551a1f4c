import { createHash, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { Secret, TOTP } from 'otpauth';
import type { CodeKey, CodeKeys, KnownCodeKey, Sealing } from '../context/codes.ts';
import { OpsError } from '../context/errors.ts';
import { codeFiles, codeKeyFolder } from './code-folder.ts';
import { openListenerKeys } from './code-listener.ts';
import { dropCodeFile, readCodeFile, writeCodeFile } from './code-store.ts';
import { seal, unseal } from './seal.ts';

/** What every authenticator app reads, whatever an address says: RFC 6238 with SHA-1, 6 digits, 30 seconds. */
const usual = { algorithm: 'SHA1', digits: 6, period: 30 } as const;
/** Bytes: as many as SHA-1 has. */
const length = 20;
const name = /^[0-9a-f]{32}$/;

/**
 * Secrets in files of their own beside the journal: one that only the user may read who enrolled, and one that is sealed to
 * the key of the listener.
 */
export function openCodeKeys(journal: string): CodeKeys {
  const folder = codeKeyFolder(journal);
  const listener = openListenerKeys(journal);
  const path = (file: (id: string) => string, id: string): string => {
    if (!name.test(id)) throw new OpsError('config', 'the journal names no secret of one-time codes');
    return join(folder, file(id));
  };
  const keepSealed = ({ id, secret }: CodeKey, { person, to }: Sealing): void =>
    writeCodeFile(folder, path(codeFiles.sealed, id), seal(secret, to.publicKey, [person, id, to.id]), 0o644);
  /** Undefined where it is not for this user. */
  const opened = ({ id, person, sealed }: KnownCodeKey): CodeKey | undefined => {
    const privateKey = sealed === undefined ? undefined : listener.privatePart(sealed);
    if (sealed === undefined || privateKey === undefined) return undefined;
    const found = readCodeFile(path(codeFiles.sealed, id));
    if ('fault' in found || found.text === undefined) throw unsafe(person, 'is gone, as it was sealed for rooms');
    const secret = unseal(found.text, privateKey, [person, id, sealed]);
    if (secret === undefined) throw unsafe(person, 'was changed since it was sealed for rooms');
    return known(id, secret, person);
  };
  return {
    listener,
    create: () => keyOf(new Secret({ buffer: new Uint8Array(randomBytes(length)).buffer }).base32),
    address: ({ secret }, { issuer, person }) => addressOf(secret, issuer, person),
    keep: async (key, sealing) => {
      writeCodeFile(folder, path(codeFiles.own, key.id), key.secret, 0o600);
      if (sealing !== undefined) keepSealed(key, sealing);
    },
    seal: async (key, sealing) => keepSealed(key, sealing),
    find: async (of) => {
      const own = ownSecret(path(codeFiles.own, of.id), of.person);
      if ('secret' in own) return known(of.id, own.secret, of.person);
      return opened(of) ?? fail(own.instead(of));
    },
    doors: ({ id, sealed }, mark) => {
      const own = readCodeFile(path(codeFiles.own, id));
      const isKept = !('fault' in own) && !own.isOpen;
      const isSealed = mark !== undefined && sealed === mark.id && 'text' in readCodeFile(path(codeFiles.sealed, id));
      return { terminal: isKept, rooms: isSealed || (isKept && own.uid === mark?.uid) };
    },
    drop: async (id) =>
      [codeFiles.own, codeFiles.sealed].map((file) => path(file, id)).filter((one) => !dropCodeFile(one)),
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

function known(id: string, secret: string, person: string): CodeKey {
  const key = keyOf(secret);
  if (key.id !== id) throw unsafe(person, 'is not the one that the journal knows');
  return key;
}

/** What is usual is left out: a shorter address is a smaller picture. */
function addressOf(secret: string, issuer: string, person: string): string {
  const [from, whose] = [issuer, person].map(encodeURIComponent);
  return `otpauth://totp/${from}:${whose}?secret=${secret}&issuer=${from}`;
}

type Own = { secret: string } | { instead(of: KnownCodeKey): OpsError };

/** The person's own copy, or why it is not for this user, for whom there may be a sealed one. */
function ownSecret(path: string, person: string): Own {
  const found = readCodeFile(path);
  if ('fault' in found) {
    if (found.fault === 'ENOENT') return { instead: () => unsafe(person, 'is gone') };
    if (found.fault === 'EACCES') return { instead: () => notSealed(person) };
    throw unsafe(person, `cannot be read (${found.fault})`);
  }
  if (found.isOpen) throw unsafe(person, 'can be read by others: it counts as known to them');
  if (found.uid !== process.geteuid?.() || found.text === undefined) return { instead: () => notSealed(person) };
  return { secret: found.text };
}

function notSealed(person: string): OpsError {
  return new OpsError('config', `the one-time codes of ${person} are not known to this user of this machine`, {
    hint: `${person} gives them in a terminal as the user who enrolled; for rooms, ops otp enroll there once more`,
  });
}

function fail(error: OpsError): never {
  throw error;
}

function unsafe(person: string, what: string): OpsError {
  return new OpsError('config', `the secret of the one-time codes of ${person} ${what}: none is taken`, {
    hint: `an administrator removes it with ops otp remove ${person}, and it is made anew with ops otp enroll`,
  });
}
