import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';

/** Whose private part alone opens what was sealed to the other one. Both are text. */
export interface SealPair {
  publicKey: string;
  privateKey: string;
}

/** What is sealed for one purpose opens for no other. */
const purpose = 'ops one-time codes, sealed 1';
const cipher = 'aes-256-gcm';
/** Bytes. */
const [keyLength, nonceLength, tagLength] = [32, 12, 16];
/** What stands before the 32 bytes of a public key of X25519: https://www.rfc-editor.org/rfc/rfc8410#section-4 */
const publicHead = Buffer.from('302a300506032b656e032100', 'hex');

export function createSealPair(): SealPair {
  const { privateKey, publicKey } = generateKeyPairSync('x25519');
  return {
    publicKey: rawOf(publicKey).toString('base64url'),
    privateKey: privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64url'),
  };
}

/** Undefined where the text is no private part. */
export function publicPartOf(privateKey: string): string | undefined {
  return attempt(() => rawOf(createPublicKey(privateFrom(privateKey))).toString('base64url'));
}

/** By it a key is known: a digest of its public part. */
export const sealKeyId = (publicKey: string): string =>
  createHash('sha256').update(`ops listener ${publicKey}`).digest('hex').slice(0, 32);

/** For the owner of that key alone. It opens only with the same words about it. */
export function seal(secret: string, publicKey: string, about: readonly string[]): string {
  const once = generateKeyPairSync('x25519');
  const to = Buffer.from(publicKey, 'base64url');
  const from = rawOf(once.publicKey);
  const key = agreed(diffieHellman({ privateKey: once.privateKey, publicKey: publicFrom(to) }), from, to);
  const nonce = randomBytes(nonceLength);
  const closing = createCipheriv(cipher, key, nonce).setAAD(bound(about));
  const closed = [closing.update(secret, 'utf8'), closing.final()];
  return Buffer.concat([from, nonce, closing.getAuthTag(), ...closed]).toString('base64url');
}

/** Undefined where it was sealed to another key, with other words about it, or was changed since. */
export function unseal(sealed: string, privateKey: string, about: readonly string[]): string | undefined {
  return attempt(() => {
    const bytes = Buffer.from(sealed, 'base64url');
    const [from, afterFrom] = cut(bytes, keyLength);
    const [nonce, afterNonce] = cut(afterFrom, nonceLength);
    const [tag, closed] = cut(afterNonce, tagLength);
    const own = privateFrom(privateKey);
    const to = rawOf(createPublicKey(own));
    const key = agreed(diffieHellman({ privateKey: own, publicKey: publicFrom(from) }), from, to);
    const opening = createDecipheriv(cipher, key, nonce, { authTagLength: tagLength });
    opening.setAAD(bound(about)).setAuthTag(tag);
    return Buffer.concat([opening.update(closed), opening.final()]).toString('utf8');
  });
}

const cut = (bytes: Buffer, at: number): [Buffer, Buffer] => [bytes.subarray(0, at), bytes.subarray(at)];

/** Both public parts go into it: what was sealed to one key is bound to that key. */
const agreed = (shared: Buffer, from: Buffer, to: Buffer): Buffer =>
  Buffer.from(hkdfSync('sha256', shared, Buffer.concat([from, to]), purpose, keyLength));

/** Where one word ends and the next begins is part of it. */
const bound = (about: readonly string[]): Buffer => Buffer.from(JSON.stringify(about));

const rawOf = (key: KeyObject): Buffer => key.export({ format: 'der', type: 'spki' }).subarray(publicHead.length);

const publicFrom = (raw: Buffer): KeyObject =>
  createPublicKey({ key: Buffer.concat([publicHead, raw]), format: 'der', type: 'spki' });

function privateFrom(text: string): KeyObject {
  const key = createPrivateKey({ key: Buffer.from(text, 'base64url'), format: 'der', type: 'pkcs8' });
  if (key.asymmetricKeyType !== 'x25519') throw new Error('this is a key of another kind');
  return key;
}

/** Whatever is wrong with what others could write, it does not open. */
function attempt<Value>(work: () => Value): Value | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
