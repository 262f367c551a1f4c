import { createHash } from 'node:crypto';

/** A number from 0 up to but not including 1. */
export type Random = () => number;

/** Numbers that the seed and the purpose decide, by sfc32: drawing for one purpose does not move another. */
export function seededRandom(seed: string, purpose: string): Random {
  const digest = createHash('sha256').update(`${purpose}\0${seed}`).digest();
  let [a, b, c, count] = [0, 4, 8, 12].map((at) => digest.readInt32LE(at)) as [number, number, number, number];
  return () => {
    const mixed = (a + b + count) | 0;
    count = (count + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + mixed;
    return (mixed >>> 0) / 2 ** 32;
  };
}

/** Where the draws for a purpose come from: the seed, or chance when there is none. */
export const randomFor =
  (seed: string | undefined) =>
  (purpose: string): Random =>
    seed === undefined ? Math.random : seededRandom(seed, purpose);
