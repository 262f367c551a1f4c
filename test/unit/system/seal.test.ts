import { describe, expect, it } from 'vitest';
import { createSealPair, publicPartOf, seal, sealKeyId, unseal } from '../../../src/system/seal.ts';

const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const about = ['ann', 'digest', 'key'];
const [own, other] = [createSealPair(), createSealPair()];
const sealed = seal(secret, own.publicKey, about);

const changed = (index: number): string => {
  const bytes = Buffer.from(sealed, 'base64url');
  bytes.writeUInt8(bytes.readUInt8(index) ^ 1, index);
  return bytes.toString('base64url');
};

const length = Buffer.from(sealed, 'base64url').length;

describe('what is sealed', () => {
  it('opens for whose key it was sealed to', () => {
    expect(unseal(sealed, own.privateKey, about)).toBe(secret);
    expect(sealed).not.toContain(secret);
  });

  it('is another text each time', () => {
    expect(seal(secret, own.publicKey, about)).not.toBe(sealed);
  });

  it.each([
    ['with another key', sealed, other.privateKey, about],
    ['with no key', sealed, 'none', about],
    ['as another person’s', sealed, own.privateKey, ['bob', 'digest', 'key']],
    ['as another secret', sealed, own.privateKey, ['ann', 'other', 'key']],
    ['with the same letters in other words', sealed, own.privateKey, ['an', 'ndigest', 'key']],
    ['cut', sealed.slice(0, -4), own.privateKey, about],
    ['longer', `${sealed}AAAA`, own.privateKey, about],
    ['empty', '', own.privateKey, about],
    ['sealed to a swapped public key', seal(secret, other.publicKey, about), own.privateKey, about],
  ])('does not open %s', (_, text, key, words) => {
    expect(unseal(text, key, words)).toBeUndefined();
  });

  it('does not open with any byte of it changed', () => {
    const opened = Array.from({ length }, (_, index) => unseal(changed(index), own.privateKey, about));
    expect(opened.filter((one) => one !== undefined)).toEqual([]);
  });
});

describe('a key', () => {
  it('is known by its public part, which its private part tells', () => {
    expect(publicPartOf(own.privateKey)).toBe(own.publicKey);
    expect(sealKeyId(own.publicKey)).toMatch(/^[0-9a-f]{32}$/);
    expect(sealKeyId(own.publicKey)).not.toBe(sealKeyId(other.publicKey));
    expect(publicPartOf('none')).toBeUndefined();
  });

  it('of another kind seals nothing', () => {
    expect(() => seal(secret, 'AAAA', about)).toThrow();
  });
});
