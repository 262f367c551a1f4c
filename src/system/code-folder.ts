import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Where the secrets of one-time codes are. */
export const codeKeyFolder = (journal: string): string => join(dirname(journal), 'codes');

/** What is in it: secrets of people, what of them is sealed, and the two parts of a listener's key. */
export const codeFiles = {
  own: (id: string): string => id,
  sealed: (id: string): string => `${id}.sealed`,
  listener: (id: string): string => `listener-${id}`,
  listenerPublic: (id: string): string => `listener-${id}.pub`,
} as const;

/** All that is secret of them, to be masked wherever it turns up; of what cannot be read, nothing can turn up. */
export function keptCodeSecrets(journal: string): string[] {
  const folder = codeKeyFolder(journal);
  return read(() => readdirSync(folder), [])
    .filter((name) => isKept.test(name))
    .flatMap((name) => {
      const secret = read(() => readFileSync(join(folder, name), 'utf8').trim(), '');
      if (isPrivate.test(secret)) return [secret];
      return isSecret.test(secret) ? [secret, ...asTyped(secret)] : [];
    });
}

const isKept = /^(listener-)?[0-9a-f]{32}$/;
/** Base32; anything shorter would be found in innocent text. */
const isSecret = /^[A-Z2-7]{32}$/;
/** The private part of a listener's key, whole. */
const isPrivate = /^[\w-]{64}$/;
const asTyped = (secret: string): string[] => [secret.toLowerCase(), secret.replace(/(.{4})(?=.)/g, '$1 ')];

function read<Value>(work: () => Value, otherwise: Value): Value {
  try {
    return work();
  } catch {
    return otherwise;
  }
}
