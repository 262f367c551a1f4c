import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { type Positions, type Random, seededRandom } from './random.ts';

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

const bytes = (random: Random, count: number): Buffer =>
  Buffer.from(Array.from({ length: count }, () => Math.floor(random() * 256)));

const spell = (bytes: Uint8Array, length: number): string =>
  Array.from(bytes.subarray(0, length), (byte) => alphabet[byte % alphabet.length]).join('');

/** The same name gets the same id in every sandbox, so that a policy can name it. */
export function namedId(prefix: string, name: string): string {
  return `${prefix}0${spell(createHash('sha256').update(`${prefix}:${name}`).digest(), 9)}`;
}

/** As short as the ids that Slack gives to blocks without one. */
export const shortId = (random: Random = Math.random): string => spell(bytes(random, 5), 5);

/** Always by chance: who can guess a token can speak for a person. */
export function freshToken(prefix: string): string {
  return `${prefix}-${randomBytes(18).toString('hex')}`;
}

export const uuid = (): string => randomUUID();

/** Ids that nobody gains by guessing. With a seed they come in the same order each time. */
export interface Ids {
  /** `Ev0…`, `F0…` */
  fresh(prefix: string): string;
  /** Of a block without one. */
  short(): string;
  uuid(): string;
}

function seededUuid(random: Random): string {
  const hex = bytes(random, 16).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
}

export function createIds(seed: string | undefined, positions?: Positions): Ids {
  const drawn = new Map<string, Random>();
  const randomOf = (purpose: string): Random => {
    if (seed === undefined) return Math.random;
    const random = drawn.get(purpose) ?? seededRandom(seed, `id ${purpose}`, positions);
    drawn.set(purpose, random);
    return random;
  };
  return {
    fresh: (prefix) => `${prefix}0${spell(bytes(randomOf(prefix), 9), 9)}`,
    short: () => shortId(randomOf('short')),
    uuid: () => (seed === undefined ? uuid() : seededUuid(randomOf('uuid'))),
  };
}
