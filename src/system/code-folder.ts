import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Where the secrets of one-time codes are. */
export const codeKeyFolder = (journal: string): string => join(dirname(journal), 'codes');

/** All of them, to be masked wherever they turn up; of those that cannot be read, nothing can turn up. */
export function keptCodeSecrets(journal: string): string[] {
  const folder = codeKeyFolder(journal);
  return read(() => readdirSync(folder), []).flatMap((name) => {
    const secret = read(() => readFileSync(join(folder, name), 'utf8').trim(), '');
    return isSecret.test(secret) ? [secret, ...asTyped(secret)] : [];
  });
}

/** Base32; anything shorter would be found in innocent text. */
const isSecret = /^[A-Z2-7]{32}$/;
const asTyped = (secret: string): string[] => [secret.toLowerCase(), secret.replace(/(.{4})(?=.)/g, '$1 ')];

function read<Value>(work: () => Value, otherwise: Value): Value {
  try {
    return work();
  } catch {
    return otherwise;
  }
}
