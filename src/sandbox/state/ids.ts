import { createHash, randomBytes, randomUUID } from 'node:crypto';

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

const spell = (bytes: Uint8Array, length: number): string =>
  Array.from(bytes.subarray(0, length), (byte) => alphabet[byte % alphabet.length]).join('');

/** The same name gets the same id in every sandbox, so that a policy can name it. */
export function namedId(prefix: string, name: string): string {
  return `${prefix}0${spell(createHash('sha256').update(`${prefix}:${name}`).digest(), 9)}`;
}

export function freshId(prefix: string): string {
  return `${prefix}0${spell(randomBytes(9), 9)}`;
}

/** As short as the ids that Slack gives to blocks without one. */
export function shortId(): string {
  return spell(randomBytes(5), 5);
}

export function freshToken(prefix: string): string {
  return `${prefix}-${randomBytes(18).toString('hex')}`;
}

export const uuid = (): string => randomUUID();
