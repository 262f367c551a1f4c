import { randomBytes } from 'node:crypto';

/** Crockford's base 32: no i, l, o or u, so that an id can be read aloud and typed. */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

export function runId(bytes: Uint8Array = randomBytes(8)): string {
  return Array.from(bytes, (byte) => alphabet[byte & 31]).join('');
}
