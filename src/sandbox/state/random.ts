import { createHash } from 'node:crypto';

/** A number from 0 up to but not including 1. */
export type Random = () => number;

type Position = [a: number, b: number, c: number, count: number];

/** Where each generator stands, by its purpose and seed: with them the numbers go on where they were. */
export type Positions = Map<string, Position>;

function startOf(seed: string, purpose: string): Position {
  const digest = createHash('sha256').update(`${purpose}\0${seed}`).digest();
  return [0, 4, 8, 12].map((at) => digest.readInt32LE(at)) as Position;
}

/** Numbers that the seed and the purpose decide, by sfc32: drawing for one purpose does not move another. */
export function seededRandom(seed: string, purpose: string, positions: Positions = new Map()): Random {
  const name = `${purpose} of ${seed}`;
  return () => {
    const [a, b, c, count] = positions.get(name) ?? startOf(seed, purpose);
    const mixed = (a + b + count) | 0;
    positions.set(name, [b ^ (b >>> 9), (c + (c << 3)) | 0, (((c << 21) | (c >>> 11)) + mixed) | 0, (count + 1) | 0]);
    return (mixed >>> 0) / 2 ** 32;
  };
}

/** Where the draws for a purpose come from: the seed, or chance when there is none. */
export const randomFor =
  (seed: string | undefined, positions?: Positions) =>
  (purpose: string): Random =>
    seed === undefined ? Math.random : seededRandom(seed, purpose, positions);
