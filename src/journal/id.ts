/** Crockford's base 32: no i, l, o or u, so that an id can be read aloud and typed. */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** Eight bytes of randomness → eight characters of which 40 bits are random. */
export function runId(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => alphabet[byte & 31]).join('');
}
