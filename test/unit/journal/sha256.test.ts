import { hash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashWith, sha256 } from '../../../src/journal/sha256.ts';

describe('sha256', () => {
  // https://csrc.nist.gov/projects/cryptographic-standards-and-guidelines/example-values
  it.each([
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    [
      'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    ],
    ['a'.repeat(1_000_000), 'cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0'],
  ])('is what the standard says', (text, digest) => {
    expect(sha256(text)).toBe(digest);
  });

  it('is what node:crypto says, of every length and in every script', () => {
    for (let length = 0; length < 300; length += 1) {
      const text = 'aé🚀\ud800'.repeat(length).slice(0, length);
      expect(sha256(text)).toBe(hash('sha256', text));
    }
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => sha256(text) === hash('sha256', text)));
  });

  it('is the same in a process that has node:crypto do it', () => {
    hashWith((text) => hash('sha256', text));
    for (const text of ['', 'abc', 'aé🚀\ud800']) expect(sha256(text)).toBe(hash('sha256', text));
  });
});
