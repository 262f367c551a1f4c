/** A number from 0 up to but not including 1. */
export type Random = () => number;
type Position = [a: number, b: number, c: number, count: number];
/** Where each generator stands, by its purpose and seed: with them the numbers go on where they were. */
export type Positions = Map<string, Position>;
/** Numbers that the seed and the purpose decide, by sfc32: drawing for one purpose does not move another. */
export declare function seededRandom(seed: string, purpose: string, positions?: Positions): Random;
/** Where the draws for a purpose come from: the seed, or chance when there is none. */
export declare const randomFor: (seed: string | undefined, positions?: Positions) => (purpose: string) => Random;
export {};
